package io.gangway.api.v1;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.shipment.TimelineEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a shipment.
 *
 * @param id {@code evt_…}
 * @param occurredAt by the partner's clock, UTC
 * @param reportedAt when the partner first reported it so, by its clock, UTC; null if it does not say
 * @param recordedAt by our clock, UTC
 * @param rawCode the sender's own code behind the status
 * @param packageNumbers the handling units it is about; all of them if empty
 */
record EventResource(
        String id,
        Instant occurredAt,
        @Nullable Instant reportedAt,
        Instant recordedAt,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        boolean terminal,
        String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        List<String> packageNumbers,
        String correlationId) {

    static EventResource of(TimelineEntry entry) {
        return new EventResource(
                entry.id().toString(),
                entry.occurredAt(),
                entry.reportedAt(),
                entry.recordedAt(),
                entry.status(),
                entry.reason(),
                entry.responsible(),
                entry.status().terminal(),
                entry.rawCode(),
                entry.rawText(),
                entry.place(),
                entry.packageNumbers(),
                entry.correlationId());
    }
}
