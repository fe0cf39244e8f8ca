package io.gangway.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantDatabase;
import io.gangway.shipment.Orders;
import io.gangway.support.Caller;
import io.gangway.support.EasyPost;
import io.gangway.support.Feed;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What is found, by whom, and by which index. */
@PlatformTest
class ShipmentSearchTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Tenancies tenancies;
    private final SettableClock clock;
    private final Orders orders;
    private final TrackedShipments shipments;
    private final TenantDatabase database;
    private final String number = "QX"
            + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT) + "ZK";
    private Tenant acme;
    private Tenant northwind;
    private Tenant unrelated;
    private Feed feed;

    ShipmentSearchTests(
            Tenancies tenancies,
            SettableClock clock,
            Orders orders,
            TrackedShipments shipments,
            TenantDatabase database) {
        this.tenancies = tenancies;
        this.clock = clock;
        this.orders = orders;
        this.shipments = shipments;
        this.database = database;
    }

    @BeforeEach
    void oneShipment() {
        acme = tenancies.customer("Acme");
        unrelated = tenancies.customer("Birch");
        northwind = tenancies.partner("Northwind");
        tenancies.account(acme, northwind);
        orders.register(acme.id(), Environment.LIVE, "WH/OUT/" + number.substring(2, 9), List.of(number));
        feed = tenancies.feed(northwind, "easypost");
        feed.post(EasyPost.tracker(number).pickedUp(THEN).json(), clock.instant());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !found(new Viewer.Customer(acme.id()), "").isEmpty());
    }

    @Test
    void findsWholeNumbersBeginningsEndingsPartsAndReferences() {
        var typed = List.of(
                number,
                number.toLowerCase(java.util.Locale.ROOT),
                number.substring(0, 4) + " " + number.substring(4, 8) + "-" + number.substring(8),
                number.substring(0, 1),
                number.substring(0, 6),
                number.substring(number.length() - 2),
                number.substring(4, 9),
                "wh/out/" + number.substring(2, 9),
                "WHOUT",
                number.substring(2, 9));
        for (var viewer :
                List.of(new Viewer.Customer(acme.id()), new Viewer.Partner(northwind.id()), new Viewer.Operator())) {
            for (var text : typed) {
                if (viewer instanceof Viewer.Operator && text.length() < 6) {
                    // Other tests' shipments are found as well.
                    continue;
                }
                assertThat(found(viewer, text)).as("%s: '%s'", viewer, text).contains(number);
            }
        }
    }

    @Test
    void findsNothingElse() {
        for (var text : List.of("%", "_", "\\", "'", "ÄÖÜ", "Q%Z", number + "X", "X" + number)) {
            assertThat(found(new Viewer.Customer(acme.id()), text)).as(text).isEmpty();
        }
    }

    @Test
    void anUnrelatedTenantFindsNothing() {
        for (var text : List.of(number, number.substring(0, 5), number.substring(4, 9), "")) {
            assertThat(found(new Viewer.Customer(unrelated.id()), text)).isEmpty();
            assertThat(found(new Viewer.Partner(unrelated.id()), text)).isEmpty();
        }
    }

    /** Any caller of the function sees the transaction's tenant alone, and every sign of the part is literal. */
    @Test
    void theFunctionThatReadsPastRowLevelSecurityKeepsTenantsApart() {
        assertThat(parts(acme, number.substring(3, 10))).hasSize(1);
        for (var attack : List.of(number.substring(3, 10), "%%%", "___", "%' OR true --", "Q%Z")) {
            assertThat(parts(unrelated, attack)).as(attack).isEmpty();
        }
        assertThat(parts(acme, "%%%")).isEmpty();
        assertThat(parts(acme, number.substring(3, 5))).as("too short").isEmpty();
        assertThatThrownBy(() -> database.read(
                        unrelated.id(),
                        () -> database.jdbc().sql("SET ROLE gangway_finder").update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(Servers.rows("SELECT rolname FROM pg_roles WHERE rolname = 'gangway_finder' AND rolcanlogin"))
                .isEmpty();
        assertThat(Servers.rows("""
                        SELECT table_name FROM information_schema.role_table_grants WHERE grantee = 'gangway_finder'""")).containsExactly("shipment_search");
    }

    @Test
    void rangesAreFoundByTheirIndex() throws SQLException {
        try (var connection =
                        Servers.postgres().connect("gangway", Servers.postgres().superuser());
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO shipment_search (tenant_id, customer_id, environment, shipment_id, key, reversed)
                    SELECT '%1$s', '%1$s', 'LIVE', gen_random_uuid(), k, reverse(k)
                    FROM (SELECT upper(md5(n::text)) AS k FROM generate_series(1, 5000) n) made""".formatted(acme.id().value()));
            statement.execute("ANALYZE shipment_search");
        }
        for (var owner : Map.of("tenant_id", "shipment_search_by_", "customer_id", "shipment_search_of_customer_by_")
                .entrySet()) {
            assertThat(plan(owner.getKey(), "k.key ~>=~ 'QX' AND k.key ~<~ 'QY'"))
                    .contains(owner.getValue() + "key", "(key ~>=~ 'QX'");
            assertThat(plan(owner.getKey(), "k.reversed ~>=~ 'KZ' AND k.reversed ~<~ 'KZZ'"))
                    .contains(owner.getValue() + "end", "(reversed ~>=~ 'KZ'");
        }
    }

    @Test
    void aNumberThatACustomerClaimsLaterIsFoundByIt() {
        var later = number.replace("QX", "LT");
        feed.post(EasyPost.tracker(later).pickedUp(THEN).json(), clock.instant());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !found(new Viewer.Partner(northwind.id()), later).isEmpty());
        assertThat(found(new Viewer.Customer(acme.id()), later)).isEmpty();
        orders.register(acme.id(), Environment.LIVE, "LATER-" + later, List.of(later));
        assertThat(found(new Viewer.Customer(acme.id()), later)).containsExactly(later);
        assertThat(found(new Viewer.Customer(acme.id()), "later" + later.substring(0, 5)))
                .containsExactly(later);
    }

    private List<String> found(Viewer viewer, String text) {
        var filter = new ShipmentFilter(Environment.LIVE, Set.of(), text, null);
        var role = "ROLE_" + viewer.role();
        var rows = Caller.with(role, () -> shipments.page(viewer, filter, 0, 1_000)).stream()
                .map(ShipmentRow::trackingNumber)
                .toList();
        assertThat(Caller.with(role, () -> shipments.count(viewer, filter))).isGreaterThanOrEqualTo(rows.size());
        return rows;
    }

    private List<UUID> parts(Tenant tenant, String part) {
        return database.read(
                tenant.id(),
                () -> database.jdbc()
                        .sql("SELECT gangway_find_shipments(?, 'LIVE', 100)")
                        .param(part)
                        .query(UUID.class)
                        .list());
    }

    /** As the portal's role. */
    private String plan(String owner, String condition) {
        return database.read(acme.id(), () -> {
            return String.join(
                    "\n",
                    database.jdbc()
                            .sql(
                                    "EXPLAIN SELECT k.shipment_id FROM shipment_search k WHERE k.%s = '%s' AND k.environment = 'LIVE' AND %s"
                                            .formatted(owner, acme.id().value(), condition))
                            .query(String.class)
                            .list());
        });
    }
}
