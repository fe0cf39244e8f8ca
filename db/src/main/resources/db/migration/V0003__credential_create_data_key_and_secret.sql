-- One data key per tenant, wrapped by the master key that lives outside the database.
CREATE TABLE data_key (
    tenant_id      uuid        NOT NULL CONSTRAINT data_key_pk PRIMARY KEY
                               CONSTRAINT data_key_tenant REFERENCES tenant,
    wrapped_keyset bytea       NOT NULL,
    created_at     timestamptz NOT NULL
);
SELECT gangway_protect('data_key');
GRANT SELECT, INSERT ON data_key TO gangway_portal, gangway_worker;

-- A secret shared with another party, sealed with the tenant's data key. Several may be valid at once (rotation).
CREATE TABLE secret (
    tenant_id    uuid        NOT NULL CONSTRAINT secret_tenant REFERENCES tenant,
    id           uuid        NOT NULL,
    purpose      text        NOT NULL,
    sealed       bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    CONSTRAINT secret_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX secret_by_purpose ON secret (tenant_id, purpose, created_at DESC);
SELECT gangway_protect('secret');
GRANT SELECT, INSERT, UPDATE, DELETE ON secret TO gangway_portal;
GRANT SELECT ON secret TO gangway_worker;
