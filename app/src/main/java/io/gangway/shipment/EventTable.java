package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of events. Each statement handles a whole batch. */
@Component
@CrossTenant("a batch has messages of several partners")
class EventTable {
    private static final String INSERT = """
            INSERT INTO event (%1$s) SELECT %1$s FROM jsonb_populate_recordset(NULL::event, :rows::jsonb)
            """.formatted("""
            tenant_id, id, recorded_at, shipment_id, connection_id, message_id, correlation_id, mapping_version_id, revision,
            standing, reported_at, received_at, sender_event_id, occurred_at, status, reason, responsible, raw_code, raw_text,
            city, region, postal_code, country_code, package_numbers, service""");

    private static final String CONCLUDE = """
            UPDATE event e SET shipment_id = r.shipment_id, revision = r.revision, standing = r.standing
            FROM jsonb_populate_recordset(NULL::event, :rows::jsonb) r
            WHERE e.tenant_id = r.tenant_id AND e.id = r.id AND e.recorded_at = r.recorded_at
            """;

    private final JdbcClient jdbc;

    EventTable(CrossTenantDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** By shipment. */
    Map<UUID, List<StatedEvent>> ofShipments(Collection<UUID> shipments) {
        var events = new HashMap<UUID, List<StatedEvent>>();
        jdbc.sql("SELECT * FROM event WHERE shipment_id = ANY (?)")
                .param(shipments.toArray(UUID[]::new))
                .query(row -> {
                    var event = read(row);
                    events.computeIfAbsent(Objects.requireNonNull(event.shipment()), shipment -> new ArrayList<>())
                            .add(event);
                });
        return events;
    }

    void write(List<NumberChanges> changes) {
        write(INSERT, rows(changes, NumberChanges::stated));
        write(CONCLUDE, rows(changes, NumberChanges::concluded));
    }

    private void write(String sql, List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(sql).param("rows", Rows.json(rows)).update();
        }
    }

    private static List<Row> rows(List<NumberChanges> changes, Function<NumberChanges, List<StatedEvent>> events) {
        return changes.stream()
                .flatMap(change -> events.apply(change).stream()
                        .map(event -> Row.of(change.number().key().partner(), event)))
                .toList();
    }

    static StatedEvent read(ResultSet row) throws SQLException {
        return new StatedEvent(
                Rows.uuid(row, "id"),
                new EventFacts(
                        Rows.uuid(row, "connection_id"),
                        row.getString("sender_event_id"),
                        Objects.requireNonNull(Rows.instant(row, "occurred_at")),
                        ShipmentStatus.valueOf(row.getString("status")),
                        Rows.reason(row),
                        Rows.responsible(row),
                        row.getString("raw_code"),
                        row.getString("raw_text"),
                        Rows.place(row),
                        Rows.texts(row, "package_numbers"),
                        row.getString("service")),
                new StatedEvent.Origin(
                        Rows.uuid(row, "message_id"),
                        row.getString("correlation_id"),
                        Rows.uuid(row, "mapping_version_id"),
                        Rows.instant(row, "reported_at"),
                        Objects.requireNonNull(Rows.instant(row, "received_at"))),
                Rows.uuid(row, "shipment_id"),
                row.getInt("revision"),
                row.getInt("standing"));
    }

    /** By the names of the columns. */
    private record Row(
            UUID tenantId,
            UUID id,
            Instant recordedAt,
            @Nullable UUID shipmentId,
            UUID connectionId,
            UUID messageId,
            String correlationId,
            UUID mappingVersionId,
            int revision,
            int standing,
            @Nullable Instant reportedAt,
            Instant receivedAt,
            @Nullable String senderEventId,
            Instant occurredAt,
            String status,
            @Nullable String reason,
            @Nullable String responsible,
            String rawCode,
            @Nullable String rawText,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String countryCode,
            List<String> packageNumbers,
            @Nullable String service) {
        static Row of(UUID tenant, StatedEvent event) {
            var facts = event.facts();
            var origin = event.origin();
            var place = Objects.requireNonNullElse(facts.place(), Rows.NOWHERE);
            return new Row(
                    tenant,
                    event.id(),
                    event.recordedAt(),
                    event.shipment(),
                    facts.connection(),
                    origin.message(),
                    origin.correlationId(),
                    origin.mappingVersion(),
                    event.revision(),
                    event.standing(),
                    origin.reportedAt(),
                    origin.receivedAt(),
                    facts.senderEventId(),
                    facts.occurredAt(),
                    facts.status().name(),
                    Rows.name(facts.reason()),
                    Rows.name(facts.responsible()),
                    facts.rawCode(),
                    facts.rawText(),
                    place.city(),
                    place.region(),
                    place.postalCode(),
                    place.countryCode(),
                    facts.packageNumbers(),
                    facts.service());
        }
    }
}
