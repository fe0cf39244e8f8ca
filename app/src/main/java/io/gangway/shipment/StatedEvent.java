package io.gangway.shipment;

import io.gangway.kernel.Identifiers;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they were stated for the first time: what was said and by which message never changes. What is concluded from
 * all that is known of the number may.
 *
 * @param shipment concluded: whose event it is; null before the first conclusion
 * @param revision concluded: the highest revision that read it so
 * @param standing concluded: place among the statements of its event, in the order in which they were reported last; the
 *     highest holds. Zero if no message says so any more
 */
record StatedEvent(
        UUID id, EventFacts facts, Origin origin, @Nullable UUID shipment, int revision, int standing) {

    StatedEvent concluded(@Nullable UUID shipment, int revision, int standing) {
        return new StatedEvent(id, facts, origin, shipment, revision, standing);
    }

    Instant recordedAt() {
        return Identifiers.madeAt(id);
    }

    /** The message that said it first. */
    record Origin(
            UUID message,
            String correlationId,
            UUID mappingVersion,
            @Nullable Instant reportedAt,
            Instant receivedAt) {}
}
