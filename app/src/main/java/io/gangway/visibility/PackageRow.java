package io.gangway.visibility;

import io.gangway.canonical.Reason;
import io.gangway.canonical.ShipmentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A handling unit of a shipment. */
public record PackageRow(
        String number,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable String rawCode,
        @Nullable Instant lastEventAt) {}
