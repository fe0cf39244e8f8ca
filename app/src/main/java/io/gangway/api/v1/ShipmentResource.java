package io.gangway.api.v1;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.visibility.PackageRow;
import io.gangway.visibility.ShipmentRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment.
 *
 * @param id {@code shp_…}
 * @param carrier the carrier's code, such as {@code UPS}, whatever the partner calls it
 * @param trackingNumber in its normal form: upper case, without blanks
 * @param rawCode the sender's own code behind the status
 * @param lastPlace where it was last
 * @param lastEventAt by the partner's clock, UTC
 * @param estimatedDeliveryAt if the partner names a time, UTC
 * @param estimatedDeliveryOn if the partner names a day alone, at the consignee's place
 * @param deliveredAt by the partner's clock, UTC; of several packages when the last one was
 * @param updatedAt by our clock, UTC; changes with everything that is learned
 * @param packages handling units; only when one shipment is asked for
 */
record ShipmentResource(
        String id,
        String environment,
        String partner,
        String carrier,
        String carrierName,
        String trackingNumber,
        @Nullable String orderReference,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        boolean terminal,
        @Nullable String rawCode,
        @Nullable String rawText,
        @Nullable Place lastPlace,
        @Nullable String service,
        @Nullable Instant firstEventAt,
        @Nullable Instant lastEventAt,
        @Nullable Instant estimatedDeliveryAt,
        @Nullable LocalDate estimatedDeliveryOn,
        @Nullable Instant deliveredAt,
        int eventCount,
        Instant updatedAt,
        @Nullable List<PackageResource> packages) {

    record PackageResource(
            String number,
            ShipmentStatus status,
            @Nullable Reason reason,
            @Nullable String rawCode,
            @Nullable Instant lastEventAt) {
        static PackageResource of(PackageRow row) {
            return new PackageResource(row.number(), row.status(), row.reason(), row.rawCode(), row.lastEventAt());
        }
    }

    static ShipmentResource of(ShipmentRow row, @Nullable List<PackageResource> packages) {
        return new ShipmentResource(
                row.id().toString(),
                row.environment().keyWord(),
                row.partnerName(),
                row.carrier(),
                row.carrierName(),
                row.trackingNumber(),
                row.orderReference(),
                row.status(),
                row.reason(),
                row.responsible(),
                row.status().terminal(),
                row.rawCode(),
                row.rawText(),
                row.place(),
                row.service(),
                row.firstEventAt(),
                row.lastEventAt(),
                row.estimatedDeliveryAt(),
                row.estimatedDeliveryOn(),
                row.deliveredAt(),
                row.eventCount(),
                row.updatedAt(),
                packages);
    }
}
