package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a set of events amounts to.
 *
 * @param packages sorted by number
 */
record ShipmentState(
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        @Nullable String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        Instant firstEventAt,
        Instant lastEventAt,
        @Nullable Instant estimatedDeliveryAt,
        @Nullable LocalDate estimatedDeliveryOn,
        @Nullable Instant deliveredAt,
        @Nullable String service,
        int eventCount,
        List<PackageState> packages) {

    record PackageState(
            String number, ShipmentStatus status, @Nullable Reason reason, String rawCode, Instant lastEventAt) {}
}
