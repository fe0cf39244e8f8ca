package io.gangway.mapping.step;

import java.time.Instant;

/** The instants that a shipment can have seen; a clock that was never set says 1970. */
public final class PlausibleInstants {
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private PlausibleInstants() {}

    public static boolean contains(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
