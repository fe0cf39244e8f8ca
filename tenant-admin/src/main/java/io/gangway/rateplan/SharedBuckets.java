package io.gangway.rateplan;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The buckets that all nodes share, in PostgreSQL. Asked once for many requests: see {@link Lease}. */
@Component
@CrossTenant("limits are kept for every tenant")
class SharedBuckets {
    /** Longer than any day. */
    private static final Duration DAY_KEPT = Duration.ofDays(2);

    private static final Duration KEPT_AFTER_FULL = Duration.ofMinutes(10);
    private static final int REMOVED_AT_ONCE = 10_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    SharedBuckets(CrossTenantDatabase database, Clock clock) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database.dataSource())
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_bucket")
                .clientClock(new BucketTime(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_AFTER_FULL))
                .build();
    }

    /** Bursts and the rate in the long run. */
    BucketProxy ofRate(String id, RateLimit limit) {
        return bucket(
                id,
                Bandwidth.builder()
                        .capacity(limit.burst())
                        .refillGreedy(limit.perMinute(), Duration.ofMinutes(1))
                        .build());
    }

    /** The quota of one day, whose date is part of the id; so it needs no refill. */
    BucketProxy ofDay(String id, long quota) {
        return bucket(
                id,
                Bandwidth.builder()
                        .capacity(quota)
                        .refillIntervally(quota, DAY_KEPT)
                        .build());
    }

    /** One that exists takes on the new size, and keeps what was used of it. */
    private BucketProxy bucket(String id, Bandwidth bandwidth) {
        var configuration = BucketConfiguration.builder().addLimit(bandwidth).build();
        var bucket = buckets.builder().build(id, () -> configuration);
        bucket.replaceConfiguration(configuration, TokensInheritanceStrategy.ADDITIVE);
        return bucket;
    }

    /** Removes buckets that are full again; returns how many. */
    int removeExpired() {
        return buckets.removeExpired(REMOVED_AT_ONCE);
    }
}
