package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantId;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger's statements; each handles a whole batch. */
@Component
@CrossTenant("a batch has events of many partners' shipments")
class LedgerTables {
    private static final String CREATE = """
            INSERT INTO shipment (tenant_id, id, environment, carrier, tracking_number, account_number, status,
                                  created_at, updated_at)
            SELECT k.tenant_id, k.id, k.environment, k.carrier, k.tracking_number, NULL, 'UNKNOWN', ?, ?
            FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS k(tenant_id, id, environment, carrier, tracking_number, place)
            ORDER BY k.place
            ON CONFLICT ON CONSTRAINT shipment_number_unique DO NOTHING
            """;

    private static final String LOCK = """
            SELECT s.tenant_id, s.id, s.environment, s.carrier, s.tracking_number
            FROM shipment s
            JOIN unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) AS k(tenant_id, environment, carrier, tracking_number)
                USING (tenant_id, environment, carrier, tracking_number)
            ORDER BY s.tenant_id, s.environment, s.carrier, s.tracking_number
            FOR UPDATE OF s
            """;

    private static final String CLAIM_FINGERPRINTS = """
            INSERT INTO event_fingerprint (tenant_id, connection_id, content_hash, event_id, recorded_at)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bytea[], ?::uuid[], ?::text[]::timestamptz[])
                AS f(tenant_id, connection_id, content_hash, event_id, recorded_at)
            ORDER BY tenant_id, connection_id, content_hash
            ON CONFLICT DO NOTHING
            RETURNING event_id
            """;

