package io.gangway.visibility;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantDatabase;
import io.gangway.shipment.ShipmentId;
import io.gangway.shipment.ShipmentTimeline;
import io.gangway.shipment.TimelineEntry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Shipments to look at, each viewer's own. What is not the viewer's does not exist for it. */
@Service
@CrossTenant("operators look at every tenant's shipments")
@PreAuthorize("hasRole(#viewer.role()) or (#viewer.role() == 'CUSTOMER' and hasAuthority('SCOPE_shipments:read'))")
public class TrackedShipments {
    private static final String SELECT = """
            SELECT s.*, p.name AS partner_name, c.name AS customer_name
            FROM shipment s
            LEFT JOIN tenant p ON p.tenant_id = s.tenant_id
            LEFT JOIN tenant c ON c.tenant_id = s.customer_id
            """;

    /** Of each status the newest, so that a rare one is found by its index and not among all others. */
    private static final String NEWEST_BY_STATUS = """
            FROM unnest(:statuses) wanted (status)
            CROSS JOIN LATERAL (SELECT s.id, s.updated_at FROM shipment s %s AND s.status = wanted.status
                                ORDER BY s.updated_at DESC, s.id DESC LIMIT :reach) newest
            """;

    private static final String COUNT_BY_STATUS = """
            SELECT wanted.status, (SELECT count(*) FROM (SELECT FROM shipment s %s AND s.status = wanted.status
                                                         LIMIT :reach) counted) AS shipments
            FROM unnest(:statuses) wanted (status)
            """;

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final ShipmentSearch search;

    TrackedShipments(TenantDatabase database, CrossTenantDatabase everyTenant, ShipmentSearch search) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.search = search;
    }

    /** The latest changed first, {@link CountLimit#ROWS} at the most; for lists that a person scrolls. */
    public List<ShipmentRow> page(Viewer viewer, ShipmentFilter filter, int offset, int limit) {
        int rows = CountLimit.within(offset, limit);
        return read(viewer, jdbc -> {
            var where = where(jdbc, viewer, filter);
            var among = filter.statuses().isEmpty()
                    ? where.sql()
                    : "WHERE s.id IN (SELECT newest.id " + NEWEST_BY_STATUS.formatted(where.sql()) + ")";
            return jdbc.sql(SELECT + among + " ORDER BY s.updated_at DESC, s.id DESC OFFSET :offset LIMIT :limit")
                    .params(where.parameters())
                    .param("statuses", statuses(filter.statuses()))
                    .param("reach", offset + rows)
                    .param("offset", offset)
                    .param("limit", rows)
                    .query(VisibilityRows::shipment)
                    .list();
        });
    }

    /** One more than {@link CountLimit#ROWS} if there are more. */
    public int count(Viewer viewer, ShipmentFilter filter) {
        return read(viewer, jdbc -> {
            var where = where(jdbc, viewer, filter);
            var all = "SELECT count(*) FROM (SELECT FROM shipment s " + where.sql() + " LIMIT :reach) counted";
            var some = "SELECT count(*) FROM (SELECT " + NEWEST_BY_STATUS.formatted(where.sql())
                    + " LIMIT :reach) counted";
            return jdbc.sql(filter.statuses().isEmpty() ? all : some)
                    .params(where.parameters())
                    .param("statuses", statuses(filter.statuses()))
                    .param("reach", CountLimit.COUNTED)
                    .query(Integer.class)
                    .single();
        });
    }

    /**
     * How many shipments have each status, up to one more than {@link CountLimit#ROWS}; statuses without one are left out.
     */
    public Map<ShipmentStatus, Integer> countByStatus(Viewer viewer, Environment environment) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment), null);
        var counts = new EnumMap<ShipmentStatus, Integer>(ShipmentStatus.class);
        return read(viewer, jdbc -> {
            jdbc.sql(COUNT_BY_STATUS.formatted(where.sql()))
                    .params(where.parameters())
                    .param("statuses", statuses(EnumSet.allOf(ShipmentStatus.class)))
                    .param("reach", CountLimit.COUNTED)
                    .query(row -> {
                        if (row.getInt("shipments") > 0) {
                            counts.put(ShipmentStatus.valueOf(row.getString("status")), row.getInt("shipments"));
                        }
                    });
            return counts;
        });
    }

    /**
     * The newest first, beginning behind {@code cursor}; for machines that read page by page. New shipments shift
     * nothing, since the order is that of their ids. Of what is searched for, {@link CountLimit#ROWS} are found at the most.
     */
    public List<ShipmentRow> after(Viewer viewer, ShipmentFilter filter, @Nullable ShipmentId cursor, int limit) {
        var behind = (filter.statuses().isEmpty() ? "" : " AND s.status = ANY (:statuses)")
                + (cursor == null ? "" : " AND s.id < :cursor");
        return read(viewer, jdbc -> {
            var where = where(jdbc, viewer, filter);
            return jdbc.sql(SELECT + where.sql() + behind + " ORDER BY s.id DESC LIMIT :limit")
                    .params(where.parameters())
                    .param("statuses", statuses(filter.statuses()))
                    .param("cursor", cursor == null ? null : cursor.value())
                    .param("limit", limit)
                    .query(VisibilityRows::shipment)
                    .list();
        });
    }

    private ShipmentConditions where(JdbcClient jdbc, Viewer viewer, ShipmentFilter filter) {
        var found = filter.text().isEmpty() ? null : search.find(jdbc, viewer, filter.environment(), filter.text());
        return ShipmentConditions.of(viewer, filter, found);
    }

    private static String[] statuses(Set<ShipmentStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Also by the id of a shipment that has become part of another one. */
    public Optional<ShipmentRow> find(Viewer viewer, Environment environment, ShipmentId id) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment), null);
        return read(
                viewer,
                jdbc -> jdbc.sql(SELECT + where.sql() + " AND s.id = :id")
                        .params(where.parameters())
                        .param("id", partOf(jdbc, id).orElse(id.value()))
                        .query(VisibilityRows::shipment)
                        .optional());
    }

    /** Asked for by itself: behind row-level security no index answers a condition with a query in it. */
    private static Optional<UUID> partOf(JdbcClient jdbc, ShipmentId id) {
        return jdbc.sql("SELECT a.shipment_id FROM shipment_alias a WHERE a.id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    /** What happened, the latest first; each event once. */
    public List<TimelineEntry> timeline(Viewer viewer, Environment environment, ShipmentId id) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment), null);
        return read(viewer, jdbc -> {
            var timeline = new ShipmentTimeline();
            jdbc.sql("""
                            SELECT e.* FROM event e JOIN shipment s ON s.tenant_id = e.tenant_id AND s.id = e.shipment_id
                            %s AND e.shipment_id = :id""".formatted(where.sql()))
                    .params(where.parameters())
                    .param("id", id.value())
                    .query(timeline::add);
            return timeline.latestFirst();
        });
    }

    public List<PackageRow> packages(Viewer viewer, Environment environment, ShipmentId id) {
        var where = ShipmentConditions.of(viewer, ShipmentFilter.all(environment), null);
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
