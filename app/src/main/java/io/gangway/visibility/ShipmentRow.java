package io.gangway.visibility;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.Environment;
import io.gangway.shipment.ShipmentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as it can be shown.
 *
 * @param partnerName who reports it
 * @param customerName whose it is; null while unclaimed
 * @param contested several customers answer to it, so that nobody has it
 * @param carrier the carrier's code
 * @param trackingNumber in its normal form
 * @param place where it was last
 * @param estimatedDeliveryOn the day of the expected delivery at the consignee's place, if the partner names no time
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
        String carrierName,
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
        @Nullable LocalDate estimatedDeliveryOn,
        @Nullable Instant deliveredAt,
        int eventCount,
        Instant createdAt,
        Instant updatedAt) {}
