CREATE TABLE mapping_version (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    connection_id uuid        NOT NULL,
    name          text        NOT NULL,
    version       int         NOT NULL,
    state         text        NOT NULL CONSTRAINT mapping_version_state CHECK (state IN
                              ('DRAFT', 'SUBMITTED', 'APPROVED', 'ACTIVE', 'RETIRED')),
    spec          text        NOT NULL,
    created_by    text        NOT NULL,
    created_at    timestamptz NOT NULL,
    activated_at  timestamptz,
    CONSTRAINT mapping_version_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT mapping_version_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES connection,
    CONSTRAINT mapping_version_number_unique UNIQUE (tenant_id, connection_id, name, version)
);
CREATE UNIQUE INDEX mapping_version_one_active ON mapping_version (tenant_id, connection_id, name)
    WHERE state = 'ACTIVE';
SELECT gangway_protect('mapping_version');
GRANT SELECT, INSERT, UPDATE ON mapping_version TO gangway_portal;
GRANT SELECT ON mapping_version TO gangway_worker;

-- From a tuple of a sender's codes to what it means. An element '*' matches anything.
CREATE TABLE code_list_row (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    connection_id uuid        NOT NULL,
    list          text        NOT NULL,
    key           text[]      NOT NULL CONSTRAINT code_list_row_key CHECK (cardinality(key) BETWEEN 1 AND 4),
    status        text        NOT NULL,
    reason        text,
    responsible   text,
    valid_from    timestamptz NOT NULL,
    valid_to      timestamptz,
    CONSTRAINT code_list_row_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT code_list_row_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES connection,
    CONSTRAINT code_list_row_period CHECK (valid_to IS NULL OR valid_to > valid_from)
);
-- One tuple has one meaning at a time.
CREATE UNIQUE INDEX code_list_row_one_current ON code_list_row (tenant_id, connection_id, list, key)
    WHERE valid_to IS NULL;
SELECT gangway_protect('code_list_row');
GRANT SELECT, INSERT, UPDATE ON code_list_row TO gangway_portal;
GRANT SELECT ON code_list_row TO gangway_worker;
