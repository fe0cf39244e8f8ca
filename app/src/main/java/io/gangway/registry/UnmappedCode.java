package io.gangway.registry;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tuple of a sender's codes that its code list has no row for.
 *
 * @param key the codes as the sender writes them
 * @param rawText the sender's words next to it when it was last seen
 * @param messages how many messages have it, at most {@link UnmappedCodes#MAX_COUNT}
 * @param examples the latest messages that have it, at most three
 */
public record UnmappedCode(
        UnmappedCodeId id,
        TenantId partner,
        String partnerName,
        ConnectionId connection,
        String connectionName,
        Environment environment,
        String list,
        List<String> key,
        @Nullable String rawText,
        int messages,
        Instant firstSeenAt,
        Instant lastSeenAt,
        List<UUID> examples) {
    public UnmappedCode {
        key = List.copyOf(key);
        examples = List.copyOf(examples);
    }

    /** A message met it. */
    public record Sighting(
            TenantId partner,
            ConnectionId connection,
            String list,
            List<String> key,
            UUID message,
            Instant receivedAt,
            @Nullable String rawText) {
        public Sighting {
            key = List.copyOf(key);
        }
    }

    /** A message that was read before. */
    public record Reread(TenantId partner, UUID message) {}
}
