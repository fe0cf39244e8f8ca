package io.gangway.visibility;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.Environment;
import io.gangway.shipment.ShipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as it can be shown.
 *
 * @param partnerName who tells of it
 * @param customerName whose it is; null while unclaimed
 * @param contested several customers answer to it, so that nobody has it
 * @param place where it was last
 * @param lastEventAt by the partner's clock
 * @param updatedAt by ours
 */
public record ShipmentRow(
        ShipmentId id,
        Environment environment,
        String partnerName,
        @Nullable String customerName,
        boolean contested,
        String carrier,
        String trackingNumber,
        @Nullable String orderReference,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        @Nullable String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        @Nullable String service,
        @Nullable Instant firstEventAt,
        @Nullable Instant lastEventAt,
        @Nullable Instant estimatedDeliveryAt,
        @Nullable Instant deliveredAt,
        int eventCount,
        Instant createdAt,
        Instant updatedAt) {}
