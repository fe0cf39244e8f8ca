package io.gangway.visibility;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The WHERE of a query for shipments {@code s}; the viewer stands in it before everything else. Statuses are not in it. */
record ShipmentConditions(String sql, Map<String, Object> parameters) {

    /** @param found by {@link ShipmentSearch}; null if nothing was searched for */
    static ShipmentConditions of(Viewer viewer, ShipmentFilter filter, @Nullable Set<UUID> found) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder(
                switch (viewer) {
                    case Viewer.Customer(var tenant) -> {
                        parameters.put("tenant", tenant.value());
                        yield "WHERE s.customer_id = :tenant";
                    }
                    case Viewer.Partner(var tenant) -> {
                        parameters.put("tenant", tenant.value());
                        yield "WHERE s.tenant_id = :tenant";
                    }
                    case Viewer.Operator() -> "WHERE true";
                });
        sql.append(" AND s.environment = :environment");
        parameters.put("environment", filter.environment().name());
        if (found != null) {
            sql.append(" AND s.id = ANY (:found)");
            parameters.put("found", found.toArray(UUID[]::new));
        }
        if (filter.updatedSince() != null) {
            sql.append(" AND s.updated_at >= :since");
            parameters.put("since", Timestamp.from(filter.updatedSince()));
        }
        return new ShipmentConditions(sql.toString(), Map.copyOf(parameters));
    }
}
