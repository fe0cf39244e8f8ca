package io.gangway.registry;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Codes that somebody has to give a meaning, from the messages that have them. */
@Service
public class UnmappedCodes {
    /** Counts end here; a list shows "1,000+". */
    public static final int MAX_COUNT = 1_001;

    private static final int MAX_LISTED = 500;

    private static final String SELECT = """
            SELECT u.*, t.name AS partner_name, c.name AS connection_name, c.environment, latest.raw_text,
                   latest.received_at AS last_seen_at, seen.messages, examples.ids AS examples
            FROM unmapped_code u
            JOIN tenant t ON t.tenant_id = u.tenant_id
            JOIN connection c ON c.tenant_id = u.tenant_id AND c.id = u.connection_id
            JOIN LATERAL (SELECT s.raw_text, s.received_at FROM unmapped_code_sighting s
                          WHERE s.tenant_id = u.tenant_id AND s.code_id = u.id
                          ORDER BY s.received_at DESC LIMIT 1) latest ON true
            CROSS JOIN LATERAL (SELECT count(*) AS messages
                                FROM (SELECT FROM unmapped_code_sighting s
                                      WHERE s.tenant_id = u.tenant_id AND s.code_id = u.id LIMIT %d) counted) seen
            CROSS JOIN LATERAL (SELECT array_agg(message_id ORDER BY received_at DESC) AS ids
                                FROM (SELECT s.message_id, s.received_at FROM unmapped_code_sighting s
                                      WHERE s.tenant_id = u.tenant_id AND s.code_id = u.id
                                      ORDER BY s.received_at DESC LIMIT 3) newest) examples
            """.formatted(MAX_COUNT);

    private static final String NEWEST = " ORDER BY latest.received_at DESC, u.id LIMIT " + MAX_LISTED;

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final UnmappedCodeTable table;

    UnmappedCodes(TenantDatabase database, CrossTenantDatabase everyTenant, Identifiers identifiers) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.table = new UnmappedCodeTable(everyTenant, identifiers);
    }

    /**
     * Notes which codes messages met, in the running transaction of the worker that read them. Codes that no list could
     * have (too long, or with NUL) are left out, and so are new ones of a connection that has 1,000 already.
     *
     * @param reread messages that were read before: what they met then no longer counts
     */
    @CrossTenant("workers translate messages of every tenant")
    public void note(List<UnmappedCode.Sighting> sightings, List<UnmappedCode.Reread> reread) {
        table.forget(reread);
        table.add(sightings);
    }

    /** A partner's own codes that need a meaning, the last seen first; at most 500. */
    @PreAuthorize("hasRole('PARTNER')")
    public List<UnmappedCode> of(TenantId partner, Environment environment) {
        return database.read(
                partner,
                () -> database.jdbc()
                        .sql(SELECT + "WHERE u.tenant_id = ? AND c.environment = ?" + NEWEST)
                        .params(partner.value(), environment.name())
                        .query(UnmappedCodes::toRecord)
                        .list());
    }

    /** Every partner's codes that need a meaning, the last seen first; at most 500. */
    @PreAuthorize("hasRole('OPERATOR')")
    @CrossTenant("operators help every partner")
    public List<UnmappedCode> ofAllPartners(Environment environment) {
        return everyTenant
                .jdbc()
                .sql(SELECT + "WHERE c.environment = ?" + NEWEST)
                .param(environment.name())
                .query(UnmappedCodes::toRecord)
                .list();
    }

    /** Empty if the partner has no such code, or nothing has it any more. */
    public Optional<UnmappedCode> find(TenantId partner, UnmappedCodeId id) {
        return database.read(
                partner,
                () -> database.jdbc()
                        .sql(SELECT + "WHERE u.tenant_id = ? AND u.id = ?")
                        .params(partner.value(), id.value())
                        .query(UnmappedCodes::toRecord)
                        .optional());
    }

    /** The next messages that have the code, the oldest first; for reading them again. */
    @CrossTenant("the runtime reads messages of every tenant again")
    public List<UUID> messagesWith(TenantId partner, UnmappedCodeId id, UUID after, int limit) {
        return everyTenant
                .jdbc()
                .sql("""
                        SELECT message_id FROM unmapped_code_sighting
                        WHERE tenant_id = ? AND code_id = ? AND message_id > ? ORDER BY message_id LIMIT ?""")
                .params(partner.value(), id.value(), after, limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static UnmappedCode toRecord(ResultSet row, int number) throws SQLException {
        return new UnmappedCode(
                new UnmappedCodeId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("partner_name"),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getString("connection_name"),
                Environment.valueOf(row.getString("environment")),
                row.getString("list"),
                Arrays.asList((String[]) row.getArray("key").getArray()),
                row.getString("raw_text"),
                row.getInt("messages"),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                Arrays.asList((UUID[]) row.getArray("examples").getArray()));
    }
}
