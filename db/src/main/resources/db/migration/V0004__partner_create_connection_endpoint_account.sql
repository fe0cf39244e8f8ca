-- What a partner offers, in one environment.
CREATE TABLE connection (
    tenant_id   uuid        NOT NULL CONSTRAINT connection_tenant REFERENCES tenant,
    id          uuid        NOT NULL,
    environment text        NOT NULL CONSTRAINT connection_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    name        text        NOT NULL,
    -- Counts every change of what decides the meaning of messages (active mapping, code lists). An event keeps the
    -- value it was made with, so that a later reading of the same fact outranks an earlier one.
    revision    int         NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    CONSTRAINT connection_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT connection_name_unique UNIQUE (tenant_id, environment, name)
);
SELECT gangway_protect('connection');
GRANT SELECT, INSERT, UPDATE ON connection TO gangway_portal;
GRANT SELECT, UPDATE ON connection TO gangway_worker;

-- How a sender proves that a message is its own: a descriptor (data, not code); its secrets have the purpose
-- 'verifier:<id>'.
CREATE TABLE verifier (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    connection_id uuid        NOT NULL,
    name          text        NOT NULL,
    descriptor    jsonb       NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT verifier_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT verifier_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES connection,
    CONSTRAINT verifier_name_unique UNIQUE (tenant_id, connection_id, name)
);
SELECT gangway_protect('verifier');
GRANT SELECT, INSERT, UPDATE ON verifier TO gangway_portal;
GRANT SELECT ON verifier TO gangway_worker;

CREATE TABLE endpoint (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    connection_id uuid        NOT NULL,
    verifier_id   uuid        NOT NULL,
    -- The unguessable part of the URL: /hooks/{token}
    token         text        NOT NULL CONSTRAINT endpoint_token_unique UNIQUE,
    name          text        NOT NULL,
    mapping_name  text        NOT NULL,
    max_body      int         NOT NULL DEFAULT 1048576
                              CONSTRAINT endpoint_max_body CHECK (max_body BETWEEN 1024 AND 10485760),
    created_at    timestamptz NOT NULL,
    disabled_at   timestamptz,
    CONSTRAINT endpoint_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT endpoint_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES connection,
    CONSTRAINT endpoint_verifier FOREIGN KEY (tenant_id, verifier_id) REFERENCES verifier,
    CONSTRAINT endpoint_name_unique UNIQUE (tenant_id, connection_id, name)
);
SELECT gangway_protect('endpoint');
GRANT SELECT, INSERT, UPDATE ON endpoint TO gangway_portal;
GRANT SELECT ON endpoint TO gangway_worker;

-- A customer's relation to a partner. tenant_id is the customer; the partner may read it.
CREATE TABLE account (
    tenant_id      uuid        NOT NULL CONSTRAINT account_tenant REFERENCES tenant,
    id             uuid        NOT NULL,
    partner_id     uuid        NOT NULL CONSTRAINT account_partner REFERENCES tenant,
    environment    text        NOT NULL CONSTRAINT account_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    account_number text        NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT account_number_unique UNIQUE (partner_id, environment, account_number)
);
CREATE INDEX account_by_customer ON account (tenant_id, environment, partner_id);
SELECT gangway_protect('account');
CREATE POLICY partner_reads ON account FOR SELECT TO gangway_portal USING (partner_id = gangway_tenant());
GRANT SELECT, INSERT, UPDATE ON account TO gangway_portal;
GRANT SELECT ON account TO gangway_worker;

-- Whoever has an account with a partner sees the partner's name, and the partner the customer's.
CREATE POLICY counterparts ON tenant FOR SELECT TO gangway_portal USING (EXISTS (
    SELECT FROM account a
    WHERE (a.tenant_id = gangway_tenant() AND a.partner_id = tenant.tenant_id)
       OR (a.partner_id = gangway_tenant() AND a.tenant_id = tenant.tenant_id)));
