package io.gangway.visibility;

import io.gangway.canonical.Carriers;
import io.gangway.canonical.FaultParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.credential.Vault;
import io.gangway.ingest.MessageId;
import io.gangway.ingest.MessageOutcome;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.platform.LikePattern;
import io.gangway.shipment.ShipmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A partner's own messages, each with its result, and what the door refused. */
@Service
@PreAuthorize("hasRole('PARTNER') or hasAnyAuthority('SCOPE_events:read', 'SCOPE_connections:write')")
public class MessageLog {
    private static final String RECEIVED = """
            SELECT m.id, m.received_at, CASE m.state WHEN 'RECEIVED' THEN 'WAITING' ELSE m.state END AS result,
                   m.environment, e.name AS endpoint_name, m.sender_message_id, m.fault_code AS code,
                   m.faults -> 0 ->> 'detail' AS detail, 1::bigint AS occurrences, m.body_size, m.event_count,
                   m.new_event_count, m.correlation_id
            FROM message m
            JOIN endpoint e ON e.tenant_id = m.tenant_id AND e.id = m.endpoint_id
            WHERE m.tenant_id = :tenant AND m.environment = :environment
            """;

    private static final String REFUSED = """
            SELECT NULL::uuid AS id, r.last_at AS received_at, 'REFUSED' AS result, c.environment,
                   e.name AS endpoint_name, NULL AS sender_message_id, r.cause AS code, r.detail, r.occurrences,
                   0 AS body_size, 0 AS event_count, 0 AS new_event_count, r.last_correlation_id AS correlation_id
            FROM refusal r
            JOIN endpoint e ON e.tenant_id = r.tenant_id AND e.id = r.endpoint_id
            JOIN connection c ON c.tenant_id = e.tenant_id AND c.id = e.connection_id
            WHERE r.tenant_id = :tenant AND c.environment = :environment
            """;

    private static final String FILTER = """
            ) line
            WHERE (:result::text IS NULL OR result = :result)
              AND (:text::text IS NULL OR sender_message_id ILIKE :text OR code ILIKE :text OR endpoint_name ILIKE :text
                   OR correlation_id ILIKE :text)
            """;

    /** Each half ends early, so that the newest of many are found by an index and not by sorting all. */
    private static final String NEWEST = " ORDER BY received_at DESC, id DESC LIMIT :reach";

    /** Messages about a number, whichever message reported it first. */
    private static final String ABOUT = """
            SELECT DISTINCT r.message_id
            FROM shipment_search k
            JOIN shipment s ON s.tenant_id = k.tenant_id AND s.id = k.shipment_id
            JOIN event_report r ON r.tenant_id = s.tenant_id AND r.number_id = s.number_id
            WHERE k.tenant_id = :tenant AND k.environment = :environment AND k.key = gangway_search_key(:written)
            ORDER BY r.message_id DESC LIMIT :most""";

    private static final String WITH_CONTENT = """
            SELECT line.*,
                   ARRAY(SELECT DISTINCT n.tracking_number
                         FROM event_report r
                         JOIN tracked_number n ON n.tenant_id = r.tenant_id AND n.id = r.number_id
                         WHERE r.tenant_id = :tenant AND r.message_id = line.id LIMIT :numbers) AS numbers,
                   (SELECT e.status
                    FROM event_report r JOIN event e ON e.tenant_id = r.tenant_id AND e.id = ANY (r.events)
                    WHERE r.tenant_id = :tenant AND r.message_id = line.id
                    ORDER BY e.occurred_at DESC LIMIT 1) AS status
            FROM (%s) line ORDER BY received_at DESC, id DESC NULLS LAST""";

    private static final String COUNTS =
            Stream.of(MessageRow.Result.values()).map(MessageLog::countOf).collect(Collectors.joining(" UNION ALL "));

    private final TenantDatabase database;
    private final Vault vault;
    private final JsonMapper json;

    MessageLog(TenantDatabase database, Vault vault, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.json = json;
    }

