package io.gangway.visibility;

import io.gangway.canonical.TrackingNumbers;
import io.gangway.platform.LikePattern;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The WHERE of a query for shipments {@code s}; the viewer stands in it before everything else. */
record ShipmentConditions(String sql, Map<String, Object> parameters) {

    static ShipmentConditions of(Viewer viewer, ShipmentFilter filter) {
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
        if (!filter.statuses().isEmpty()) {
            sql.append(" AND s.status IN (:statuses)");
            parameters.put(
                    "statuses", filter.statuses().stream().map(Enum::name).toList());
        }
        var pattern = LikePattern.containing(filter.text());
        if (pattern != null) {
            sql.append(
                    " AND ((s.tracking_number || ' ' || coalesce(s.order_reference, '')) ILIKE :text OR s.number_key LIKE :key)");
            parameters.put("text", pattern);
            parameters.put(
                    "key",
                    Objects.requireNonNullElse(LikePattern.containing(TrackingNumbers.key(filter.text())), pattern));
        }
        if (filter.updatedSince() != null) {
            sql.append(" AND s.updated_at >= :since");
            parameters.put("since", Timestamp.from(filter.updatedSince()));
        }
        return new ShipmentConditions(sql.toString(), Map.copyOf(parameters));
    }
}
