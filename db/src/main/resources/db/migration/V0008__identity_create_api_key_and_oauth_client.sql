CREATE TABLE api_key (
    tenant_id    uuid        NOT NULL CONSTRAINT api_key_tenant REFERENCES tenant,
    id           uuid        NOT NULL,
    environment  text        NOT NULL CONSTRAINT api_key_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    name         text        NOT NULL,
    -- The first characters, to tell keys apart; the key itself is kept as a hash only.
    prefix       text        NOT NULL,
    key_hash     bytea       NOT NULL CONSTRAINT api_key_hash_unique UNIQUE,
    scopes       text[]      NOT NULL,
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    CONSTRAINT api_key_pk PRIMARY KEY (tenant_id, id)
);
SELECT gangway_protect('api_key');
GRANT SELECT, INSERT, UPDATE ON api_key TO gangway_portal;
GRANT SELECT, UPDATE ON api_key TO gangway_worker;

-- Which tenant and environment a client of the identity provider speaks for.
CREATE TABLE oauth_client (
    tenant_id   uuid        NOT NULL CONSTRAINT oauth_client_tenant REFERENCES tenant,
    client_id   text        NOT NULL CONSTRAINT oauth_client_id_unique UNIQUE,
    environment text        NOT NULL CONSTRAINT oauth_client_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    created_at  timestamptz NOT NULL,
    CONSTRAINT oauth_client_pk PRIMARY KEY (tenant_id, client_id)
);
SELECT gangway_protect('oauth_client');
GRANT SELECT, INSERT, DELETE ON oauth_client TO gangway_portal;
GRANT SELECT ON oauth_client TO gangway_worker;
