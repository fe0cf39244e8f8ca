package io.gangway.ops;

import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.ingest.Messages;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.mapping.CodeRow;
import io.gangway.registry.CodeListRows;
import io.gangway.registry.UnmappedCodeId;
import io.gangway.registry.UnmappedCodes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Gives a sender's codes a meaning, and has the messages that have them read again, which corrects their shipments. */
@Service
@CrossTenant("the messages that are read again are carried by workers of every tenant")
public class CodeMeanings {
    private static final Logger log = LoggerFactory.getLogger(CodeMeanings.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final CodeListRows rows;
    private final UnmappedCodes codes;
    private final Messages messages;
    private final CrossTenantDatabase database;

    CodeMeanings(CodeListRows rows, UnmappedCodes codes, Messages messages, CrossTenantDatabase database) {
        this.rows = rows;
        this.codes = codes;
        this.messages = messages;
        this.database = database;
    }

    /**
     * Adds a row to the code list, then sends every message that has the code through translation again, in batches of
     * 500, each durable by itself. Returns how many messages are on their way; none if the partner has no such code (any
     * more). If it is interrupted, the code stays in the list of unmapped codes with the messages that are left, and the
     * same call goes on with them.
     */
    @PreAuthorize("hasRole('MAP_CODES')")
    public int assign(TenantId partner, UnmappedCodeId id, Meaning meaning, String actor) {
        var found = codes.find(partner, id);
        if (found.isEmpty()) {
            return 0;
        }
        var code = found.get();
        var row = new CodeRow(code.key(), meaning.status(), meaning.reason(), meaning.responsible());
        rows.put(partner, code.connection(), code.list(), List.of(row), actor);
        var requeued = 0;
        var next = codes.messagesWith(partner, id, FIRST, BATCH);
        while (!next.isEmpty()) {
            var batch = next;
            requeued += database.write(() -> messages.reread(partner, batch));
            next = codes.messagesWith(partner, id, batch.getLast(), BATCH);
        }
        log.info("Code {} of list '{}' has a meaning; {} messages are read again", id, code.list(), requeued);
        return requeued;
    }

    /** What a code means. */
    public record Meaning(
            ShipmentStatus status,
            @Nullable Reason reason,
            @Nullable ResponsibleParty responsible) {}
}