    private static final String INSERT_EVENT = """
            INSERT INTO event (tenant_id, id, recorded_at, shipment_id, connection_id, message_id, correlation_id,
                               mapping_version_id, revision, occurrence, content_hash, sender_event_id, occurred_at,
                               status, reason, responsible, raw_code, raw_text, city, region, postal_code, country_code,
                               package_numbers, service, estimated_delivery_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE_SHIPMENT = """
            UPDATE shipment SET status = ?, reason = ?, responsible = ?, raw_code = ?, raw_text = ?, city = ?, region = ?,
                   postal_code = ?, country_code = ?, first_event_at = ?, last_event_at = ?, estimated_delivery_at = ?,
                   delivered_at = ?, service = ?, event_count = ?, updated_at = ?
            WHERE id = ?
            """;

    private static final String UPSERT_PACKAGE = """
            INSERT INTO package (tenant_id, id, shipment_id, number, status, reason, raw_code, last_event_at)
            SELECT s.tenant_id, ?, s.id, ?, ?, ?, ?, ? FROM shipment s WHERE s.id = ?
            ON CONFLICT ON CONSTRAINT package_number_unique DO UPDATE SET
                status = excluded.status, reason = excluded.reason, raw_code = excluded.raw_code,
                last_event_at = excluded.last_event_at
            """;

    private final JdbcTemplate jdbc;
    private final Identifiers identifiers;
    private final Clock clock;

    LedgerTables(CrossTenantDatabase database, Identifiers identifiers, Clock clock) {
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Every shipment of {@code keys}, new ones made, all locked; {@code keys} come sorted. */
    Map<ShipmentKey, UUID> lockOrCreate(Set<ShipmentKey> keys) {
        var now = Timestamp.from(clock.instant());
        var tenants = array("uuid", keys, ShipmentKey::partner);
        var environments = array("text", keys, key -> key.environment().name());
        var carriers = array("text", keys, ShipmentKey::carrier);
        var numbers = array("text", keys, ShipmentKey::trackingNumber);
        jdbc.update(
                CREATE,
                now,
                now,
                tenants,
                array("uuid", keys, key -> identifiers.next()),
                environments,
                carriers,
                numbers);
        var found = new HashMap<ShipmentKey, UUID>();
        jdbc.query(
                LOCK,
                row -> {
                    found.put(
                            new ShipmentKey(
                                    row.getObject("tenant_id", UUID.class),
                                    Environment.valueOf(row.getString("environment")),
                                    row.getString("carrier"),
                                    row.getString("tracking_number")),
                            row.getObject("id", UUID.class));
                },
                tenants,
                environments,
                carriers,
                numbers);
        return found;
    }

    /** Records the statements whose content is new, and returns those. */
    List<Statement> insertNew(List<Statement> statements, Map<ShipmentKey, UUID> shipments) {
        record Candidate(UUID id, Statement statement, EventFingerprint fingerprint) {}
        var candidates = statements.stream()
                .map(statement -> new Candidate(identifiers.next(), statement, EventFingerprint.of(statement.event())))
                .toList();
        var fresh = Set.copyOf(jdbc.query(
                CLAIM_FINGERPRINTS,
                (row, number) -> row.getObject(1, UUID.class),
                array(
                        "uuid",
                        candidates,
                        candidate -> candidate.statement().partner().value()),
                array(
                        "uuid",
                        candidates,
                        candidate -> candidate.statement().connection().value()),
                array("bytea", candidates, candidate -> candidate.fingerprint().content()),
                array("uuid", candidates, Candidate::id),
                array(
                        "text",
                        candidates,
                        candidate -> Identifiers.madeAt(candidate.id()).toString())));
        var inserted = candidates.stream()
                .filter(candidate -> fresh.contains(candidate.id()))
                .toList();
        jdbc.batchUpdate(
                INSERT_EVENT,
                inserted,
                500,
                (statement, candidate) -> bind(
                        statement,
                        candidate.id(),
                        Objects.requireNonNull(shipments.get(ShipmentKey.of(candidate.statement()))),
                        candidate.statement(),
                        candidate.fingerprint()));
        return inserted.stream().map(Candidate::statement).toList();
    }

    /** Keeps what names the shipments' orders and accounts; the first account stated stands. */
    void insertReferences(List<Statement> statements, Map<ShipmentKey, UUID> shipments) {
        record Reference(UUID tenant, UUID shipment, String text) {}
        var references = statements.stream()
                .flatMap(statement -> statement.event().references().stream()
                        .map(reference -> new Reference(
                                statement.partner().value(),
                                Objects.requireNonNull(shipments.get(ShipmentKey.of(statement))),
                                reference)))
                .distinct()
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO shipment_reference (tenant_id, shipment_id, reference) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                references,
                500,
                (statement, reference) -> {
                    statement.setObject(1, reference.tenant());
                    statement.setObject(2, reference.shipment());
                    statement.setString(3, reference.text());
                });
        var accounts = statements.stream()
                .filter(statement -> statement.event().accountNumber() != null)
                .toList();
        jdbc.batchUpdate(
                "UPDATE shipment SET account_number = ? WHERE id = ? AND account_number IS NULL",
                accounts,
                500,
                (statement, stated) -> {
                    statement.setString(1, stated.event().accountNumber());
                    statement.setObject(2, shipments.get(ShipmentKey.of(stated)));
                });
    }

    Map<UUID, List<RecordedEvent>> eventsOf(Set<UUID> shipments) {
        var events = new LinkedHashMap<UUID, List<RecordedEvent>>();
        jdbc.query(
                "SELECT * FROM event WHERE shipment_id = ANY (?::uuid[])",
                row -> {
                    events.computeIfAbsent(row.getObject("shipment_id", UUID.class), id -> new ArrayList<>())
                            .add(toEvent(row));
                },
                array("uuid", shipments, id -> id));
        return events;
    }

    void write(Map<UUID, ShipmentState> states) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(UPDATE_SHIPMENT, states.entrySet(), 500, (statement, entry) -> {
            var state = entry.getValue();
            statement.setString(1, state.status().name());
            statement.setString(2, nameOf(state.reason()));
            statement.setString(3, nameOf(state.responsible()));
            statement.setString(4, state.rawCode());
            statement.setString(5, state.rawText());
            bindPlace(statement, 6, state.place());
            statement.setTimestamp(10, Timestamp.from(state.firstEventAt()));
            statement.setTimestamp(11, Timestamp.from(state.lastEventAt()));
            statement.setTimestamp(12, timestamp(state.estimatedDeliveryAt()));
            statement.setTimestamp(13, timestamp(state.deliveredAt()));
            statement.setString(14, state.service());
            statement.setInt(15, state.eventCount());
            statement.setTimestamp(16, now);
            statement.setObject(17, entry.getKey());
        });
        record OfShipment(UUID shipment, ShipmentState.PackageState state) {}
        var packages = states.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().packages().stream().map(state -> new OfShipment(entry.getKey(), state)))
                .toList();
        jdbc.batchUpdate(UPSERT_PACKAGE, packages, 500, (statement, packed) -> {
            statement.setObject(1, identifiers.next());
            statement.setString(2, packed.state().number());
            statement.setString(3, packed.state().status().name());
            statement.setString(4, nameOf(packed.state().reason()));
            statement.setString(5, packed.state().rawCode());
            statement.setTimestamp(6, Timestamp.from(packed.state().lastEventAt()));
            statement.setObject(7, packed.shipment());
        });
    }

    List<ShipmentChange> partiesOf(Set<UUID> shipments) {
        return jdbc.query(
                "SELECT id, tenant_id, customer_id FROM shipment WHERE id = ANY (?::uuid[]) ORDER BY id",
                (row, number) -> {
                    var customer = row.getObject("customer_id", UUID.class);
                    return new ShipmentChange(
                            new ShipmentId(row.getObject("id", UUID.class)),
                            new TenantId(row.getObject("tenant_id", UUID.class)),
                            customer == null ? null : new TenantId(customer));
                },
                array("uuid", shipments, id -> id));
    }

    private void bind(
            PreparedStatement statement, UUID id, UUID shipment, Statement stated, EventFingerprint fingerprint)
            throws SQLException {
        var event = stated.event();
        statement.setObject(1, stated.partner().value());
        statement.setObject(2, id);
        statement.setTimestamp(3, Timestamp.from(Identifiers.madeAt(id)));
        statement.setObject(4, shipment);
        statement.setObject(5, stated.connection().value());
        statement.setObject(6, stated.message());
        statement.setString(7, stated.correlationId());
        statement.setObject(8, stated.mappingVersion());
        statement.setInt(9, stated.revision());
        statement.setBytes(10, fingerprint.occurrence());
        statement.setBytes(11, fingerprint.content());
        statement.setString(12, event.senderEventId());
        statement.setTimestamp(13, Timestamp.from(event.occurredAt()));
        statement.setString(14, event.status().name());
        statement.setString(15, nameOf(event.reason()));
        statement.setString(16, nameOf(event.responsible()));
        statement.setString(17, event.rawCode());
        statement.setString(18, event.rawText());
        bindPlace(statement, 19, event.place());
        statement.setArray(
                23,
                statement
                        .getConnection()
                        .createArrayOf("text", event.packageNumbers().toArray()));
        statement.setString(24, event.service());
        statement.setTimestamp(25, timestamp(event.estimatedDeliveryAt()));
    }

    private static void bindPlace(PreparedStatement statement, int from, @Nullable Place place) throws SQLException {
        if (place == null) {
            for (int i = 0; i < 4; i++) {
                statement.setNull(from + i, Types.VARCHAR);
            }
            return;
        }
        statement.setString(from, place.city());
        statement.setString(from + 1, place.region());
        statement.setString(from + 2, place.postalCode());
        statement.setString(from + 3, place.countryCode());
    }

    private static RecordedEvent toEvent(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        var responsible = row.getString("responsible");
        var estimate = row.getTimestamp("estimated_delivery_at");
        return new RecordedEvent(
                HexFormat.of().formatHex(row.getBytes("occurrence")),
                HexFormat.of().formatHex(row.getBytes("content_hash")),
                row.getInt("revision"),
                row.getTimestamp("occurred_at").toInstant(),
                ShipmentStatus.valueOf(row.getString("status")),
                reason == null ? null : Reason.valueOf(reason),
                responsible == null ? null : ResponsibleParty.valueOf(responsible),
                row.getString("raw_code"),
                row.getString("raw_text"),
                placeOf(row),
                List.of((String[]) row.getArray("package_numbers").getArray()),
                row.getString("service"),
                estimate == null ? null : estimate.toInstant());
    }

    private static @Nullable Place placeOf(ResultSet row) throws SQLException {
        var city = row.getString("city");
        var region = row.getString("region");
        var postalCode = row.getString("postal_code");
        var countryCode = row.getString("country_code");
        return city == null && region == null && postalCode == null && countryCode == null
                ? null
                : new Place(city, region, postalCode, countryCode);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private <T> Array array(String type, Collection<T> rows, Function<T, Object> value) {
        var values = new Object[rows.size()];
        int i = 0;
        for (var row : rows) {
            values[i++] = value.apply(row);
        }
        return Objects.requireNonNull(jdbc.execute((java.sql.Connection connection) ->
                connection.createArrayOf(type, type.equals("bytea") ? bytes(values) : values)));
    }

    private static byte[][] bytes(Object[] values) {
        var bytes = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte[]) values[i];
        }
        return bytes;
    }
}
