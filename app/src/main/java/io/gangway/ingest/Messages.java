package io.gangway.ingest;

import io.gangway.canonical.FaultParty;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import io.gangway.platform.Signals;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way from the inbox to their end; for the workers that carry them. */
@Service
@CrossTenant("workers carry messages of every tenant")
public class Messages {
    private static final String CLAIM = """
            SELECT m.tenant_id, m.id, m.received_at, m.environment, m.connection_id, e.mapping_name, c.revision,
                   m.correlation_id, m.attempts, m.replays, m.body, m.due_at
            FROM gangway_claim_messages(?, ?, ?) m
            JOIN endpoint e ON e.tenant_id = m.tenant_id AND e.id = m.endpoint_id
            JOIN connection c ON c.tenant_id = m.tenant_id AND c.id = m.connection_id
            ORDER BY m.due_at, m.id
            """;

    /** Before any message. */
    private static final Instant BEGINNING = Instant.EPOCH;

    /** A message can become visible with a due time that others have passed already; they are looked for this often. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(2);

    private static final String FINISH = """
            UPDATE message SET state = ?, finished_at = ?, mapping_version_id = ?, event_count = ?, new_event_count = ?,
                               fault_party = ?, fault_code = ?, faults = ?::jsonb, attempts = attempts + 1
            WHERE tenant_id = ? AND id = ? AND received_at = ? AND state = 'RECEIVED'
            """;

    private static final Front NOWHERE = new Front(Instant.MAX, BEGINNING);

    private final CrossTenantDatabase database;
    private final JdbcTemplate jdbc;
    private final Signals signals;
    private final Clock clock;
    private final JsonMapper json;
    private volatile Front front = NOWHERE;

    Messages(CrossTenantDatabase database, Signals signals, Clock clock, JsonMapper json) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.signals = signals;
        this.clock = clock;
        this.json = json;
    }

    /** Claims waiting messages for the running transaction; other nodes pass them over until it ends. */
    public List<WaitingMessage> claim(int most) {
        var now = clock.instant();
        var front = this.front;
        if (front.lookedBackAt().plus(LOOK_BACK).isAfter(now) && front.due().isBefore(now)) {
            var claimed = claim(front.due(), now, most);
            if (claimed.size() == most) {
                this.front = new Front(claimed.getLast().due(), front.lookedBackAt());
                return messages(claimed);
            }
            if (!claimed.isEmpty()) {
                this.front = NOWHERE;
                return messages(claimed);
            }
        }
        var claimed = claim(BEGINNING, now, most);
        this.front = claimed.size() == most ? new Front(claimed.getLast().due(), now) : NOWHERE;
        return messages(claimed);
    }

    private List<Claimed> claim(Instant from, Instant until, int most) {
        return database.jdbc()
                .sql(CLAIM)
                .params(Timestamp.from(from), Timestamp.from(until), most)
                .query((row, number) -> new Claimed(
                        row.getTimestamp("due_at").toInstant(),
                        new WaitingMessage(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                new MessageId(row.getObject("id", UUID.class)),
                                row.getTimestamp("received_at").toInstant(),
                                Environment.valueOf(row.getString("environment")),
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                row.getString("mapping_name"),
                                row.getInt("revision"),
                                row.getString("correlation_id"),
                                row.getInt("attempts"),
                                row.getInt("replays"),
                                row.getBytes("body"))))
                .list();
    }

    private static List<WaitingMessage> messages(List<Claimed> claimed) {
        return claimed.stream().map(Claimed::message).toList();
    }

    private record Claimed(Instant due, WaitingMessage message) {}

    /**
     * How far claims have come through a backlog.
     *
     * @param due of the last message claimed
     * @param lookedBackAt when the messages before it were last looked for
     */
    private record Front(Instant due, Instant lookedBackAt) {}

    /** Writes down how messages ended, in the transaction that claimed them. */
    public void finish(List<MessageOutcome> outcomes) {
        jdbc.batchUpdate(FINISH, outcomes, 200, this::bind);
        outcomes.stream()
                .map(outcome -> outcome.message().tenant())
                .distinct()
                .forEach(tenant ->
                        signals.send(Signals.Channel.OUTCOME, tenant.value().toString()));
    }

