-- The messages that have waited longest, locked for the caller's transaction; others pass them over. Plans are held to the
-- partial index message_waiting: with a backlog and no statistics (a crash throws them away) the planner would sort the
-- whole backlog for each batch.
--
-- Entries of messages that are done stay at the front of the index until it is vacuumed; who has claimed a batch before
-- gives its last due time, so that they are not walked over again and again.
CREATE FUNCTION gangway_claim_messages(due_from timestamptz, due_until timestamptz, most int) RETURNS SETOF message
    LANGUAGE sql VOLATILE
    SET enable_seqscan = off
    SET enable_bitmapscan = off
    SET enable_sort = off
AS
$$
SELECT * FROM message
WHERE state = 'RECEIVED' AND due_at >= due_from AND due_at <= due_until
ORDER BY due_at, id
LIMIT most
FOR UPDATE SKIP LOCKED
$$;
REVOKE ALL ON FUNCTION gangway_claim_messages(timestamptz, timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gangway_claim_messages(timestamptz, timestamptz, int) TO gangway_worker;
