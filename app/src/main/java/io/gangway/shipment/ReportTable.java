package io.gangway.shipment;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What messages say about numbers. Each statement handles a whole batch. */
@Component
@CrossTenant("a batch has messages of several partners")
class ReportTable {
    private static final String OF_NUMBERS = """
            SELECT r.* FROM jsonb_populate_recordset(NULL::tracked_number, :numbers::jsonb) n
            CROSS JOIN LATERAL (
                SELECT * FROM event_report r WHERE r.tenant_id = n.tenant_id AND r.number_id = n.id OFFSET 0) r
            """;

    private static final String DELETE = """
            DELETE FROM event_report r USING jsonb_populate_recordset(NULL::event_report, :rows::jsonb) gone
            WHERE r.tenant_id = gone.tenant_id AND r.message_id = gone.message_id AND r.number_id = gone.number_id
            """;

    private static final String INSERT = """
            INSERT INTO event_report (%1$s) SELECT %1$s FROM jsonb_populate_recordset(NULL::event_report, :rows::jsonb)
            """.formatted("""
            tenant_id, message_id, number_id, part, revision, received_at, reported_at, events, shipper_references,
            account_number, estimated_delivery_at, estimated_delivery_on""");

    private final JdbcClient jdbc;

    ReportTable(CrossTenantDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** By number. */
    Map<UUID, List<Report>> ofNumbers(Collection<NumberTable.Row> numbers) {
        var reports = new HashMap<UUID, List<Report>>();
        jdbc.sql(OF_NUMBERS).param("numbers", Rows.json(numbers)).query(row -> {
            reports.computeIfAbsent(Rows.uuid(row, "number_id"), number -> new ArrayList<>())
                    .add(read(row));
        });
        return reports;
    }

    void write(List<NumberChanges> changes) {
        record Gone(UUID tenantId, UUID messageId, UUID numberId) {}
        var gone = changes.stream()
                .flatMap(change -> change.withdrawn().stream()
                        .map(message -> new Gone(
                                change.number().key().partner(),
                                message,
                                change.number().id())))
                .toList();
        if (!gone.isEmpty()) {
            jdbc.sql(DELETE).param("rows", Rows.json(gone)).update();
        }
        var filed = changes.stream()
                .flatMap(change -> change.filed().stream().map(report -> Row.of(change.number(), report)))
                .toList();
        if (!filed.isEmpty()) {
            jdbc.sql(INSERT).param("rows", Rows.json(filed)).update();
        }
    }

    private static Report read(ResultSet row) throws SQLException {
        return new Report(
                Rows.uuid(row, "message_id"),
                row.getInt("part"),
                row.getInt("revision"),
                Objects.requireNonNull(Rows.instant(row, "received_at")),
                Rows.instant(row, "reported_at"),
                Rows.uuids(row, "events"),
                Rows.texts(row, "shipper_references"),
                row.getString("account_number"),
                Rows.instant(row, "estimated_delivery_at"),
                row.getObject("estimated_delivery_on", LocalDate.class));
    }

    /** By the names of the columns. */
    private record Row(
            UUID tenantId,
            UUID messageId,
            UUID numberId,
            int part,
            int revision,
            Instant receivedAt,
            @Nullable Instant reportedAt,
            List<UUID> events,
            List<String> shipperReferences,
            @Nullable String accountNumber,
            @Nullable Instant estimatedDeliveryAt,
            @Nullable LocalDate estimatedDeliveryOn) {
        static Row of(TrackedNumber number, Report report) {
            return new Row(
                    number.key().partner(),
                    report.message(),
                    number.id(),
                    report.part(),
                    report.revision(),
                    report.receivedAt(),
                    report.reportedAt(),
                    report.events(),
                    report.references(),
                    report.accountNumber(),
                    report.estimatedDeliveryAt(),
                    report.estimatedDeliveryOn());
        }
    }
}
