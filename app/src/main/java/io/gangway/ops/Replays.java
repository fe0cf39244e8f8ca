package io.gangway.ops;

import io.gangway.audit.AuditLog;
import io.gangway.ingest.MessageId;
import io.gangway.ingest.Messages;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Sends messages with faults through translation again, with the mapping and code lists of now. */
@Service
@CrossTenant("messages are carried by workers of every tenant")
public class Replays {
    private final CrossTenantDatabase database;
    private final Messages messages;
    private final AuditLog audit;

    Replays(CrossTenantDatabase database, Messages messages, AuditLog audit) {
        this.database = database;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * Events that were recorded before are not recorded twice. Returns false if the partner has no such message, or if it
     * has no faults (any more).
     */
    @PreAuthorize("hasRole('REPLAY') or hasAuthority('SCOPE_connections:write')")
    public boolean replay(TenantId partner, MessageId message, String actor) {
        // First: a replay that is not on record would be worse than one that is on record and did not happen.
        audit.record(partner, actor, "message.replayed", message.toString(), Map.of());
        return database.write(() -> messages.replay(partner, message));
    }
}
