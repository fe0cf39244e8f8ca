package io.gangway.shipment;

import java.time.Instant;
import java.util.UUID;

/** By what statements about one number are known to be about one event; see {@link ReportedEvents}. */
sealed interface EventIdentity {
    /** The sender names its events. */
    record Sent(UUID connection, String senderEventId) implements EventIdentity {}

    /** It does not: then time and code tell, and for packages at that time each package. */
    record Inferred(Instant occurredAt, String rawCode) implements EventIdentity {}
}
