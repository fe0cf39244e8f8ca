-- One row for each name of a shipment instead of one for its partner and another for its customer: what all searches of parts
-- read is half as long.
DROP FUNCTION gangway_find_shipments(text, text, int);
DROP VIEW shipment_search_source;
DROP TABLE shipment_search;

CREATE TABLE shipment_search (
    tenant_id   uuid NOT NULL CONSTRAINT shipment_search_tenant REFERENCES tenant,
    customer_id uuid,
    environment text NOT NULL,
    shipment_id uuid NOT NULL,
    key         text NOT NULL,
    -- For "ends with".
    reversed    text NOT NULL,
    CONSTRAINT shipment_search_pk PRIMARY KEY (tenant_id, environment, shipment_id, key) INCLUDE (customer_id)
);
SELECT gangway_protect('shipment_search');
CREATE POLICY customer_reads ON shipment_search FOR SELECT TO gangway_portal USING (customer_id = gangway_tenant());
GRANT SELECT ON shipment_search TO gangway_portal;
GRANT SELECT, INSERT, DELETE, UPDATE (customer_id) ON shipment_search TO gangway_worker;

-- What shipment_search has to hold. A key can be there twice.
CREATE VIEW shipment_search_source WITH (security_invoker = true) AS
SELECT s.tenant_id, s.customer_id, s.environment, s.id AS shipment_id,
       gangway_search_key(name.written) AS key, reverse(gangway_search_key(name.written)) AS reversed
FROM shipment s
CROSS JOIN LATERAL (
    SELECT s.number_key UNION ALL
    SELECT s.order_reference UNION ALL
    SELECT r.reference FROM shipment_reference r WHERE r.tenant_id = s.tenant_id AND r.shipment_id = s.id UNION ALL
    SELECT k.number FROM package k WHERE k.tenant_id = s.tenant_id AND k.shipment_id = s.id) name (written)
WHERE gangway_search_key(name.written) <> '';
GRANT SELECT ON shipment_search_source TO gangway_worker;

-- Forced row-level security binds the owner too, which here has to see every row.
ALTER TABLE shipment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_reference NO FORCE ROW LEVEL SECURITY;
ALTER TABLE package NO FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_search NO FORCE ROW LEVEL SECURITY;
INSERT INTO shipment_search (tenant_id, customer_id, environment, shipment_id, key, reversed)
SELECT DISTINCT tenant_id, customer_id, environment, shipment_id, key, reversed FROM shipment_search_source;
ALTER TABLE shipment FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_reference FORCE ROW LEVEL SECURITY;
ALTER TABLE package FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_search FORCE ROW LEVEL SECURITY;

CREATE INDEX shipment_search_by_key ON shipment_search (tenant_id, environment, key text_pattern_ops);
CREATE INDEX shipment_search_by_end ON shipment_search (tenant_id, environment, reversed text_pattern_ops);
CREATE INDEX shipment_search_of_customer_by_key ON shipment_search (customer_id, environment, key text_pattern_ops)
    WHERE customer_id IS NOT NULL;
CREATE INDEX shipment_search_of_customer_by_end ON shipment_search (customer_id, environment, reversed text_pattern_ops)
    WHERE customer_id IS NOT NULL;
-- The newest keys are read from the index alone; row-level security looks at the included column.
CREATE INDEX shipment_search_of_customer ON shipment_search (customer_id, environment, shipment_id, key)
    INCLUDE (tenant_id) WHERE customer_id IS NOT NULL;
-- Parts of a key. The tenants are in the index too, so that nobody waits for what others have. What is not yet merged into
-- the index is read by every search, so it is kept small.
CREATE INDEX shipment_search_by_part ON shipment_search USING gin (tenant_id, customer_id, key gin_trgm_ops)
    WITH (gin_pending_list_limit = 256);

