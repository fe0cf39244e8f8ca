package io.gangway.visibility;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.ingest.MessageId;
import io.gangway.shipment.EventId;
import io.gangway.shipment.ShipmentTimeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a shipment, as its reports are read and completed.
 *
 * @param occurredAt by the partner's clock
 * @param reportedAt when the partner first reported it so, by its clock; null if it does not say
 * @param recordedAt by ours
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
        MessageId message,
        String correlationId) {
    static TimelineEntry of(ShipmentTimeline.Entry entry) {
        return new TimelineEntry(
                entry.id(),
                entry.occurredAt(),
                entry.reportedAt(),
                entry.recordedAt(),
                entry.status(),
                entry.reason(),
                entry.responsible(),
                entry.rawCode(),
                entry.rawText(),
                entry.place(),
                entry.packageNumbers(),
                new MessageId(entry.message()),
                entry.correlationId());
    }
}
