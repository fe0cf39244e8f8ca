package io.gangway.api.v1;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.visibility.PackageRow;
import io.gangway.visibility.ShipmentRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment.
 *
 * @param id {@code shp_…}
 * @param rawCode the sender's own code behind the status
 * @param lastPlace where it was last
 * @param lastEventAt by the partner's clock, UTC
 * @param updatedAt by our clock, UTC; changes with everything that is learned
 * @param packages handling units; only when one shipment is asked for
 */
record ShipmentResource(
        String id,
        String environment,
        String partner,
        String carrier,
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
                row.deliveredAt(),
                row.eventCount(),
                row.updatedAt(),
                packages);
    }
}
