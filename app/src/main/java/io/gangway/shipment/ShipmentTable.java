package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shipments, as they are concluded from what was reported. Each statement handles a whole batch. */
@Component
@CrossTenant("a batch has messages of several partners")
class ShipmentTable {
    private static final String OF_NUMBERS = """
            SELECT s.*, ARRAY (SELECT r.reference FROM shipment_reference r
                               WHERE r.tenant_id = s.tenant_id AND r.shipment_id = s.id) AS shipper_references
            FROM jsonb_populate_recordset(NULL::tracked_number, :numbers::jsonb) n
            CROSS JOIN LATERAL (
                SELECT * FROM shipment s WHERE s.tenant_id = n.tenant_id AND s.number_id = n.id OFFSET 0) s
            """;

    /** What a message can change. */
    private static final String STATE = """
            tracking_number, account_number, status, reason, responsible, raw_code, raw_text, city, region, postal_code,
            country_code, first_event_at, last_event_at, estimated_delivery_at, estimated_delivery_on, delivered_at, service,
            event_count, updated_at""";

    private static final String UPSERT = """
            INSERT INTO shipment (tenant_id, id, environment, carrier, number_id, number_key, created_at, %1$s)
            SELECT tenant_id, id, environment, carrier, number_id, number_key, created_at, %1$s
            FROM jsonb_populate_recordset(NULL::shipment, :rows::jsonb)
            ON CONFLICT ON CONSTRAINT shipment_pk DO UPDATE SET (%1$s) = ROW (%2$s)
            """.formatted(STATE, STATE.replaceAll("\\w+", "excluded.$0"));

    private static final List<String> MERGE = List.of("""
            UPDATE shipment_alias a SET shipment_id = r.shipment_id
            FROM jsonb_populate_recordset(NULL::shipment_alias, :rows::jsonb) r
            WHERE a.tenant_id = r.tenant_id AND a.shipment_id = r.id
            """, """
            INSERT INTO shipment_alias (tenant_id, id, shipment_id)
            SELECT tenant_id, id, shipment_id FROM jsonb_populate_recordset(NULL::shipment_alias, :rows::jsonb)
            """);

    private final JdbcClient jdbc;
    private final PackageTable packages;
    private final Clock clock;

    ShipmentTable(CrossTenantDatabase database, PackageTable packages, Clock clock) {
        this.jdbc = database.jdbc();
        this.packages = packages;
        this.clock = clock;
    }

    /** By number. */
    Map<UUID, List<Shipment>> ofNumbers(Collection<NumberTable.Row> numbers) {
        var packagesOf = packages.ofNumbers(numbers);
        var shipments = new HashMap<UUID, List<Shipment>>();
        jdbc.sql(OF_NUMBERS).param("numbers", Rows.json(numbers)).query(row -> {
            shipments
                    .computeIfAbsent(Rows.uuid(row, "number_id"), number -> new ArrayList<>())
                    .add(read(row, packagesOf.getOrDefault(Rows.uuid(row, "id"), List.of())));
        });
        return shipments;
    }

    /** Shipments of these numbers that nobody has claimed. */
    Set<UUID> unclaimed(List<NumberTable.Row> numbers) {
        return Set.copyOf(jdbc.sql("""
                        SELECT s.id FROM jsonb_populate_recordset(NULL::tracked_number, :numbers::jsonb) n
                        CROSS JOIN LATERAL (
                            SELECT s.id FROM shipment s
                            WHERE s.tenant_id = n.tenant_id AND s.number_id = n.id AND s.customer_id IS NULL OFFSET 0) s
                        """)
                .param("numbers", Rows.json(numbers))
                .query((row, number) -> Rows.uuid(row, "id"))
                .list());
    }

    void write(List<NumberChanges> changes) {
        var now = clock.instant();
        var rows = changes.stream()
                .flatMap(change ->
                        change.shipments().stream().map(written -> Row.of(change.number(), written.after(), now)))
                .toList();
        execute(UPSERT, rows);
        packages.write(changes);
        writeReferences(changes);
        remove(changes);
    }

    private void writeReferences(List<NumberChanges> changes) {
        record Reference(UUID tenantId, UUID shipmentId, String reference) {}
        var added = new ArrayList<Reference>();
        var removed = new ArrayList<Reference>();
        for (var change : changes) {
            var tenant = change.number().key().partner();
            for (var written : change.shipments()) {
                var shipment = written.after().id();
                written.newReferences().forEach(text -> added.add(new Reference(tenant, shipment, text)));
                written.formerReferences().forEach(text -> removed.add(new Reference(tenant, shipment, text)));
            }
        }
        execute("""
                DELETE FROM shipment_reference s
                USING jsonb_populate_recordset(NULL::shipment_reference, :rows::jsonb) r
                WHERE s.tenant_id = r.tenant_id AND s.shipment_id = r.shipment_id AND s.reference = r.reference
                """, removed);
        execute("""
                INSERT INTO shipment_reference (tenant_id, shipment_id, reference)
                SELECT tenant_id, shipment_id, reference
                FROM jsonb_populate_recordset(NULL::shipment_reference, :rows::jsonb)
                """, added);
    }