    /**
     * The latest first.
     *
     * @param result null for all
     * @param text a tracking number or order reference; else part of the sender's id, a code, an endpoint's name or a
     *     correlation id; all if blank
     */
    public List<MessageLine> page(
            TenantId partner,
            Environment environment,
            MessageRow.@Nullable Result result,
            String text,
            int offset,
            int limit) {
        var rows = CountLimit.within(offset, limit);
        return database.read(
                partner,
                () -> filtered(WITH_CONTENT, " OFFSET :offset LIMIT :limit", partner, environment, result, text)
                        .param("reach", offset + rows)
                        .param("offset", offset)
                        .param("limit", rows)
                        .param("numbers", MessageLine.MAX_NUMBERS + 1)
                        .query(MessageLog::toLine)
                        .list());
    }

    /**
     * Messages that were taken, the newest first, beginning behind {@code cursor}; for machines that read page by page.
     *
     * @param result null for all
     */
    public List<MessageRow> after(
            TenantId partner,
            Environment environment,
            MessageRow.@Nullable Result result,
            @Nullable MessageId cursor,
            int limit) {
        var state = result == MessageRow.Result.WAITING ? "RECEIVED" : result == null ? null : result.name();
        var last = cursor == null ? null : cursor.value();
        return database.read(
                partner,
                () -> database.jdbc()
                        .sql(RECEIVED + """
                                  AND (:state::text IS NULL OR m.state = :state)
                                  AND (:last::uuid IS NULL OR (m.received_at, m.id) < (:lastAt::timestamptz, :last))
                                ORDER BY m.received_at DESC, m.id DESC LIMIT :limit""")
                        .param("tenant", partner.value())
                        .param("environment", environment.name())
                        .param("state", state)
                        .param("last", last)
                        .param("lastAt", last == null ? null : Timestamp.from(Identifiers.madeAt(last)))
                        .param("limit", limit)
                        .query(MessageLog::toRow)
                        .list());
    }

    public int count(TenantId partner, Environment environment, MessageRow.@Nullable Result result, String text) {
        return database.read(
                partner,
                () -> filtered("SELECT count(*) FROM (%s) counted", " LIMIT :reach", partner, environment, result, text)
                        .param("reach", CountLimit.COUNTED)
                        .query(Integer.class)
                        .single());
    }

    /**
     * How many messages ended how, up to one more than {@link CountLimit#ROWS} of each; refusals count each request. Each result
     * is asked for by name, so that the rare ones are counted by their index and the frequent ones soon.
     */
    public Map<MessageRow.Result, Long> countByResult(TenantId partner, Environment environment) {
        var counts = new EnumMap<MessageRow.Result, Long>(MessageRow.Result.class);
        return database.read(partner, () -> {
            database.jdbc()
                    .sql(COUNTS)
                    .param("tenant", partner.value())
                    .param("environment", environment.name())
                    .query(row -> {
                        if (row.getLong("lines") > 0) {
                            counts.put(MessageRow.Result.valueOf(row.getString("result")), row.getLong("lines"));
                        }
                    });
            return counts;
        });
    }

    private static String countOf(MessageRow.Result result) {
        if (result == MessageRow.Result.REFUSED) {
            return "SELECT 'REFUSED' AS result, coalesce(sum(occurrences), 0) AS lines FROM (" + REFUSED + ") refused";
        }
        var state = result == MessageRow.Result.WAITING ? "RECEIVED" : result.name();
        return """
                SELECT '%s' AS result, (SELECT count(*) FROM (
                    SELECT FROM message m WHERE m.tenant_id = :tenant AND m.environment = :environment AND m.state = '%s'
                    LIMIT %d) counted) AS lines""".formatted(result, state, CountLimit.COUNTED);
    }

    /** All about one message of the partner's; empty if it has no such message. */
    public Optional<MessageDetail> find(TenantId partner, MessageId id) {
        return database.read(
                partner,
                () -> database.jdbc()
                        .sql("""
                        SELECT m.*, CASE m.state WHEN 'RECEIVED' THEN 'WAITING' ELSE m.state END AS result,
                               m.fault_code AS code, m.faults -> 0 ->> 'detail' AS detail, 1::bigint AS occurrences,
                               e.name AS endpoint_name, v.descriptor AS verifier,
                               mv.name || ' v' || mv.version AS mapping
                        FROM message m
                        JOIN endpoint e ON e.tenant_id = m.tenant_id AND e.id = m.endpoint_id
                        JOIN verifier v ON v.tenant_id = e.tenant_id AND v.id = e.verifier_id
                        LEFT JOIN mapping_version mv ON mv.tenant_id = m.tenant_id AND mv.id = m.mapping_version_id
                        WHERE m.tenant_id = ? AND m.id = ? AND m.received_at = ?""")
                        .params(partner.value(), id.value(), Timestamp.from(Identifiers.madeAt(id.value())))
                        .query((row, number) -> detail(row, partner, id))
                        .optional());
    }

