-- A policy that calls gangway_tenant() asks for the setting with every row; one that selects it asks once a query.
CREATE OR REPLACE FUNCTION gangway_protect(protected regclass) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
    EXECUTE format('CREATE POLICY own_rows ON %s TO gangway_portal
                    USING (tenant_id = (SELECT gangway_tenant())) WITH CHECK (tenant_id = gangway_tenant())', protected);
    EXECUTE format('CREATE POLICY runtime ON %s TO gangway_worker USING (true) WITH CHECK (true)', protected);
END
$$;

DO
$$
DECLARE
    policy record;
BEGIN
    FOR policy IN
        SELECT polname, polrelid::regclass AS protected, pg_get_expr(polqual, polrelid) AS condition
        FROM pg_policy
        WHERE pg_get_expr(polqual, polrelid) IN ('(tenant_id = gangway_tenant())', '(customer_id = gangway_tenant())')
    LOOP
        EXECUTE format('ALTER POLICY %I ON %s USING (%s)', policy.polname, policy.protected,
                       replace(policy.condition, 'gangway_tenant()', '(SELECT gangway_tenant())'));
    END LOOP;
END
$$;
