package io.gangway.visibility;

import io.gangway.kernel.Environment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds shipments by number, order reference or package: as typed, else beginning so, else ending so, else containing it.
 * What is found first holds.
 */
@Component
class ShipmentSearch {
    /** Among so many of the newest keys, hits are found whatever they are; of the others enough are found in any order. */
    private static final int RECENT = 20_000;

    /** Of so many of the newest keys, so many with a part say that it is frequent. */
    private static final int SAMPLE = 2_000;

    private static final int FREQUENT = SAMPLE / 20;

    private static final String OF_PARTNER = "k.tenant_id = :tenant AND k.environment = :environment";
    private static final String OF_CUSTOMER = "k.customer_id = :tenant AND k.environment = :environment";
    private static final String ANY = "SELECT k.shipment_id FROM shipment_search k WHERE %s AND %s LIMIT :most";
    private static final String PART_OF_TENANT = "SELECT gangway_find_shipments(:key, :environment, :most)";
    private static final String OF_ALL = "k.environment = :environment";
    private static final String NEWEST_OF_TENANT = """
            SELECT k.shipment_id FROM (
                SELECT k.shipment_id, k.key FROM shipment_search k WHERE %s
                ORDER BY k.environment DESC, k.shipment_id DESC LIMIT :recent) k
            WHERE k.key LIKE :pattern LIMIT :most""";
    private static final String NEWEST_OF_ALL = """
            SELECT k.shipment_id FROM (
                SELECT s.tenant_id, s.environment, s.id FROM shipment s ORDER BY s.id DESC LIMIT :recent) s
            JOIN shipment_search k ON k.tenant_id = s.tenant_id AND k.environment = s.environment AND k.shipment_id = s.id
            WHERE k.environment = :environment AND k.key LIKE :pattern LIMIT :most""";

    /** At the most {@link CountLimit#COUNTED}; if there are more, the newest as far as they are recent. */
    Set<UUID> find(JdbcClient jdbc, Viewer viewer, Environment environment, String text) {
        var key = jdbc.sql("SELECT gangway_search_key(:text)")
                .param("text", text.replace("\0", ""))
                .query(String.class)
                .single();
        for (var attempt : SearchTry.values()) {
            if (!attempt.isFor(key)) {
                continue;
            }
            var search = new Search(jdbc, viewer, environment, key, attempt);
            // To gather all keys with a frequent part would take its index long; it is found among the newest.
            if (attempt == SearchTry.PART && search.newest(SAMPLE).size() >= FREQUENT) {
                var newest = search.newest(RECENT);
                if (newest.size() >= CountLimit.COUNTED) {
                    return Set.copyOf(newest);
                }
            }
            var found = search.any();
            if (!found.isEmpty()) {
                return found.size() < CountLimit.COUNTED
                        ? Set.copyOf(found)
                        : newestFirst(search.newest(RECENT), found);
            }
        }
        return Set.of();
    }

    private static Set<UUID> newestFirst(List<UUID> newest, List<UUID> others) {
        var all = new LinkedHashSet<>(newest);
        for (var id : others) {
            if (all.size() >= CountLimit.COUNTED) {
                break;
            }
            all.add(id);
        }
        return all;
    }

    private record Search(JdbcClient jdbc, Viewer viewer, Environment environment, String key, SearchTry attempt) {
        List<UUID> any() {
            return switch (viewer) {
                case Viewer.Customer(var tenant) -> anyOf(tenant.value(), OF_CUSTOMER);
                case Viewer.Partner(var tenant) -> anyOf(tenant.value(), OF_PARTNER);
                case Viewer.Operator() ->
                    read(statement(ANY.formatted(OF_ALL, "k.key LIKE :pattern"))
                            .param("pattern", attempt.pattern(key)));
            };
        }

        private List<UUID> anyOf(UUID tenant, String owned) {
            var sql = attempt == SearchTry.PART ? PART_OF_TENANT : ANY.formatted(owned, attempt.condition());
            var reversed = new StringBuilder(key).reverse().toString();
            return read(statement(sql)
                    .param("tenant", tenant)
                    .param("key", key)
                    .param("keyEnd", SearchTry.end(key))
                    .param("reversed", reversed)
                    .param("reversedEnd", SearchTry.end(reversed)));
        }

        /** Most of the newest keys are like it, or at least many are. */
        List<UUID> newest(int recent) {
            return switch (viewer) {
                case Viewer.Customer(var tenant) -> newestOf(tenant.value(), OF_CUSTOMER, recent);
                case Viewer.Partner(var tenant) -> newestOf(tenant.value(), OF_PARTNER, recent);
                case Viewer.Operator() -> read(recent(NEWEST_OF_ALL, recent));
            };
        }

        private List<UUID> newestOf(UUID tenant, String owned, int recent) {
            return read(recent(NEWEST_OF_TENANT.formatted(owned), recent).param("tenant", tenant));
        }

        private JdbcClient.StatementSpec recent(String sql, int recent) {
            return statement(sql).param("recent", recent).param("pattern", attempt.pattern(key));
        }

        private JdbcClient.StatementSpec statement(String sql) {
            return jdbc.sql(sql).param("environment", environment.name()).param("most", CountLimit.COUNTED);
        }

        private static List<UUID> read(JdbcClient.StatementSpec statement) {
            return statement
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
        }
    }
}
