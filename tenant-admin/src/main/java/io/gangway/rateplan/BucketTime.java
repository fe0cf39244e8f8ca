package io.gangway.rateplan;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;

/** The platform's clock, which tests set, as buckets of tokens want it. */
public record BucketTime(Clock clock) implements TimeMeter {
    private static final long NANOS = 1_000_000_000L;

    @Override
    public long currentTimeNanos() {
        var now = clock.instant();
        return now.getEpochSecond() * NANOS + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
