-- Operators have roles of their own; so far each could do everything. Partners may have members who only look.
ALTER TABLE member DROP CONSTRAINT member_role;
UPDATE member SET role = 'PLATFORM_ADMIN' WHERE role = 'OPERATOR';
ALTER TABLE member ADD CONSTRAINT member_role CHECK (role IN
    ('OWNER', 'DEVELOPER', 'VIEWER', 'ADMIN', 'LOGISTICS', 'SERVICE', 'FINANCE',
     'INTEGRATION_ADMIN', 'SUPPORT', 'PLATFORM_ADMIN'));

ALTER TABLE api_key
    -- The last characters, to distinguish keys.
    ADD COLUMN suffix            text,
    ADD COLUMN last_used_address text,
    -- Why it was revoked before its time; null if it was not.
    ADD COLUMN revoked_because   text CONSTRAINT api_key_revoked_because CHECK (revoked_because IN ('REVOKED', 'LEAKED')),
    -- The key that this one takes the place of.
    ADD COLUMN replaces          uuid;
UPDATE api_key SET revoked_because = 'REVOKED' WHERE revoked_at IS NOT NULL;
GRANT UPDATE (expires_at, revoked_because) ON api_key TO gangway_portal;
