-- Quartz adds these rows at its first start; two nodes that start at once on an empty database would both try to.
INSERT INTO qrtz_locks (sched_name, lock_name)
VALUES ('gangway', 'TRIGGER_ACCESS'), ('gangway', 'STATE_ACCESS')
ON CONFLICT DO NOTHING;
