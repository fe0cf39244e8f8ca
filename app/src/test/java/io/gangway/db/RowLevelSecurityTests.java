package io.gangway.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.gangway.kernel.Environment;
import io.gangway.shipment.Orders;
import io.gangway.support.EasyPost;
import io.gangway.support.PlatformTest;
import io.gangway.support.Samples;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An attack by SQL: whoever holds the portal's database login, with one tenant set, tries to read and write every other
 * tenant's rows in every table there is. The tables are taken from the catalogue, so that a new one without a policy
 * fails here.
 */
@PlatformTest
class RowLevelSecurityTests {
    /** Tables without a tenant: nobody's business data. */
    private static final Set<String> OF_NO_TENANT =
            Set.of("flyway_schema_history", "ended_login", "rate_plan", "rate_bucket");

    /** Of these, the ones that not even a policy guards: the portal has no right to them at all. */
    private static final Set<String> UNGUARDED = Set.of("flyway_schema_history");

    private static final String TABLES = """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname NOT LIKE 'qrtz\\_%'""";

    private final Tenancies tenancies;
    private final Orders orders;
    private final SettableClock clock;
    private Tenant customer;
    private Tenant partner;
    private Tenant otherCustomer;
    private Tenant otherPartner;

    RowLevelSecurityTests(Tenancies tenancies, Orders orders, SettableClock clock) {
        this.tenancies = tenancies;
        this.orders = orders;
        this.clock = clock;
    }

    @BeforeEach
    void fillEveryTableForTwoPairsOfTenants() {
        customer = tenancies.customer("Acme");
        partner = tenancies.partner("Northwind");
        otherCustomer = tenancies.customer("Birch");
        otherPartner = tenancies.partner("Baltic");
        fill(customer, partner);
        fill(otherCustomer, otherPartner);
    }