    /** Counts a failed attempt of the platform's and leaves the message alone for a while. */
    public void postpone(WaitingMessage message, Duration delay) {
        database.jdbc()
                .sql("""
                        UPDATE message SET attempts = attempts + 1, due_at = ?
                        WHERE tenant_id = ? AND id = ? AND received_at = ? AND state = 'RECEIVED'""")
                .params(
                        Timestamp.from(clock.instant().plus(delay)),
                        message.tenant().value(),
                        message.id().value(),
                        Timestamp.from(message.receivedAt()))
                .update();
    }

    /**
     * Puts a message with faults back into the inbox, to be read with the mapping and code lists of now; false if it has
     * none (any more).
     */
    public boolean replay(TenantId tenant, MessageId id) {
        return requeue(tenant, List.of(id.value()), "m.state IN ('DEAD', 'PARTLY_TRANSLATED')") == 1;
    }

    /**
     * As {@link #replay}, but also for messages without faults. Returns how many of them go through again; those that are
     * on their way already are left alone.
     */
    public int reread(TenantId tenant, List<UUID> ids) {
        return requeue(tenant, ids, "m.state <> 'RECEIVED'");
    }

    private int requeue(TenantId tenant, List<UUID> ids, String condition) {
        var receivedAt =
                ids.stream().map(id -> Identifiers.madeAt(id).toString()).toArray(String[]::new);
        var requeued = database.jdbc()
                .sql("""
                        UPDATE message m SET state = 'RECEIVED', attempts = 0, due_at = ?, replays = m.replays + 1,
                            finished_at = NULL, fault_party = NULL, fault_code = NULL, faults = NULL
                        FROM unnest(?::uuid[], ?::text[]::timestamptz[]) AS wanted(id, received_at)
                        WHERE m.tenant_id = ? AND m.id = wanted.id AND m.received_at = wanted.received_at AND\s""" + condition)
                .params(Timestamp.from(clock.instant()), ids.toArray(UUID[]::new), receivedAt, tenant.value())
                .update();
        if (requeued > 0) {
            signals.send(Signals.Channel.MESSAGE, "");
        }
        return requeued;
    }

    /** How long the message that has waited longest has been due; zero if none waits. */
    public Duration queueAge() {
        var now = clock.instant();
        return database.jdbc()
                .sql("SELECT due_at FROM message WHERE state = 'RECEIVED' AND due_at <= ? ORDER BY due_at LIMIT 1")
                .param(Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }

    /** Forgets fingerprints older than {@code before}: such messages would no longer be known as duplicates. */
    public int forgetFingerprints(Instant before) {
        return database.jdbc()
                .sql("DELETE FROM message_fingerprint WHERE received_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private void bind(PreparedStatement statement, MessageOutcome outcome) throws SQLException {
        switch (outcome) {
            case MessageOutcome.Translated(var message, var version, var events, var fresh) ->
                bind(statement, "TRANSLATED", version, events, fresh, null, List.of());
            case MessageOutcome.PartlyTranslated(
                    var message,
                    var version,
                    var events,
                    var fresh,
                    var party,
                    var faults) -> bind(statement, "PARTLY_TRANSLATED", version, events, fresh, party, faults);
            case MessageOutcome.NothingToReport(var message, var version) ->
                bind(statement, "NOTHING_TO_REPORT", version, 0, 0, null, List.of());
            case MessageOutcome.Dead(var message, var version, var party, var faults) ->
                bind(statement, "DEAD", version, 0, 0, party, faults);
        }
        statement.setObject(9, outcome.message().tenant().value());
        statement.setObject(10, outcome.message().id().value());
        statement.setTimestamp(11, Timestamp.from(outcome.message().receivedAt()));
    }

    private void bind(
            PreparedStatement statement,
            String state,
            @Nullable UUID mappingVersion,
            int events,
            int newEvents,
            @Nullable FaultParty party,
            List<MessageOutcome.Fault> faults)
            throws SQLException {
        statement.setString(1, state);
        statement.setTimestamp(2, Timestamp.from(clock.instant()));
        statement.setObject(3, mappingVersion, Types.OTHER);
        statement.setInt(4, events);
        statement.setInt(5, newEvents);
        statement.setString(6, party == null ? null : party.name());
        statement.setString(7, faults.isEmpty() ? null : faults.getFirst().code());
        statement.setString(8, faults.isEmpty() ? null : json.writeValueAsString(faults));
    }
}
