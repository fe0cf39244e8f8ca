-- A tuple of a sender's codes that has no row in its code list: somebody has to say what it means. The row is made once
-- and never updated, so that messages translated at the same time do not wait for each other; what changes is counted
-- from the sightings.
CREATE TABLE unmapped_code (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    connection_id uuid        NOT NULL,
    list          text        NOT NULL,
    key           text[]      NOT NULL CONSTRAINT unmapped_code_key CHECK (cardinality(key) BETWEEN 1 AND 4),
    first_seen_at timestamptz NOT NULL,
    CONSTRAINT unmapped_code_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT unmapped_code_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES connection,
    CONSTRAINT unmapped_code_unique UNIQUE (tenant_id, connection_id, list, key)
);
SELECT gangway_protect('unmapped_code');
GRANT SELECT ON unmapped_code TO gangway_portal;
GRANT SELECT, INSERT ON unmapped_code TO gangway_worker;

-- A message whose last reading met the code. The code needs work as long as it has one.
CREATE TABLE unmapped_code_sighting (
    tenant_id   uuid        NOT NULL,
    code_id     uuid        NOT NULL,
    message_id  uuid        NOT NULL,
    received_at timestamptz NOT NULL,
    -- The sender's words next to the code.
    raw_text    text,
    CONSTRAINT unmapped_code_sighting_pk PRIMARY KEY (tenant_id, code_id, message_id),
    CONSTRAINT unmapped_code_sighting_code FOREIGN KEY (tenant_id, code_id) REFERENCES unmapped_code
);
CREATE INDEX unmapped_code_sighting_by_message ON unmapped_code_sighting (tenant_id, message_id);
CREATE INDEX unmapped_code_sighting_by_age ON unmapped_code_sighting (tenant_id, code_id, received_at DESC);
SELECT gangway_protect('unmapped_code_sighting');
GRANT SELECT ON unmapped_code_sighting TO gangway_portal;
GRANT SELECT, INSERT, DELETE ON unmapped_code_sighting TO gangway_worker;
