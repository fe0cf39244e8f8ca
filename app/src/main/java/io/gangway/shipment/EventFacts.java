package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import io.gangway.canonical.TrackingNumbers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sender said about an event, as one reading understood it. Whoever says the same again adds nothing but a
 * {@link Report}.
 *
 * @param connection by which it was said; ids and codes are its sender's own
 * @param packageNumbers in their normal form, sorted, each once; empty if the event is about the whole shipment
 */
record EventFacts(
        UUID connection,
        @Nullable String senderEventId,
        Instant occurredAt,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        List<String> packageNumbers,
        @Nullable String service) {
    static EventFacts of(UUID connection, TrackingEvent event) {
        return new EventFacts(
                connection,
                event.senderEventId(),
                stored(event.occurredAt()),
                event.status(),
                event.reason(),
                event.responsible(),
                event.rawCode(),
                event.rawText(),
                Rows.NOWHERE.equals(event.place()) ? null : event.place(),
                event.packageNumbers().stream()
                        .map(TrackingNumbers::key)
                        .distinct()
                        .sorted()
                        .toList(),
                event.service());
    }

    EventIdentity identity() {
        return senderEventId == null
                ? new EventIdentity.Inferred(occurredAt, rawCode)
                : new EventIdentity.Sent(connection, senderEventId);
    }

    /** As PostgreSQL keeps it, so that what is read back equals what was said. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
