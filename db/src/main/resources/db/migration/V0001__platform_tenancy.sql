-- The tenant that the running transaction speaks for; null outside of one, and then no row is visible.
-- Set by set_config('gangway.tenant', …, true) at the start of every transaction of the portal role.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION gangway_tenant() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('gangway.tenant', true), '')::uuid;

-- Puts a table behind row-level security: the portal role sees the rows of its tenant, workers cross tenants.
-- FORCE binds the owner as well, so that a forgotten grant can't become a hole.
CREATE FUNCTION gangway_protect(protected regclass) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
    EXECUTE format('CREATE POLICY own_rows ON %s TO gangway_portal
                    USING (tenant_id = gangway_tenant()) WITH CHECK (tenant_id = gangway_tenant())', protected);
    EXECUTE format('CREATE POLICY runtime ON %s TO gangway_worker USING (true) WITH CHECK (true)', protected);
END
$$;

-- Creates the monthly partitions of a time-partitioned table from this month on; a default partition keeps
-- whatever falls outside. Partitions carry no grants and no policies: rows are reached through the parent alone.
CREATE FUNCTION gangway_ensure_partitions(parent regclass, months_ahead int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
    month_start date;
    partition   text;
    made        int := 0;
BEGIN
    FOR step IN 0..months_ahead LOOP
        month_start := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => step))::date;
        partition := format('%s_%s', parent::text, to_char(month_start, 'YYYY_MM'));
        IF to_regclass(partition) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF %s FOR VALUES FROM (%L) TO (%L)',
                partition, parent,
                month_start::timestamp AT TIME ZONE 'UTC',
                (month_start + interval '1 month') AT TIME ZONE 'UTC');
            EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', partition);
            EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', partition);
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END
$$;

REVOKE ALL ON FUNCTION gangway_protect(regclass) FROM PUBLIC;
REVOKE ALL ON FUNCTION gangway_ensure_partitions(regclass, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gangway_ensure_partitions(regclass, int) TO gangway_worker;
GRANT EXECUTE ON FUNCTION gangway_tenant() TO gangway_portal, gangway_worker;
GRANT USAGE ON SCHEMA public TO gangway_portal, gangway_worker;
