package io.gangway.audit;

import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What was done, kept append-only. What a tenant changes is told in the transaction of the change; an operator's
 * replay before it is tried. */
@Service
public class AuditLog {
    private final TenantDatabase database;
    private final Identifiers identifiers;
    private final Clock clock;
    private final JsonMapper json;

    AuditLog(TenantDatabase database, Identifiers identifiers, Clock clock, JsonMapper json) {
        this.database = database;
        this.identifiers = identifiers;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param actor who, such as {@code member:nora@northwind.example}
     * @param action what, in the past: {@code api-key.created}
     * @param subject the public id of what was changed
     * @param detail what a reader needs beside; never a secret
     */
    public void record(TenantId tenant, String actor, String action, String subject, Map<String, ?> detail) {
        database.write(
                tenant,
                () -> database.jdbc()
                        .sql("""
                        INSERT INTO audit_entry (tenant_id, id, at, actor, action, subject, detail, correlation_id, address)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""")
                        .params(
                                tenant.value(),
                                identifiers.next(),
                                Timestamp.from(clock.instant()),
                                actor,
                                action,
                                subject,
                                json.writeValueAsString(detail),
                                MDC.get("correlationId"),
                                MDC.get("address"))
                        .update());
    }
}
