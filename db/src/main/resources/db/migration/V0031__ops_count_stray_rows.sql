-- A row in the default partition is one that no monthly partition was there for, and keeps the partition of its month from
-- being made. Workers, who read all rows through the parents, may count these without a walk through the others.
GRANT SELECT ON message_default, event_default TO gangway_worker;
CREATE POLICY runtime ON message_default FOR SELECT TO gangway_worker USING (true);
CREATE POLICY runtime ON event_default FOR SELECT TO gangway_worker USING (true);
