package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Packages, as they are concluded from what was reported. Each statement handles a whole batch. */
@Component
@CrossTenant("a batch has messages of several partners")
class PackageTable {
    private static final String OF_NUMBERS = """
            SELECT k.* FROM jsonb_populate_recordset(NULL::tracked_number, :numbers::jsonb) n
            CROSS JOIN LATERAL (
                SELECT s.id FROM shipment s WHERE s.tenant_id = n.tenant_id AND s.number_id = n.id OFFSET 0) s
            CROSS JOIN LATERAL (
                SELECT * FROM package k WHERE k.tenant_id = n.tenant_id AND k.shipment_id = s.id OFFSET 0) k
            """;

    private static final String UPSERT = """
            INSERT INTO package (tenant_id, id, shipment_id, number, status, reason, raw_code, last_event_at)
            SELECT tenant_id, id, shipment_id, number, status, reason, raw_code, last_event_at
            FROM jsonb_populate_recordset(NULL::package, :rows::jsonb)
            ON CONFLICT ON CONSTRAINT package_number_unique DO UPDATE SET
                status = excluded.status, reason = excluded.reason, raw_code = excluded.raw_code,
                last_event_at = excluded.last_event_at
            """;

    private static final String DELETE = """
            DELETE FROM package k USING jsonb_populate_recordset(NULL::package, :rows::jsonb) r
            WHERE k.tenant_id = r.tenant_id AND k.shipment_id = r.shipment_id AND k.number = r.number
            """;

    private final JdbcClient jdbc;
    private final Identifiers identifiers;

    PackageTable(CrossTenantDatabase database, Identifiers identifiers) {
        this.jdbc = database.jdbc();
        this.identifiers = identifiers;
    }

    /** By shipment, sorted by number. */
    Map<UUID, List<ShipmentState.PackageState>> ofNumbers(Collection<NumberTable.Row> numbers) {
        var packages = new HashMap<UUID, List<ShipmentState.PackageState>>();
        jdbc.sql(OF_NUMBERS).param("numbers", Rows.json(numbers)).query(row -> {
            packages.computeIfAbsent(Rows.uuid(row, "shipment_id"), shipment -> new ArrayList<>())
                    .add(new ShipmentState.PackageState(
                            row.getString("number"),
                            ShipmentStatus.valueOf(row.getString("status")),
                            Rows.reason(row),
                            row.getString("raw_code"),
                            Objects.requireNonNull(Rows.instant(row, "last_event_at"))));
        });
        // In Java's order, which the fold keeps, and not in that of the database's locale.
        packages.values().forEach(list -> list.sort(Comparator.comparing(ShipmentState.PackageState::number)));
        return packages;
    }

    void write(List<NumberChanges> changes) {
        record Gone(UUID tenantId, UUID shipmentId, String number) {}
        var changed = new ArrayList<Row>();
        var gone = new ArrayList<Gone>();
        for (var change : changes) {
            var tenant = change.number().key().partner();
            for (var written : change.shipments()) {
                var shipment = written.after().id();
                written.newPackages()
                        .forEach(state -> changed.add(Row.of(tenant, identifiers.next(), shipment, state)));
                written.formerPackages().forEach(number -> gone.add(new Gone(tenant, shipment, number)));
            }
        }
        if (!gone.isEmpty()) {
            jdbc.sql(DELETE).param("rows", Rows.json(gone)).update();
        }
        if (!changed.isEmpty()) {
            jdbc.sql(UPSERT).param("rows", Rows.json(changed)).update();
        }
    }

    /** By the names of the columns. */
    private record Row(
            UUID tenantId,
            UUID id,
            UUID shipmentId,
            String number,
            String status,
            @Nullable String reason,
            String rawCode,
            Instant lastEventAt) {
        static Row of(UUID tenant, UUID id, UUID shipment, ShipmentState.PackageState state) {
            return new Row(
                    tenant,
                    id,
                    shipment,
                    state.number(),
                    state.status().name(),
                    Rows.name(state.reason()),
                    state.rawCode(),
                    state.lastEventAt());
        }
    }
}
