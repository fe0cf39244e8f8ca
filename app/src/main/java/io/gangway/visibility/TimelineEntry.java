package io.gangway.visibility;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.ingest.MessageId;
import io.gangway.shipment.EventId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a shipment, in its reading that holds.
 *
 * @param occurredAt by the partner's clock
 * @param recordedAt by ours
 */
public record TimelineEntry(
        EventId id,
        Instant occurredAt,
        Instant recordedAt,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        List<String> packageNumbers,
        MessageId message,
        String correlationId) {}
