-- Row-level security lets only leakproof operators into an index condition, and LIKE is none: the trigram index on shipment
-- was never used. What shipments are found by is kept in a normal form instead, beside them.
DROP INDEX shipment_search;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The normal form of what people search for: letters and digits in upper case; of what has neither, all but blanks.
CREATE FUNCTION gangway_search_key(written text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN left(coalesce(
        nullif(upper(regexp_replace(normalize(written, NFKC), '[^[:alnum:]]', '', 'g')), ''),
        upper(regexp_replace(written, '[[:space:]]', '', 'g'))), 200);

-- One row for each who may find a shipment (its partner, its customer) and each of its numbers and references.
CREATE TABLE shipment_search (
    tenant_id   uuid NOT NULL CONSTRAINT shipment_search_tenant REFERENCES tenant,
    environment text NOT NULL,
    shipment_id uuid NOT NULL,
    key         text NOT NULL,
    -- For "ends with".
    reversed    text NOT NULL,
    CONSTRAINT shipment_search_pk PRIMARY KEY (tenant_id, environment, shipment_id, key)
);
CREATE INDEX shipment_search_by_key ON shipment_search (tenant_id, environment, key text_pattern_ops);
CREATE INDEX shipment_search_by_end ON shipment_search (tenant_id, environment, reversed text_pattern_ops);
SELECT gangway_protect('shipment_search');
GRANT SELECT ON shipment_search TO gangway_portal;
GRANT SELECT, INSERT, DELETE ON shipment_search TO gangway_worker;

-- What shipment_search has to hold; partner_id is the tenant_id of the shipment. A key can be there twice.
CREATE VIEW shipment_search_source WITH (security_invoker = true) AS
SELECT s.tenant_id AS partner_id, viewer.tenant_id, s.environment, s.id AS shipment_id,
       gangway_search_key(name.written) AS key, reverse(gangway_search_key(name.written)) AS reversed
FROM shipment s
CROSS JOIN LATERAL (SELECT s.tenant_id UNION ALL SELECT s.customer_id) viewer
CROSS JOIN LATERAL (
    SELECT s.number_key UNION ALL
    SELECT s.order_reference UNION ALL
    SELECT r.reference FROM shipment_reference r WHERE r.tenant_id = s.tenant_id AND r.shipment_id = s.id UNION ALL
    SELECT k.number FROM package k WHERE k.tenant_id = s.tenant_id AND k.shipment_id = s.id) name (written)
WHERE viewer.tenant_id IS NOT NULL AND gangway_search_key(name.written) <> '';
GRANT SELECT ON shipment_search_source TO gangway_worker;

-- Forced row-level security binds the owner too, which here has to see every row.
ALTER TABLE shipment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_reference NO FORCE ROW LEVEL SECURITY;
ALTER TABLE package NO FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_search NO FORCE ROW LEVEL SECURITY;
INSERT INTO shipment_search (tenant_id, environment, shipment_id, key, reversed)
SELECT DISTINCT tenant_id, environment, shipment_id, key, reversed FROM shipment_search_source;
ALTER TABLE shipment FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_reference FORCE ROW LEVEL SECURITY;
ALTER TABLE package FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_search FORCE ROW LEVEL SECURITY;

-- Parts of a key. The tenant stands in the index too, so that nobody waits for what others have. What is not yet merged into
-- the index is read by every search, so it is kept small.
CREATE INDEX shipment_search_by_part ON shipment_search USING gin (tenant_id, key gin_trgm_ops)
    WITH (gin_pending_list_limit = 256);

-- Triggers keep it, whoever writes; an ordinary change of a shipment fires none of them.
CREATE FUNCTION gangway_search_added_shipments() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO shipment_search (tenant_id, environment, shipment_id, key, reversed)
    SELECT w.tenant_id, w.environment, w.shipment_id, w.key, w.reversed
    FROM added a JOIN shipment_search_source w ON w.partner_id = a.tenant_id AND w.shipment_id = a.id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER search_added AFTER INSERT ON shipment REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION gangway_search_added_shipments();

CREATE FUNCTION gangway_search_changed_shipment() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM shipment_search k
    WHERE k.tenant_id IN (OLD.tenant_id, OLD.customer_id) AND k.environment = OLD.environment AND k.shipment_id = OLD.id
      AND NOT EXISTS (SELECT FROM shipment_search_source w
                      WHERE w.partner_id = OLD.tenant_id AND w.shipment_id = OLD.id AND w.tenant_id = k.tenant_id
                        AND w.environment = k.environment AND w.key = k.key);
    INSERT INTO shipment_search (tenant_id, environment, shipment_id, key, reversed)
    SELECT w.tenant_id, w.environment, w.shipment_id, w.key, w.reversed
    FROM shipment_search_source w WHERE w.partner_id = OLD.tenant_id AND w.shipment_id = OLD.id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER search_changed AFTER UPDATE OF customer_id, order_reference, number_key, environment ON shipment
    FOR EACH ROW
    WHEN ((OLD.customer_id, OLD.order_reference, OLD.number_key, OLD.environment)
          IS DISTINCT FROM (NEW.customer_id, NEW.order_reference, NEW.number_key, NEW.environment))
    EXECUTE FUNCTION gangway_search_changed_shipment();
CREATE TRIGGER search_removed AFTER DELETE ON shipment
    FOR EACH ROW EXECUTE FUNCTION gangway_search_changed_shipment();

CREATE FUNCTION gangway_search_added_names() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO shipment_search (tenant_id, environment, shipment_id, key, reversed)
    SELECT w.tenant_id, w.environment, w.shipment_id, w.key, w.reversed
    FROM (SELECT DISTINCT tenant_id, shipment_id FROM added) a
    JOIN shipment_search_source w ON w.partner_id = a.tenant_id AND w.shipment_id = a.shipment_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER search_added AFTER INSERT ON shipment_reference REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION gangway_search_added_names();
CREATE TRIGGER search_added AFTER INSERT ON package REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION gangway_search_added_names();

CREATE FUNCTION gangway_search_removed_names() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM shipment_search k
    USING (SELECT DISTINCT tenant_id, shipment_id FROM removed) r
    JOIN shipment s ON s.tenant_id = r.tenant_id AND s.id = r.shipment_id
    WHERE k.tenant_id IN (s.tenant_id, s.customer_id) AND k.environment = s.environment AND k.shipment_id = s.id
      AND NOT EXISTS (SELECT FROM shipment_search_source w
                      WHERE w.partner_id = s.tenant_id AND w.shipment_id = s.id AND w.key = k.key);
    RETURN NULL;
END
$$;
CREATE TRIGGER search_removed AFTER DELETE ON shipment_reference REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION gangway_search_removed_names();
CREATE TRIGGER search_removed AFTER DELETE ON package REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION gangway_search_removed_names();

-- The shipments of the transaction's tenant with this part in one of their keys, in no order. It runs as gangway_finder, for
-- whom row-level security shows all rows of this table and no other table exists, so that LIKE may use the index; whose rows
-- count is said by the setting that row-level security obeys, never by who calls. The plan is held to the index.
CREATE POLICY finder_reads ON shipment_search FOR SELECT TO gangway_finder USING (true);
CREATE FUNCTION gangway_find_shipments(part text, of_environment text, most int) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET enable_seqscan = off
    SET enable_indexscan = off
    SET enable_indexonlyscan = off
AS
$$
SELECT k.shipment_id FROM public.shipment_search k
WHERE k.tenant_id = public.gangway_tenant() AND k.environment = of_environment
  AND k.key LIKE '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  AND char_length(part) BETWEEN 3 AND 64
LIMIT most
$$;
REVOKE ALL ON FUNCTION gangway_find_shipments(text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gangway_find_shipments(text, text, int) TO gangway_portal;
GRANT USAGE ON SCHEMA public TO gangway_finder;
GRANT SELECT ON shipment_search TO gangway_finder;
GRANT EXECUTE ON FUNCTION gangway_tenant() TO gangway_finder;
-- An owner of a function must be able to create one, at the moment when it becomes the owner.
GRANT CREATE ON SCHEMA public TO gangway_finder;
ALTER FUNCTION gangway_find_shipments(text, text, int) OWNER TO gangway_finder;
REVOKE CREATE ON SCHEMA public FROM gangway_finder;