    private MessageDetail detail(ResultSet row, TenantId partner, MessageId id) throws SQLException {
        var party = row.getString("fault_party");
        var faults = row.getString("faults");
        return new MessageDetail(
                toRow(row, 0),
                row.getString("content_type"),
                json.readValue(row.getString("headers"), new TypeReference<Map<String, List<String>>>() {}),
                vault.open(partner, id.toString(), row.getBytes("body")),
                row.getString("verifier"),
                row.getString("mapping"),
                VisibilityRows.instant(row, "finished_at"),
                row.getInt("attempts"),
                row.getInt("replays"),
                party == null ? null : FaultParty.valueOf(party),
                faults == null ? List.of() : json.readValue(faults, new TypeReference<List<MessageOutcome.Fault>>() {}),
                produced(partner, id));
    }

    private List<MessageDetail.Produced> produced(TenantId partner, MessageId id) {
        return database.jdbc()
                .sql("""
                        SELECT e.*, s.carrier, s.tracking_number
                        FROM event e JOIN shipment s ON s.tenant_id = e.tenant_id AND s.id = e.shipment_id
                        WHERE e.tenant_id = ? AND e.message_id = ?
                        ORDER BY s.tracking_number, e.occurred_at DESC""")
                .params(partner.value(), id.value())
                .query((row, number) -> new MessageDetail.Produced(
                        new ShipmentId(row.getObject("shipment_id", UUID.class)),
                        Carriers.nameOf(row.getString("carrier")),
                        row.getString("tracking_number"),
                        VisibilityRows.timelineEntry(row, number)))
                .list();
    }

    /** Received messages and refusals that match, the newest first, inside {@code outer}. */
    private JdbcClient.StatementSpec filtered(
            String outer,
            String end,
            TenantId partner,
            Environment environment,
            MessageRow.@Nullable Result result,
            String text) {
        var about = about(partner, environment, text);
        var received = half(RECEIVED + (about.isEmpty() ? "" : " AND m.id = ANY (:about)"));
        var lines = about.isEmpty() ? received + " UNION ALL " + half(REFUSED) : received;
        var sql = outer.formatted(
                "SELECT * FROM (" + lines + ") newest ORDER BY received_at DESC, id DESC NULLS LAST" + end);
        return database.jdbc()
                .sql(sql)
                .param("tenant", partner.value())
                .param("environment", environment.name())
                .param("result", result == null ? null : result.name())
                .param("about", about.toArray(UUID[]::new))
                .param("text", about.isEmpty() ? LikePattern.containing(text) : null);
    }

    private static String half(String lines) {
        return "(SELECT * FROM (" + lines + FILTER + NEWEST + ")";
    }

    private List<UUID> about(TenantId partner, Environment environment, String text) {
        var written = text.strip().replace("\0", "");
        return written.isEmpty()
                ? List.of()
                : database.jdbc()
                        .sql(ABOUT)
                        .param("tenant", partner.value())
                        .param("environment", environment.name())
                        .param("written", written)
                        .param("most", CountLimit.COUNTED)
                        .query(UUID.class)
                        .list();
    }

    private static MessageLine toLine(ResultSet row, int number) throws SQLException {
        var status = row.getString("status");
        return new MessageLine(
                toRow(row, number),
                List.of((String[]) row.getArray("numbers").getArray()),
                status == null ? null : ShipmentStatus.valueOf(status));
    }

    private static MessageRow toRow(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new MessageRow(
                id == null ? null : new MessageId(id),
                row.getTimestamp("received_at").toInstant(),
                MessageRow.Result.valueOf(row.getString("result")),
                Environment.valueOf(row.getString("environment")),
                row.getString("endpoint_name"),
                row.getString("sender_message_id"),
                row.getString("code"),
                row.getString("detail"),
                row.getLong("occurrences"),
                row.getInt("body_size"),
                row.getInt("event_count"),
                row.getInt("new_event_count"),
                row.getString("correlation_id"));
    }
}
