package io.gangway.shipment;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers, and the lock that whoever records something about them holds. */
@Component
@CrossTenant("a batch has messages of several partners")
class NumberTable {
    /** In order, so that two transactions never wait for each other crosswise. */
    private static final String CREATE = """
            INSERT INTO tracked_number (tenant_id, id, environment, carrier, number_key, tracking_number)
            SELECT tenant_id, id, environment, carrier, number_key, tracking_number
            FROM jsonb_populate_recordset(NULL::tracked_number, :rows::jsonb)
            ORDER BY tenant_id, environment, carrier, number_key
            ON CONFLICT ON CONSTRAINT tracked_number_unique DO NOTHING
            RETURNING *
            """;

    /** One after the other, in the order of the rows. */
    private static final String LOCK = """
            SELECT n.* FROM jsonb_populate_recordset(NULL::tracked_number, :rows::jsonb) wanted
            CROSS JOIN LATERAL (
                SELECT * FROM tracked_number n
                WHERE n.tenant_id = wanted.tenant_id AND n.environment = wanted.environment
                  AND n.carrier = wanted.carrier AND n.number_key = wanted.number_key
                FOR NO KEY UPDATE) n
            """;

    private static final String OF_MESSAGES = """
            SELECT DISTINCT n.* FROM jsonb_populate_recordset(NULL::event_report, :rows::jsonb) m
            CROSS JOIN LATERAL (
                SELECT r.number_id FROM event_report r
                WHERE r.tenant_id = m.tenant_id AND r.message_id = m.message_id OFFSET 0) r
            CROSS JOIN LATERAL (
                SELECT * FROM tracked_number n WHERE n.tenant_id = m.tenant_id AND n.id = r.number_id OFFSET 0) n
            """;

    private static final String UNCLAIMED = """
            SELECT DISTINCT n.* FROM shipment s
            JOIN tracked_number n ON n.tenant_id = s.tenant_id AND n.id = s.number_id
            JOIN account a ON a.partner_id = s.tenant_id AND a.environment = s.environment
            WHERE a.tenant_id = ? AND s.environment = ? AND s.customer_id IS NULL
              AND (s.number_key = ANY (?)
                   OR s.id IN (SELECT shipment_id FROM shipment_reference r
                               WHERE r.tenant_id = a.partner_id AND r.reference = ?))
            LIMIT 1000
            """;

    private static final String RENAME = """
            UPDATE tracked_number n SET tracking_number = r.tracking_number
            FROM jsonb_populate_recordset(NULL::tracked_number, :rows::jsonb) r
            WHERE n.tenant_id = r.tenant_id AND n.id = r.id
            """;

    private final JdbcClient jdbc;
    private final Identifiers identifiers;

    NumberTable(CrossTenantDatabase database, Identifiers identifiers) {
        this.jdbc = database.jdbc();
        this.identifiers = identifiers;
    }

    /** Numbers that earlier readings of these messages were about. */
    Set<NumberKey> reportedBy(Collection<MessageReading> readings) {
        record Message(UUID tenantId, UUID messageId) {}
        var messages = readings.stream()
                .map(reading -> new Message(reading.partner().value(), reading.message()))
                .toList();
        return Set.copyOf(jdbc.sql(OF_MESSAGES)
                .param("rows", Rows.json(messages))
                .query((row, number) -> read(row).key())
                .list());
    }

    /**
     * All numbers locked, new ones made.
     *
     * @param numbers with the numbers for people
     */
    Locked lockOrCreate(SortedMap<NumberKey, String> numbers) {
        var wanted = numbers.entrySet().stream()
                .map(number -> Row.of(identifiers.next(), number.getKey(), number.getValue()))
                .toList();
        var created = jdbc.sql(CREATE)
                .param("rows", Rows.json(wanted))
                .query((row, number) -> read(row))
                .list();
        var missing = new HashSet<>(numbers.keySet());
        created.forEach(row -> missing.remove(row.key()));
        if (missing.isEmpty()) {
            return new Locked(created, List.of());
        }
        return new Locked(
                created,
                lock(wanted.stream().filter(row -> missing.contains(row.key())).toList()));
    }

    private List<Row> lock(List<Row> rows) {
        return jdbc.sql(LOCK)
                .param("rows", Rows.json(rows))
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * Locks the numbers of unclaimed shipments that an order could be about, in the order in which the ledger locks them.
     *
     * @param numbers keys of tracking numbers
     */
    List<Row> lockUnclaimed(TenantId customer, Environment environment, String reference, Collection<String> numbers) {
        var found = jdbc.sql(UNCLAIMED)
                .params(customer.value(), environment.name(), numbers.toArray(String[]::new), reference)
                .query((row, number) -> read(row))
                .list();
        return found.isEmpty()
                ? List.of()
                : lock(found.stream().sorted(Comparator.comparing(Row::key)).toList());
    }

    void write(List<NumberChanges> changes) {
        var renamed = changes.stream()
                .map(NumberChanges::number)
                .filter(TrackedNumber::isRenamed)
                .map(number -> Row.of(number.id(), number.key(), number.shown()))
                .toList();
        if (!renamed.isEmpty()) {
            jdbc.sql(RENAME).param("rows", Rows.json(renamed)).update();
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                Rows.uuid(row, "tenant_id"),
                Rows.uuid(row, "id"),
                row.getString("environment"),
                row.getString("carrier"),
                row.getString("number_key"),
                row.getString("tracking_number"));
    }

    /** @param known have shipments, events and reports; {@code created} have none yet */
    record Locked(List<Row> created, List<Row> known) {}

    /** By the names of the columns. */
    record Row(UUID tenantId, UUID id, String environment, String carrier, String numberKey, String trackingNumber) {
        static Row of(UUID id, NumberKey key, String shown) {
            return new Row(key.partner(), id, key.environment().name(), key.carrier(), key.number(), shown);
        }

        NumberKey key() {
            return new NumberKey(tenantId, Environment.valueOf(environment), carrier, numberKey);
        }
    }
}
