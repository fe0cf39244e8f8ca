package io.gangway.visibility;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantDatabase;
import io.gangway.shipment.ShipmentId;
import io.gangway.shipment.ShipmentTimeline;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shipments to look at, each viewer's own. What is not the viewer's does not exist for it. */
@Service
@CrossTenant("operators look at every tenant's shipments")
public class TrackedShipments {
    private static final String SELECT = """
            SELECT s.*, p.name AS partner_name, c.name AS customer_name
            FROM shipment s
            LEFT JOIN tenant p ON p.tenant_id = s.tenant_id
            LEFT JOIN tenant c ON c.tenant_id = s.customer_id
            """;

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;

    TrackedShipments(TenantDatabase database, CrossTenantDatabase everyTenant) {
        this.database = database;
        this.everyTenant = everyTenant;
    }

    /** The latest changed first; for lists that a person scrolls. */
    public List<ShipmentRow> page(Viewer viewer, ShipmentFilter filter, int offset, int limit) {
        var where = ShipmentConditions.of(viewer, filter);
        return read(
                viewer,
                jdbc -> jdbc.sql(SELECT + where.sql()
                                + " ORDER BY s.updated_at DESC, s.id DESC OFFSET :offset LIMIT :limit")
                        .params(where.parameters())
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(VisibilityRows::shipment)
                        .list());
    }

    public int count(Viewer viewer, ShipmentFilter filter) {
        var where = ShipmentConditions.of(viewer, filter);
        return read(
                viewer,
                jdbc -> jdbc.sql("SELECT count(*) FROM shipment s " + where.sql())
                        .params(where.parameters())
                        .query(Integer.class)
                        .single());
    }

    /** How many shipments stand at each status; statuses without one are left out. */
    public Map<ShipmentStatus, Integer> countByStatus(Viewer viewer, Environment environment) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment));
        var counts = new EnumMap<ShipmentStatus, Integer>(ShipmentStatus.class);
        return read(viewer, jdbc -> {
            jdbc.sql("SELECT s.status, count(*) AS shipments FROM shipment s " + where.sql() + " GROUP BY s.status")
                    .params(where.parameters())
                    .query(row -> {
                        counts.put(ShipmentStatus.valueOf(row.getString("status")), row.getInt("shipments"));
                    });
            return counts;
        });
    }

    /**
     * The newest first, beginning behind {@code cursor}; for machines that read page by page. New shipments shift
     * nothing, since the order is that of their ids.
     */
    public List<ShipmentRow> after(Viewer viewer, ShipmentFilter filter, @Nullable ShipmentId cursor, int limit) {
        var where = ShipmentConditions.of(viewer, filter);
        var behind = cursor == null ? "" : " AND s.id < :cursor";
        return read(viewer, jdbc -> {
            var query = jdbc.sql(SELECT + where.sql() + behind + " ORDER BY s.id DESC LIMIT :limit")
                    .params(where.parameters())
                    .param("limit", limit);
            if (cursor != null) {
                query = query.param("cursor", cursor.value());
            }
            return query.query(VisibilityRows::shipment).list();
        });
    }

    /** Also by the id of a shipment that has become part of another one. */
    public Optional<ShipmentRow> find(Viewer viewer, Environment environment, ShipmentId id) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment));
        return read(
                viewer,
                jdbc -> jdbc.sql(
                                SELECT + where.sql()
                                        + " AND s.id = coalesce((SELECT a.shipment_id FROM shipment_alias a WHERE a.id = :id), :id)")
                        .params(where.parameters())
                        .param("id", id.value())
                        .query(VisibilityRows::shipment)
                        .optional());
    }

    /** What happened, the latest first; each event once. */
    public List<TimelineEntry> timeline(Viewer viewer, Environment environment, ShipmentId id) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment));
        return read(viewer, jdbc -> {
            var timeline = new ShipmentTimeline();
            jdbc.sql("""
                            SELECT e.* FROM event e JOIN shipment s ON s.tenant_id = e.tenant_id AND s.id = e.shipment_id
                            %s AND e.shipment_id = :id""".formatted(where.sql()))
                    .params(where.parameters())
                    .param("id", id.value())
                    .query(timeline::add);
            return timeline.latestFirst().stream().map(TimelineEntry::of).toList();
        });
    }

    public List<PackageRow> packages(Viewer viewer, Environment environment, ShipmentId id) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment));
        return read(
                viewer,
                jdbc -> jdbc.sql("""
                        SELECT k.* FROM package k JOIN shipment s ON s.id = k.shipment_id
                        %s AND k.shipment_id = :id ORDER BY k.number""".formatted(where.sql()))
                        .params(where.parameters())
                        .param("id", id.value())
                        .query(VisibilityRows::packageRow)
                        .list());
    }

    private <T> T read(Viewer viewer, Function<JdbcClient, T> query) {
        return switch (viewer) {
            case Viewer.Customer(var tenant) -> database.read(tenant, () -> query.apply(database.jdbc()));
            case Viewer.Partner(var tenant) -> database.read(tenant, () -> query.apply(database.jdbc()));
            case Viewer.Operator() -> query.apply(everyTenant.jdbc());
        };
    }
}
