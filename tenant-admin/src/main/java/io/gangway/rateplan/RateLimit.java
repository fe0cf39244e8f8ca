package io.gangway.rateplan;

import org.jspecify.annotations.Nullable;

/**
 * A limit on requests.
 *
 * @param burst requests at once, after a pause
 * @param perMinute requests a minute in the long run
 * @param perDay requests on a day of the organization's time zone; null if a day may have any number
 */
public record RateLimit(int burst, int perMinute, @Nullable Long perDay) {
    private static final int SECONDS = 60;

    /** Seconds in which an empty bucket is full again, at least 1. */
    long windowSeconds() {
        return Math.max(1, Math.ceilDiv((long) burst * SECONDS, perMinute));
    }

    /** Nanoseconds until there is one more. */
    long nanosPerRequest() {
        return SECONDS * 1_000_000_000L / perMinute;
    }
}