-- The rows of one shipment are made equal to their source, whichever change called for it.
CREATE FUNCTION gangway_refresh_search(of_tenant uuid, of_shipment uuid) RETURNS void LANGUAGE sql AS
$$
    DELETE FROM shipment_search k
    WHERE k.tenant_id = of_tenant AND k.environment IN ('SANDBOX', 'LIVE') AND k.shipment_id = of_shipment
      AND NOT EXISTS (SELECT FROM shipment_search_source w
                      WHERE w.tenant_id = of_tenant AND w.shipment_id = of_shipment
                        AND w.environment = k.environment AND w.key = k.key);
    INSERT INTO shipment_search (tenant_id, customer_id, environment, shipment_id, key, reversed)
    SELECT DISTINCT w.tenant_id, w.customer_id, w.environment, w.shipment_id, w.key, w.reversed
    FROM shipment_search_source w WHERE w.tenant_id = of_tenant AND w.shipment_id = of_shipment
    ON CONFLICT (tenant_id, environment, shipment_id, key) DO UPDATE SET customer_id = EXCLUDED.customer_id
    WHERE shipment_search.customer_id IS DISTINCT FROM EXCLUDED.customer_id
$$;
REVOKE ALL ON FUNCTION gangway_refresh_search(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gangway_refresh_search(uuid, uuid) TO gangway_worker;

CREATE OR REPLACE FUNCTION gangway_search_added_shipments() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO shipment_search (tenant_id, customer_id, environment, shipment_id, key, reversed)
    SELECT w.tenant_id, w.customer_id, w.environment, w.shipment_id, w.key, w.reversed
    FROM added a JOIN shipment_search_source w ON w.tenant_id = a.tenant_id AND w.shipment_id = a.id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION gangway_search_changed_shipment() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM gangway_refresh_search(OLD.tenant_id, OLD.id);
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION gangway_search_added_names() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO shipment_search (tenant_id, customer_id, environment, shipment_id, key, reversed)
    SELECT w.tenant_id, w.customer_id, w.environment, w.shipment_id, w.key, w.reversed
    FROM (SELECT DISTINCT tenant_id, shipment_id FROM added) a
    JOIN shipment_search_source w ON w.tenant_id = a.tenant_id AND w.shipment_id = a.shipment_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION gangway_search_removed_names() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM gangway_refresh_search(r.tenant_id, r.shipment_id)
    FROM (SELECT DISTINCT tenant_id, shipment_id FROM removed) r;
    RETURN NULL;
END
$$;

-- The shipments of the transaction's tenant with this part in one of their keys, in no order. It runs as gangway_finder, for
-- whom row-level security shows all rows of this table and no other table exists, so that LIKE may use the index; whose rows
-- count is said by the setting that row-level security obeys, never by an argument. The plan is held to the index.
CREATE POLICY finder_reads ON shipment_search FOR SELECT TO gangway_finder USING (true);
CREATE FUNCTION gangway_find_shipments(part text, of_environment text, most int) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET enable_seqscan = off
    SET enable_indexscan = off
    SET enable_indexonlyscan = off
AS
$$
SELECT own.shipment_id FROM public.shipment_search own
WHERE own.tenant_id = public.gangway_tenant() AND own.environment = of_environment
  AND own.key LIKE '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  AND char_length(part) BETWEEN 3 AND 64
UNION ALL
SELECT bought.shipment_id FROM public.shipment_search bought
WHERE bought.customer_id = public.gangway_tenant() AND bought.environment = of_environment
  AND bought.key LIKE '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  AND char_length(part) BETWEEN 3 AND 64
LIMIT most
$$;
REVOKE ALL ON FUNCTION gangway_find_shipments(text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gangway_find_shipments(text, text, int) TO gangway_portal;
GRANT SELECT ON shipment_search TO gangway_finder;
-- An owner of a function must be able to create one, at the moment when it becomes the owner.
GRANT CREATE ON SCHEMA public TO gangway_finder;
ALTER FUNCTION gangway_find_shipments(text, text, int) OWNER TO gangway_finder;
REVOKE CREATE ON SCHEMA public FROM gangway_finder;
