package io.gangway.ops;

import io.gangway.canonical.FaultParty;
import io.gangway.ingest.MessageId;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.platform.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Messages that could not be translated, or not as a whole, for operators. */
@Service
@CrossTenant("operators care for every tenant's dead letters")
@PreAuthorize("hasRole('OPERATOR')")
public class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private static final String FROM = """
            FROM message m
            JOIN tenant t ON t.tenant_id = m.tenant_id
            JOIN endpoint e ON e.tenant_id = m.tenant_id AND e.id = m.endpoint_id
            WHERE m.state IN ('DEAD', 'PARTLY_TRANSLATED')
              AND (:party::text IS NULL OR m.fault_party = :party)
              AND (:text::text IS NULL OR t.name ILIKE :text OR e.name ILIKE :text OR m.fault_code ILIKE :text
                   OR m.correlation_id ILIKE :text)
            """;

    private final CrossTenantDatabase database;
    private final Replays replays;

    DeadLetters(CrossTenantDatabase database, Replays replays) {
        this.database = database;
        this.replays = replays;
    }

    /**
     * The latest first.
     *
     * @param party at fault; null for all
     * @param text part of a partner's or endpoint's name, a code or a correlation id; all if blank
     */
    public List<DeadLetter> page(@Nullable FaultParty party, String text, int offset, int limit) {
        return filtered("""
                        SELECT m.tenant_id, t.name AS partner_name, m.id, m.environment, e.name AS endpoint_name,
                               m.received_at, m.finished_at, m.state, m.fault_party, m.fault_code,
                               m.faults -> 0 ->> 'detail' AS fault, m.replays, m.correlation_id
                        """ + FROM + " ORDER BY m.finished_at DESC, m.id DESC OFFSET :offset LIMIT :limit", party, text)
                .param("offset", offset)
                .param("limit", limit)
                .query(DeadLetters::toRecord)
                .list();
    }

    public int count(@Nullable FaultParty party, String text) {
        return filtered("SELECT count(*) " + FROM, party, text)
                .query(Integer.class)
                .single();
    }

    /** How many there are by party at fault. */
    public Map<FaultParty, Integer> countByParty() {
        var counts = new EnumMap<FaultParty, Integer>(FaultParty.class);
        database.jdbc()
                .sql(
                        "SELECT fault_party, count(*) AS letters FROM message WHERE state IN ('DEAD', 'PARTLY_TRANSLATED') GROUP BY fault_party")
                .query(row -> {
                    counts.put(FaultParty.valueOf(row.getString("fault_party")), row.getInt("letters"));
                });
        return counts;
    }

    /**
     * Sends dead letters through translation again, with the mappings and code lists of today. Events that were recorded
     * before are not recorded twice. Returns how many are on their way; those that were no dead letters any more are not
     * counted.
     */
    public int replay(Collection<DeadLetter> letters, String actor) {
        var revived = 0;
        for (var letter : letters) {
            if (replays.replay(letter.partner(), letter.message(), actor)) {
                revived++;
            }
        }
        log.info("{} dead letters replayed by {}", revived, actor);
        return revived;
    }

    private JdbcClient.StatementSpec filtered(String sql, @Nullable FaultParty party, String text) {
        return database.jdbc()
                .sql(sql)
                .param("party", party == null ? null : party.name())
                .param("text", LikePattern.containing(text));
    }

    private static DeadLetter toRecord(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("partner_name"),
                new MessageId(row.getObject("id", UUID.class)),
                Environment.valueOf(row.getString("environment")),
                row.getString("endpoint_name"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("finished_at").toInstant(),
                row.getString("state").equals("PARTLY_TRANSLATED"),
                FaultParty.valueOf(row.getString("fault_party")),
                row.getString("fault_code"),
                row.getString("fault"),
                row.getInt("replays"),
                row.getString("correlation_id"));
    }
}
