-- A message has four ends: everything in it was recorded, some of it could not be read, it had nothing to report, or
-- nothing of it could be read.
ALTER TABLE message DROP CONSTRAINT message_state;
ALTER TABLE message ADD CONSTRAINT message_state CHECK (state IN
    ('RECEIVED', 'TRANSLATED', 'PARTLY_TRANSLATED', 'NOTHING_TO_REPORT', 'DEAD'));

-- What somebody has to look at, the latest first.
DROP INDEX message_dead;
CREATE INDEX message_with_faults ON message (finished_at DESC, id DESC) WHERE state IN ('DEAD', 'PARTLY_TRANSLATED');
