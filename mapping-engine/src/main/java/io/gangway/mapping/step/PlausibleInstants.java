package io.gangway.mapping.step;

import java.time.Instant;

/**
 * The instants that a shipment can have seen. A clock that was never set says 1970, and so do milliseconds' worth of seconds;
 * milliseconds that are taken for seconds lie in the year 50,000.
 */
public final class PlausibleInstants {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private PlausibleInstants() {}

    public static boolean contains(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
