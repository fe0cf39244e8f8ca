package io.gangway.audit;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, to look at; the newest first. */
@Service
public class AuditTrail {
    private static final String SELECT = """
            SELECT e.*, t.name AS organization FROM audit_entry e JOIN tenant t ON t.tenant_id = e.tenant_id
            WHERE (:text::text IS NULL OR position(lower(:text) IN lower(e.actor)) > 0
                   OR position(lower(:text) IN lower(e.action)) > 0 OR position(lower(:text) IN lower(e.subject)) > 0)
            """;

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final JsonMapper json;

    AuditTrail(TenantDatabase database, CrossTenantDatabase everyTenant, JsonMapper json) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.json = json;
    }

    /**
     * A tenant's own entries.
     *
     * @param text part of an actor, action or subject; all if blank
     * @param before number of the entry behind which to go on; null for the newest
     */
    @PreAuthorize("hasRole('SEE_AUDIT') or hasAuthority('SCOPE_admin:read')")
    public List<AuditEntry> of(TenantId tenant, String text, @Nullable Long before, int limit) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql(SELECT + """
                                AND e.tenant_id = :tenant AND (:before::bigint IS NULL OR e.seq < :before)
                                ORDER BY e.seq DESC LIMIT :limit""")
                        .param("tenant", tenant.value())
                        .param("text", wanted(text))
                        .param("before", before)
                        .param("limit", limit)
                        .query(this::entry)
                        .list());
    }

    /** Everybody's newest entries. */
    @PreAuthorize("hasRole('OPERATOR') and hasRole('SEE_AUDIT')")
    @CrossTenant("operators see who did what in every organization")
    public List<AuditEntry> ofAll(String text, int limit) {
        return everyTenant
                .jdbc()
                .sql(SELECT + " ORDER BY e.at DESC, e.id DESC LIMIT :limit")
                .param("text", wanted(text))
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private static @Nullable String wanted(String text) {
        var wanted = text.strip().replace("\0", "");
        return wanted.isEmpty() ? null : wanted;
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("organization"),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                json.readValue(row.getString("detail"), new TypeReference<Map<String, Object>>() {}),
                row.getString("correlation_id"),
                row.getString("address"));
    }
}
