-- Clients that organizations make for themselves; those from before were registered by the platform and have no name or scopes of ours.
ALTER TABLE oauth_client
    ADD COLUMN name              text,
    -- What its tokens may do at most; null: what the identity provider has put into the token.
    ADD COLUMN scopes            text[],
    ADD COLUMN authentication    text NOT NULL DEFAULT 'SECRET'
        CONSTRAINT oauth_client_authentication CHECK (authentication IN ('SECRET', 'PRIVATE_KEY')),
    ADD COLUMN created_by        text,
    ADD COLUMN expires_at        timestamptz,
    ADD COLUMN revoked_at        timestamptz,
    -- When the identity provider forgot it; a client that ended is worthless here before.
    ADD COLUMN removed_at        timestamptz,
    ADD COLUMN last_used_at      timestamptz,
    ADD COLUMN last_used_address text,
    -- The client that this one takes the place of.
    ADD COLUMN replaces          text;
GRANT UPDATE (expires_at, revoked_at) ON oauth_client TO gangway_portal;
GRANT UPDATE (removed_at, last_used_at, last_used_address) ON oauth_client TO gangway_worker;
