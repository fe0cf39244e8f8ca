package io.gangway.support;

import io.gangway.tenant.Tenant;

/** While open, the database refuses every row of one tenant in one table; other tests do not notice. */
public final class FailingInserts implements AutoCloseable {
    private final String table;

    private FailingInserts(String table) {
        this.table = table;
    }

    public static FailingInserts into(String table, Tenant tenant) {
        Servers.execute("""
                CREATE FUNCTION test_refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'refused by a test'; END $$;
                CREATE TRIGGER test_refuse BEFORE INSERT ON %s
                    FOR EACH ROW WHEN (NEW.tenant_id = '%s') EXECUTE FUNCTION test_refuse();""".formatted(table, tenant.id().value()));
        return new FailingInserts(table);
    }

    @Override
    public void close() {
        // The whole table first, as workers do, who would else be met crosswise at its partitions.
        Servers.execute("BEGIN; LOCK TABLE %s IN ACCESS EXCLUSIVE MODE; DROP FUNCTION test_refuse CASCADE; COMMIT"
                .formatted(table));
    }
}
