package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a shipment, completed from all reports of it.
 *
 * @param id stays the same when later reports complete or correct the event
 * @param occurredAt by the sender's clock
 * @param reportedAt when the sender first reported what holds, by its clock; null if it does not say
 * @param recordedAt by ours
 * @param packageNumbers those that it is about; all if empty
 * @param message that reported what holds first
 */
public record TimelineEntry(
        EventId id,
        Instant occurredAt,
        @Nullable Instant reportedAt,
        Instant recordedAt,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        List<String> packageNumbers,
        UUID message,
        String correlationId) {
    static TimelineEntry of(ShipmentEvent event) {
        var facts = event.facts();
        var holding = event.holding();
        return new TimelineEntry(
                new EventId(event.id()),
                facts.occurredAt(),
                holding.origin().reportedAt(),
                holding.recordedAt(),
                facts.status(),
                facts.reason(),
                facts.responsible(),
                facts.rawCode(),
                facts.rawText(),
                facts.place(),
                facts.packageNumbers(),
                holding.origin().message(),
                holding.origin().correlationId());
    }
}