    private void remove(List<NumberChanges> changes) {
        record Gone(UUID tenantId, UUID id, @Nullable UUID shipmentId) {}
        var gone = changes.stream()
                .flatMap(change -> change.gone().stream()
                        .map(id -> new Gone(
                                change.number().key().partner(),
                                id,
                                change.merged().get(id))))
                .toList();
        var merged = gone.stream().filter(row -> row.shipmentId() != null).toList();
        MERGE.forEach(sql -> execute(sql, merged));
        for (var table : List.of("package", "shipment_reference")) {
            execute("""
                    DELETE FROM %s s USING jsonb_populate_recordset(NULL::shipment, :rows::jsonb) r
                    WHERE s.tenant_id = r.tenant_id AND s.shipment_id = r.id
                    """.formatted(table), gone);
        }
        execute("""
                DELETE FROM shipment s USING jsonb_populate_recordset(NULL::shipment, :rows::jsonb) r
                WHERE s.tenant_id = r.tenant_id AND s.id = r.id
                """, gone);
    }

    private void execute(String sql, Collection<? extends Record> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(sql).param("rows", Rows.json(rows)).update();
        }
    }

    /** Who has to hear of a change of these shipments. */
    List<ShipmentChange> partiesOf(Collection<UUID> shipments) {
        return jdbc.sql("SELECT id, tenant_id, customer_id FROM shipment WHERE id = ANY (?) ORDER BY id")
                .param(shipments.toArray(UUID[]::new))
                .query((row, number) -> {
                    var customer = row.getObject("customer_id", UUID.class);
                    return new ShipmentChange(
                            new ShipmentId(Rows.uuid(row, "id")),
                            new TenantId(Rows.uuid(row, "tenant_id")),
                            customer == null ? null : new TenantId(customer));
                })
                .list();
    }

    private static Shipment read(ResultSet row, List<ShipmentState.PackageState> packages) throws SQLException {
        return new Shipment(
                Rows.uuid(row, "id"),
                row.getString("tracking_number"),
                row.getString("account_number"),
                new TreeSet<>(Rows.texts(row, "shipper_references")),
                new ShipmentState(
                        ShipmentStatus.valueOf(row.getString("status")),
                        Rows.reason(row),
                        Rows.responsible(row),
                        row.getString("raw_code"),
                        row.getString("raw_text"),
                        Rows.place(row),
                        Objects.requireNonNull(Rows.instant(row, "first_event_at")),
                        Objects.requireNonNull(Rows.instant(row, "last_event_at")),
                        Rows.instant(row, "estimated_delivery_at"),
                        row.getObject("estimated_delivery_on", LocalDate.class),
                        Rows.instant(row, "delivered_at"),
                        row.getString("service"),
                        row.getInt("event_count"),
                        packages));
    }

    /** By the names of the columns. */
    private record Row(
            UUID tenantId,
            UUID id,
            String environment,
            String carrier,
            UUID numberId,
            String numberKey,
            Instant createdAt,
            String trackingNumber,
            @Nullable String accountNumber,
            String status,
            @Nullable String reason,
            @Nullable String responsible,
            @Nullable String rawCode,
            @Nullable String rawText,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String countryCode,
            Instant firstEventAt,
            Instant lastEventAt,
            @Nullable Instant estimatedDeliveryAt,
            @Nullable LocalDate estimatedDeliveryOn,
            @Nullable Instant deliveredAt,
            @Nullable String service,
            int eventCount,
            Instant updatedAt) {
        static Row of(TrackedNumber number, Shipment shipment, Instant now) {
            var key = number.key();
            var state = shipment.state();
            var place = Objects.requireNonNullElse(state.place(), Rows.NOWHERE);
            return new Row(
                    key.partner(),
                    shipment.id(),
                    key.environment().name(),
                    key.carrier(),
                    number.id(),
                    key.number(),
                    now,
                    shipment.trackingNumber(),
                    shipment.accountNumber(),
                    state.status().name(),
                    Rows.name(state.reason()),
                    Rows.name(state.responsible()),
                    state.rawCode(),
                    state.rawText(),
                    place.city(),
                    place.region(),
                    place.postalCode(),
                    place.countryCode(),
                    state.firstEventAt(),
                    state.lastEventAt(),
                    state.estimatedDeliveryAt(),
                    state.estimatedDeliveryOn(),
                    state.deliveredAt(),
                    state.service(),
                    state.eventCount(),
                    now);
        }
    }
}
