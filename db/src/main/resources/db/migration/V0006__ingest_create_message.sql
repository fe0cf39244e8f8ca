-- Something received, kept raw (sealed with the tenant's data key). received_at equals the time inside the id.
CREATE TABLE message (
    tenant_id          uuid        NOT NULL,
    id                 uuid        NOT NULL,
    received_at        timestamptz NOT NULL,
    environment        text        NOT NULL,
    connection_id      uuid        NOT NULL,
    endpoint_id        uuid        NOT NULL,
    correlation_id     text        NOT NULL,
    sender_message_id  text,
    content_type       text,
    headers            jsonb       NOT NULL,
    body_size          int         NOT NULL,
    body               bytea       NOT NULL,
    state              text        NOT NULL CONSTRAINT message_state CHECK (state IN ('RECEIVED', 'TRANSLATED', 'DEAD')),
    attempts           int         NOT NULL DEFAULT 0,
    due_at             timestamptz NOT NULL,
    replays            int         NOT NULL DEFAULT 0,
    finished_at        timestamptz,
    mapping_version_id uuid,
    event_count        int         NOT NULL DEFAULT 0,
    new_event_count    int         NOT NULL DEFAULT 0,
    fault_party        text,
    fault_code         text,
    faults             jsonb,
    CONSTRAINT message_pk PRIMARY KEY (tenant_id, id, received_at)
) PARTITION BY RANGE (received_at);
CREATE TABLE message_default PARTITION OF message DEFAULT;
ALTER TABLE message_default ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_default FORCE ROW LEVEL SECURITY;
SELECT gangway_ensure_partitions('message', 3);
CREATE INDEX message_waiting ON message (due_at, id) WHERE state = 'RECEIVED';
CREATE INDEX message_dead ON message (finished_at DESC, id DESC) WHERE state = 'DEAD';
CREATE INDEX message_by_connection ON message (tenant_id, connection_id, id DESC);
SELECT gangway_protect('message');
GRANT SELECT ON message TO gangway_portal;
GRANT SELECT, INSERT, UPDATE ON message TO gangway_worker;

-- The replay cache: one row for each message an endpoint has taken, by the sender's id or the hash of the body.
CREATE TABLE message_fingerprint (
    tenant_id   uuid        NOT NULL,
    endpoint_id uuid        NOT NULL,
    fingerprint bytea       NOT NULL,
    message_id  uuid        NOT NULL,
    received_at timestamptz NOT NULL,
    CONSTRAINT message_fingerprint_pk PRIMARY KEY (tenant_id, endpoint_id, fingerprint)
);
CREATE INDEX message_fingerprint_by_age ON message_fingerprint (received_at);
SELECT gangway_protect('message_fingerprint');
GRANT SELECT, INSERT, DELETE ON message_fingerprint TO gangway_worker;

-- What the door turned away, counted by endpoint, cause and minute: a flood leaves a number, not a flood of rows.
CREATE TABLE refusal (
    tenant_id           uuid        NOT NULL,
    endpoint_id         uuid        NOT NULL,
    cause               text        NOT NULL,
    minute              timestamptz NOT NULL,
    detail              text        NOT NULL,
    occurrences         bigint      NOT NULL,
    last_correlation_id text        NOT NULL,
    last_at             timestamptz NOT NULL,
    CONSTRAINT refusal_pk PRIMARY KEY (tenant_id, endpoint_id, cause, minute)
);
CREATE INDEX refusal_by_age ON refusal (tenant_id, last_at DESC);
SELECT gangway_protect('refusal');
GRANT SELECT ON refusal TO gangway_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON refusal TO gangway_worker;
