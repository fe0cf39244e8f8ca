-- Invited and not yet joined: invited_at is set and subject is not. Who was added by the platform itself was never invited.
ALTER TABLE member
    ADD COLUMN invited_at timestamptz,
    ADD COLUMN invited_by text;
GRANT UPDATE (role, invited_at, invited_by) ON member TO gangway_portal;
GRANT DELETE ON member TO gangway_worker;

-- The portal gives roles, but only those of the organization's kind.
CREATE FUNCTION gangway_member_role() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public AS
$$
BEGIN
    IF NOT EXISTS (
        SELECT FROM tenant t WHERE t.tenant_id = NEW.tenant_id AND NEW.role = ANY (CASE t.kind
            WHEN 'PARTNER' THEN '{OWNER,DEVELOPER,VIEWER}'::text[]
            WHEN 'CUSTOMER' THEN '{ADMIN,LOGISTICS,SERVICE,FINANCE}'::text[]
            ELSE '{INTEGRATION_ADMIN,SUPPORT,PLATFORM_ADMIN}'::text[] END)) THEN
        RAISE EXCEPTION 'The organization has no role %.', NEW.role USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER member_role BEFORE INSERT OR UPDATE OF role ON member
    FOR EACH ROW EXECUTE FUNCTION gangway_member_role();

-- Every node hears of it, whoever changed the row.
CREATE FUNCTION gangway_member_changed() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public AS
$$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM pg_notify('gangway_member', coalesce(OLD.subject, OLD.email));
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM pg_notify('gangway_member', coalesce(NEW.subject, NEW.email));
    END IF;
    -- Lists of members look again.
    PERFORM pg_notify('gangway_member', CASE TG_OP WHEN 'DELETE' THEN OLD.tenant_id ELSE NEW.tenant_id END::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER member_changed AFTER INSERT OR DELETE OR UPDATE OF role, subject ON member
    FOR EACH ROW EXECUTE FUNCTION gangway_member_changed();

-- An owner offers another member its place; the other one has to accept.
CREATE TABLE ownership_offer (
    tenant_id  uuid        NOT NULL CONSTRAINT ownership_offer_pk PRIMARY KEY,
    from_id    uuid        NOT NULL,
    to_id      uuid        NOT NULL,
    offered_at timestamptz NOT NULL,
    CONSTRAINT ownership_offer_from FOREIGN KEY (tenant_id, from_id) REFERENCES member ON DELETE CASCADE,
    CONSTRAINT ownership_offer_to FOREIGN KEY (tenant_id, to_id) REFERENCES member ON DELETE CASCADE
);
SELECT gangway_protect('ownership_offer');
GRANT SELECT, INSERT, DELETE ON ownership_offer TO gangway_portal;

-- Changes that the identity provider does not know yet. Written with the change itself, applied afterwards, until it worked.
CREATE TABLE identity_intent (
    tenant_id       uuid        NOT NULL CONSTRAINT identity_intent_tenant REFERENCES tenant,
    id              uuid        NOT NULL,
    kind            text        NOT NULL CONSTRAINT identity_intent_kind CHECK (kind IN ('INVITE', 'JOIN', 'REMOVE')),
    email           text        NOT NULL,
    display_name    text        NOT NULL,
    subject         text,
    created_at      timestamptz NOT NULL,
    attempts        int         NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    -- Why the last attempt failed; null before the first.
    failure         text,
    done_at         timestamptz,
    -- Refused for good, or tried for too long.
    given_up_at     timestamptz,
    CONSTRAINT identity_intent_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX identity_intent_open ON identity_intent (next_attempt_at) WHERE done_at IS NULL AND given_up_at IS NULL;
CREATE INDEX identity_intent_by_email ON identity_intent (tenant_id, email, created_at);
SELECT gangway_protect('identity_intent');
GRANT SELECT, INSERT ON identity_intent TO gangway_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_intent TO gangway_worker;

CREATE FUNCTION gangway_identity_intended() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public AS
$$
BEGIN
    PERFORM pg_notify('gangway_identity', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER identity_intended AFTER INSERT ON identity_intent
    FOR EACH STATEMENT EXECUTE FUNCTION gangway_identity_intended();

CREATE FUNCTION gangway_identity_tried() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public AS
$$
BEGIN
    PERFORM pg_notify('gangway_member', NEW.tenant_id::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER identity_tried AFTER UPDATE ON identity_intent
    FOR EACH ROW EXECUTE FUNCTION gangway_identity_tried();

-- Logins that the identity provider has ended; sessions of the portal that began with them are over.
CREATE TABLE ended_login (
    sid      text        NOT NULL CONSTRAINT ended_login_pk PRIMARY KEY,
    ended_at timestamptz NOT NULL
);
ALTER TABLE ended_login ENABLE ROW LEVEL SECURITY;
ALTER TABLE ended_login FORCE ROW LEVEL SECURITY;
CREATE POLICY runtime ON ended_login TO gangway_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON ended_login TO gangway_worker;
