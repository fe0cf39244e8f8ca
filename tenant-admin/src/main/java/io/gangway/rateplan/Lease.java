package io.gangway.rateplan;

import io.github.bucket4j.distributed.BucketProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens of a shared bucket in the hand of this node: debited there in one go before the first is used, so that all nodes together never
 * grant more than the bucket had, and a request costs a subtraction. What is not used within seconds goes back.
 *
 * <p>While the database does not answer, requests are let through: a limit is no reason to refuse what could be served.
 */
final class Lease {
    /** What a lease takes of a minute's requests: with two nodes, the hands hold no more than 1 %. */
    private static final int PART_OF_MINUTE = 200;

    private static final int PART_OF_BURST = 20;

    /** Unused tokens are others' after so long. */
    private static final Duration HELD = Duration.ofSeconds(2);

    /** An empty bucket is not asked more often. */
    private static final Duration ASKED_EVERY = Duration.ofMillis(50);

    /** While the database does not answer, requests are let through unasked for so long. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Lease.class);

    private final Supplier<BucketProxy> source;
    private final long capacity;
    private final long nanosPerToken;
    private final long size;
    private @Nullable BucketProxy bucket;
    private long inHand;
    private long inBucket;
    private Instant takenAt = Instant.EPOCH;
    private Instant closedUntil = Instant.EPOCH;
    private Instant unlimitedUntil = Instant.EPOCH;

    private Lease(Supplier<BucketProxy> source, long capacity, long nanosPerToken, long size) {
        this.source = source;
        this.capacity = capacity;
        this.nanosPerToken = nanosPerToken;
        this.size = size;
        this.inBucket = capacity;
    }

    static Lease ofRate(Supplier<BucketProxy> source, RateLimit limit) {
        var size = Math.max(1, Math.min(limit.perMinute() / PART_OF_MINUTE, limit.burst() / PART_OF_BURST));
        return new Lease(source, limit.burst(), limit.nanosPerRequest(), size);
    }

    /** @param size of the lease; a day's tokens are not made anew */
    static Lease ofDay(Supplier<BucketProxy> source, long quota, long size) {
        return new Lease(source, quota, 0, Math.max(1, Math.min(size, quota)));
    }

    synchronized boolean take(Instant now) {
        if (now.isBefore(unlimitedUntil)) {
            return true;
        }
        if (inHand == 0 && !now.isBefore(closedUntil)) {
            renew(now);
        }
        if (inHand == 0) {
            return false;
        }
        inHand--;
        return true;
    }

    /** A token that was taken for nothing. */
    synchronized void putBack() {
        inHand++;
    }

    private void renew(Instant now) {
        takenAt = now;
        try {
            var asked = bucket();
            var probe = asked.tryConsumeAndReturnRemaining(size);
            inBucket = probe.getRemainingTokens();
            if (probe.isConsumed()) {
                inHand = size;
            } else if (inBucket > 0) {
                inHand = asked.tryConsumeAsMuchAsPossible(size);
                inBucket = 0;
            }
            if (inHand == 0) {
                closedUntil = now.plus(ASKED_EVERY);
            }
        } catch (RuntimeException failed) {
            log.warn("Could not ask how many requests are left; they are let through. {}", failed.toString());
            // Not each request waits for a connection.
            unlimitedUntil = now.plus(TRUSTED);
            inHand = 1;
        }
    }

    private BucketProxy bucket() {
        if (bucket == null) {
            bucket = source.get();
        }
        return bucket;
    }

    /** Gives back what this node does not need. */
    synchronized void release(Instant now) {
        if (inHand > 0 && takenAt.plus(HELD).isBefore(now)) {
            release();
        }
    }

    /** False if the database did not answer. */
    synchronized boolean release() {
        if (inHand > 0 && bucket != null) {
            try {
                bucket.addTokens(inHand);
                inBucket = Math.min(capacity, inBucket + inHand);
            } catch (RuntimeException failed) {
                log.warn("Could not give back {} unused requests. {}", inHand, failed.toString());
                return false;
            } finally {
                inHand = 0;
            }
        }
        return true;
    }

    /** As far as this node knows: what others have taken since the last renewal it has not heard of. */
    synchronized long remaining(Instant now) {
        var made = nanosPerToken == 0
                ? 0
                : Math.max(0, Duration.between(takenAt, now).toNanos()) / nanosPerToken;
        return Math.min(capacity, inHand + inBucket + (takenAt.equals(Instant.EPOCH) ? 0 : made));
    }
}
