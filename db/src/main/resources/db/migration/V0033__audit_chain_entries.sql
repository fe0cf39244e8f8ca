-- Entries are chained for each tenant: each has the hash of the one before it in its own, so that a change, a removal or an
-- insertion shows. See AuditChain for what is hashed; it is computed there again, independently of this function.
ALTER TABLE audit_entry
    ADD COLUMN seq     bigint,
    ADD COLUMN address text,
    ADD COLUMN hash    bytea;

CREATE TABLE audit_head (
    tenant_id uuid   NOT NULL CONSTRAINT audit_head_pk PRIMARY KEY,
    seq       bigint NOT NULL,
    hash      bytea  NOT NULL
);
-- Only the function below, which belongs to the owner, moves a head.
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY chain ON audit_head TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON audit_head TO gangway_worker;
CREATE POLICY runtime ON audit_head FOR SELECT TO gangway_worker USING (true);

-- Fields are framed by their length in bytes, so that no two entries have one text.
CREATE FUNCTION gangway_framed(field text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-');

CREATE FUNCTION gangway_audit_hash(former bytea, entry audit_entry) RETURNS bytea
    LANGUAGE sql STABLE
    RETURN sha256(former || convert_to(
        gangway_framed(entry.seq::text) || gangway_framed(entry.tenant_id::text) || gangway_framed(entry.id::text)
        || gangway_framed((extract(epoch FROM entry.at) * 1000000)::bigint::text) || gangway_framed(entry.actor)
        || gangway_framed(entry.action) || gangway_framed(entry.subject) || gangway_framed(entry.detail::text)
        || gangway_framed(entry.correlation_id) || gangway_framed(entry.address), 'UTF8'));

CREATE FUNCTION gangway_chain_audit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
    head audit_head;
BEGIN
    INSERT INTO audit_head (tenant_id, seq, hash) VALUES (NEW.tenant_id, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM audit_head WHERE tenant_id = NEW.tenant_id FOR UPDATE;
    NEW.seq := head.seq + 1;
    NEW.hash := gangway_audit_hash(head.hash, NEW);
    UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE tenant_id = NEW.tenant_id;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION gangway_chain_audit() FROM PUBLIC;

-- Entries from before are chained in the order in which they were made.
ALTER TABLE audit_entry NO FORCE ROW LEVEL SECURITY;
DO
$$
DECLARE
    entry audit_entry;
    head  audit_head;
BEGIN
    FOR entry IN SELECT * FROM audit_entry ORDER BY tenant_id, at, id LOOP
        IF head.tenant_id IS DISTINCT FROM entry.tenant_id THEN
            head := ROW (entry.tenant_id, 0, ''::bytea);
        END IF;
        entry.seq := head.seq + 1;
        entry.hash := gangway_audit_hash(head.hash, entry);
        UPDATE audit_entry SET seq = entry.seq, hash = entry.hash
        WHERE tenant_id = entry.tenant_id AND id = entry.id;
        head.seq := entry.seq;
        head.hash := entry.hash;
        INSERT INTO audit_head (tenant_id, seq, hash) VALUES (head.tenant_id, head.seq, head.hash)
        ON CONFLICT (tenant_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
    END LOOP;
END
$$;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_entry
    ALTER COLUMN seq SET NOT NULL,
    ALTER COLUMN hash SET NOT NULL,
    ADD CONSTRAINT audit_entry_seq_unique UNIQUE (tenant_id, seq);
CREATE TRIGGER chained BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION gangway_chain_audit();

-- Where a chain was on a day, signed with a key that is not in the database: who rewrites a whole chain can't sign it again.
CREATE TABLE audit_checkpoint (
    tenant_id uuid        NOT NULL,
    seq       bigint      NOT NULL,
    hash      bytea       NOT NULL,
    at        timestamptz NOT NULL,
    signature bytea       NOT NULL,
    CONSTRAINT audit_checkpoint_pk PRIMARY KEY (tenant_id, seq)
);
SELECT gangway_protect('audit_checkpoint');
GRANT SELECT, INSERT ON audit_checkpoint TO gangway_worker;
CREATE INDEX audit_entry_newest ON audit_entry (at DESC, id DESC);