    private void fill(Tenant customer, Tenant partner) {
        tenancies.account(customer, partner);
        tenancies.apiKey(customer);
        tenancies.client(customer, "client-" + UUID.randomUUID());
        tenancies.member(customer, "anna-" + customer.slug(), MemberRole.ADMIN);
        var owner = tenancies.member(partner, "nora-" + partner.slug(), MemberRole.OWNER);
        var other = tenancies.member(partner, "pia-" + partner.slug(), MemberRole.VIEWER);
        Servers.execute("INSERT INTO ownership_offer VALUES ('%s', '%s', '%s', now())"
                .formatted(partner.id().value(), owner.id(), other.id()));
        Servers.execute("""
                INSERT INTO identity_intent (tenant_id, id, kind, email, display_name, created_at, next_attempt_at, done_at)
                VALUES ('%s', gen_random_uuid(), 'REMOVE', 'x@people.example', 'X', now(), now(), now())""".formatted(partner.id().value()));
        var number = "N" + UUID.randomUUID();
        orders.register(customer.id(), Environment.LIVE, "ORD12334", List.of(number));
        var easypost = tenancies.feed(partner, "easypost");
        var body = EasyPost.tracker(number)
                .announced(Instant.parse("2026-01-01T00:00:00Z"))
                .json();
        easypost.post(body, clock.instant());
        easypost.post(
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                clock.instant(),
                Map.of("X-Hmac-Signature", "no"));
        // The packages and references of other senders fill the remaining tables.
        tenancies.feed(partner, "dhl-unified", "standard-webhooks").post(Samples.of("dhl-unified"), clock.instant());
        tenancies.feed(partner, "sendcloud").post(Samples.of("sendcloud"), clock.instant());
        for (var table : List.of("shipment", "package", "event", "shipment_reference", "refusal")) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(count(table, partner))
                            .as("rows of the partner in %s", table)
                            .isPositive());
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Servers.rows("SELECT id FROM shipment WHERE customer_id = '%s'"
                                .formatted(customer.id().value())))
                        .isNotEmpty());
    }

    @Test
    void everyTableOfTenantsIsProtectedAndForced() {
        var unprotected = Servers.rows(TABLES + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)");
        assertThat(unprotected).containsExactlyInAnyOrderElementsOf(UNGUARDED);
        var withoutTenant = Servers.rows(TABLES + """
                 AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id'
                                                              AND NOT a.attisdropped)""");
        assertThat(withoutTenant).containsExactlyInAnyOrderElementsOf(OF_NO_TENANT);
    }

    @Test
    void noLoginOfTheProductMayPassRowLevelSecurityBy() {
        assertThat(Servers.rows("""
                        SELECT rolname FROM pg_roles
                        WHERE rolname LIKE 'gangway%' AND (rolsuper OR rolbypassrls OR rolcreaterole)""")).isEmpty();
        assertThat(Servers.rows("""
                        SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
                        WHERE r.rolname IN ('gangway_portal', 'gangway_worker')""")).isEmpty();
        assertThat(Servers.rows("""
                        SELECT DISTINCT tableowner FROM pg_tables
                        WHERE schemaname = 'public' AND tablename NOT LIKE 'qrtz%'""")).containsExactly("gangway_owner");
    }

    @Test
    void quartzFindsItsLocks() {
        assertThat(Servers.rows("SELECT sched_name || ' ' || lock_name FROM qrtz_locks ORDER BY 1"))
                .containsExactly("gangway STATE_ACCESS", "gangway TRIGGER_ACCESS");
    }

    @Test
    void thePortalMayNotMakeATenantOrAMemberSomethingElse() throws SQLException {
        try (var connection = as(partner)) {
            for (var attack : List.of(
                    "UPDATE tenant SET kind = 'OPERATOR'",
                    "UPDATE member SET role = 'OPERATOR'",
                    "UPDATE api_key SET scopes = '{orders:write}'",
                    "UPDATE api_key SET tenant_id = tenant_id",
                    "UPDATE mapping_version SET created_by = 'somebody else'",
                    "UPDATE endpoint SET token = 'guessed'")) {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate(attack);
                    fail(attack + " was allowed");
                } catch (SQLException refused) {
                    assertThat(refused.getSQLState()).as(attack).isEqualTo("42501");
                }
            }
        }
    }

    @Test
    void aTenantReadsNoRowOfAnother() throws SQLException {
        forEachTable((table, connection, victim) -> {
            if (mayDo(connection, "SELECT", table)) {
                assertThat(number(
                                connection, "SELECT count(*) FROM %s WHERE tenant_id = '%s'".formatted(table, victim)))
                        .as("rows of another tenant seen in %s", table)
                        .isZero();
            }
        });
    }

    @Test
    void aTenantReadsItsOwnRows() throws SQLException {
        var seen = 0;
        for (var own : List.of(customer, partner)) {
            try (var connection = as(own)) {
                for (var table : tables()) {
                    if (mayDo(connection, "SELECT", table) && count(table, own) > 0) {
                        assertThat(number(
                                        connection,
                                        "SELECT count(*) FROM %s WHERE tenant_id = '%s'"
                                                .formatted(table, own.id().value())))
                                .as("own rows seen in %s", table)
                                .isEqualTo(count(table, own));
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(15);
    }

    @Test
    void aTenantChangesNoRowOfAnother() throws SQLException {
        forEachTable((table, connection, victim) -> {
            for (var attack : List.of(
                    "UPDATE %s SET tenant_id = tenant_id WHERE tenant_id = '%s'",
                    "DELETE FROM %s WHERE tenant_id = '%s'")) {
                assertThat(changed(connection, attack.formatted(table, victim)))
                        .as(attack.formatted(table, victim))
                        .isZero();
            }
        });
    }

    @Test
    void aTenantAddsNoRowForAnother() throws SQLException {
        var tried = new java.util.concurrent.atomic.AtomicInteger();
        forEachTable((table, connection, victim) -> {
            for (var row : Servers.rows(
                    "SELECT to_jsonb(t)::text FROM %s t WHERE tenant_id = '%s' LIMIT 1".formatted(table, victim))) {
                tried.incrementAndGet();
                refused(connection, table, row);
            }
        });
        assertThat(tried.get()).isGreaterThan(30);
    }

    @Test
    void aTenantTakesNoRowOverAndGivesNoneAway() throws SQLException {
        for (var table : tables()) {
            try (var connection = as(customer)) {
                if (!mayDo(connection, "UPDATE", table) || count(table, customer) == 0) {
                    continue;
                }
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("UPDATE %s SET tenant_id = '%s' WHERE tenant_id = '%s'"
                            .formatted(
                                    table,
                                    otherCustomer.id().value(),
                                    customer.id().value()));
                    fail("Rows of %s could be given to another tenant.", table);
                } catch (SQLException refused) {
                    assertThat(refused.getSQLState())
                            .as(table + ": " + refused.getMessage())
                            .isEqualTo("42501");
                }
            }
        }
    }

    @Test
    void withoutATenantNothingIsSeen() throws SQLException {
        var postgres = Servers.postgres();
        try (var connection = postgres.connect("gangway", postgres.portal())) {
            for (var table : tables()) {
                if (mayDo(connection, "SELECT", table)) {
                    assertThat(number(connection, "SELECT count(*) FROM " + table))
                            .as(table)
                            .isZero();
                }
            }
        }
    }

    private void forEachTable(Attack attack) throws SQLException {
        for (var table : tables()) {
            for (var attacker : List.of(customer, partner)) {
                for (var victim : List.of(otherCustomer, otherPartner)) {
                    try (var connection = as(attacker)) {
                        attack.run(table, connection, victim.id().value());
                    }
                }
            }
        }
    }

    private static List<String> tables() {
        var tables = Servers.rows(TABLES).stream()
                .filter(table -> !OF_NO_TENANT.contains(table))
                .collect(Collectors.toList());
        assertThat(tables).hasSizeGreaterThan(20);
        return tables;
    }

    /** As the portal is connected while it works for a tenant. */
    private static Connection as(Tenant tenant) throws SQLException {
        var postgres = Servers.postgres();
        var connection = postgres.connect("gangway", postgres.portal());
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT set_config('gangway.tenant', '%s', false)"
                    .formatted(tenant.id().value()));
        }
        return connection;
    }

    private static boolean mayDo(Connection connection, String what, String table) throws SQLException {
        try (var query = connection.prepareStatement("SELECT has_table_privilege(?::regclass, ?)")) {
            query.setString(1, table);
            query.setString(2, what);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many rows an attack changed; one that is forbidden changes none. */
    private static int changed(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo("42501");
            return 0;
        }
    }

    private static void refused(Connection connection, String table, String row) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO %1$s SELECT * FROM jsonb_populate_record(null::%1$s, ?::jsonb)".formatted(table))) {
            insert.setString(1, row);
            insert.executeUpdate();
            fail("A row for another tenant could be added to %s.", table);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState())
                    .as(table + ": " + refused.getMessage())
                    .isEqualTo("42501");
        }
    }

    private static long count(String table, Tenant tenant) {
        return Long.parseLong(Servers.rows("SELECT count(*) FROM %s WHERE tenant_id = '%s'"
                        .formatted(table, tenant.id().value()))
                .getFirst());
    }

    @FunctionalInterface
    private interface Attack {
        void run(String table, Connection connection, UUID victim) throws SQLException;
    }
}
