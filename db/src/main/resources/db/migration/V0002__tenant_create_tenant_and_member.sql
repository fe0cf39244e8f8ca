CREATE TABLE tenant (
    tenant_id  uuid        NOT NULL CONSTRAINT tenant_pk PRIMARY KEY,
    kind       text        NOT NULL CONSTRAINT tenant_kind CHECK (kind IN ('PARTNER', 'CUSTOMER', 'OPERATOR')),
    name       text        NOT NULL CONSTRAINT tenant_name_length CHECK (length(name) BETWEEN 1 AND 120),
    slug       text        NOT NULL CONSTRAINT tenant_slug_unique UNIQUE
                           CONSTRAINT tenant_slug_shape CHECK (slug ~ '^[a-z0-9](-?[a-z0-9])*$'),
    region     text        NOT NULL DEFAULT 'eu',
    created_at timestamptz NOT NULL
);
SELECT gangway_protect('tenant');
GRANT SELECT, INSERT, UPDATE ON tenant TO gangway_portal;
GRANT SELECT, INSERT, UPDATE ON tenant TO gangway_worker;

-- A person of a tenant. The identity provider proves who it is; the role here says what it may do.
CREATE TABLE member (
    tenant_id     uuid        NOT NULL CONSTRAINT member_tenant REFERENCES tenant,
    id            uuid        NOT NULL,
    email         text        NOT NULL CONSTRAINT member_email_lower CHECK (email = lower(email)),
    display_name  text        NOT NULL,
    subject       text,
    role          text        NOT NULL CONSTRAINT member_role CHECK (role IN
                              ('OWNER', 'DEVELOPER', 'ADMIN', 'LOGISTICS', 'SERVICE', 'FINANCE', 'OPERATOR')),
    created_at    timestamptz NOT NULL,
    last_login_at timestamptz,
    CONSTRAINT member_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT member_email_unique UNIQUE (tenant_id, email)
);
CREATE INDEX member_by_email ON member (email);
CREATE INDEX member_by_subject ON member (subject) WHERE subject IS NOT NULL;
SELECT gangway_protect('member');
GRANT SELECT, INSERT, UPDATE, DELETE ON member TO gangway_portal;
GRANT SELECT, UPDATE ON member TO gangway_worker;
