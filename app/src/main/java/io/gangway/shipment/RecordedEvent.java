package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as the fold sees it.
 *
 * @param occurrence hexadecimal hash of what makes it the same happening in the sender's world
 * @param contentHash hexadecimal hash of all that was stated
 */
record RecordedEvent(
        String occurrence,
        String contentHash,
        int revision,
        Instant occurredAt,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        List<String> packageNumbers,
        @Nullable String service,
        @Nullable Instant estimatedDeliveryAt) {}
