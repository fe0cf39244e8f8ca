package io.gangway.registry;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What workers write about codes without a meaning. */
@CrossTenant("workers translate messages of every tenant")
final class UnmappedCodeTable {
    private static final int MAX_KEY_LENGTH = 400;
    private static final int MAX_CODES = 1_000;

    private static final String ADD_CODE = """
            INSERT INTO unmapped_code (tenant_id, id, connection_id, list, key, first_seen_at)
            SELECT ?, ?, ?, ?, ?, ?
            WHERE (SELECT count(*) FROM (SELECT FROM unmapped_code WHERE tenant_id = ? AND connection_id = ?
                                         LIMIT %d) known) < %d
            ON CONFLICT ON CONSTRAINT unmapped_code_unique DO NOTHING
            """.formatted(MAX_CODES, MAX_CODES);

    private static final String ADD_SIGHTING = """
            INSERT INTO unmapped_code_sighting (tenant_id, code_id, message_id, received_at, raw_text)
            SELECT tenant_id, id, ?, ?, ? FROM unmapped_code
            WHERE tenant_id = ? AND connection_id = ? AND list = ? AND key = ?
            ON CONFLICT DO NOTHING
            """;

    /** One order for all workers, so that none waits for another crosswise. */
    private static final Comparator<UnmappedCode.Sighting> ORDER = Comparator.comparing(
                    (UnmappedCode.Sighting sighting) -> sighting.connection().value())
            .thenComparing(UnmappedCode.Sighting::list)
            .thenComparing(sighting -> String.join("\u0001", sighting.key()))
            .thenComparing(UnmappedCode.Sighting::message);

    private final JdbcTemplate jdbc;
    private final Identifiers identifiers;

    UnmappedCodeTable(CrossTenantDatabase database, Identifiers identifiers) {
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.identifiers = identifiers;
    }

    void add(List<UnmappedCode.Sighting> sightings) {
        var sorted = sightings.stream()
                .filter(UnmappedCodeTable::isPossible)
                .sorted(ORDER)
                .toList();
        if (sorted.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(ADD_CODE, sorted, 500, (statement, sighting) -> {
            statement.setObject(1, sighting.partner().value());
            statement.setObject(2, identifiers.next());
            statement.setObject(3, sighting.connection().value());
            statement.setString(4, sighting.list());
            statement.setArray(
                    5,
                    statement
                            .getConnection()
                            .createArrayOf("text", sighting.key().toArray()));
            statement.setTimestamp(6, Timestamp.from(sighting.receivedAt()));
            statement.setObject(7, sighting.partner().value());
            statement.setObject(8, sighting.connection().value());
        });
        jdbc.batchUpdate(ADD_SIGHTING, sorted, 500, (statement, sighting) -> {
            statement.setObject(1, sighting.message());
            statement.setTimestamp(2, Timestamp.from(sighting.receivedAt()));
            statement.setString(3, sighting.rawText());
            statement.setObject(4, sighting.partner().value());
            statement.setObject(5, sighting.connection().value());
            statement.setString(6, sighting.list());
            statement.setArray(
                    7,
                    statement
                            .getConnection()
                            .createArrayOf("text", sighting.key().toArray()));
        });
    }

    void forget(List<UnmappedCode.Reread> messages) {
        jdbc.batchUpdate(
                "DELETE FROM unmapped_code_sighting WHERE tenant_id = ? AND message_id = ?",
                messages,
                500,
                (statement, message) -> {
                    statement.setObject(1, message.partner().value());
                    statement.setObject(2, message.message());
                });
    }

    /** A hostile payload can have codes that no index has room for. */
    private static boolean isPossible(UnmappedCode.Sighting sighting) {
        return !sighting.key().isEmpty()
                && sighting.key().size() <= 4
                && sighting.key().stream().mapToInt(String::length).sum() <= MAX_KEY_LENGTH
                && sighting.key().stream().noneMatch(code -> code.indexOf('\0') >= 0);
    }
}
