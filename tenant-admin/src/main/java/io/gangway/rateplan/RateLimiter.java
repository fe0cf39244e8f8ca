package io.gangway.rateplan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.rateplan.Allowance.Name;
import io.gangway.rateplan.Allowance.Policy;
import io.github.bucket4j.distributed.BucketProxy;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Holds requests against the plan of their organization, on all nodes together, and counts them. */
@Component
public class RateLimiter {
    private static final int MAX_LEASES = 100_000;

    private static final Logger log = LoggerFactory.getLogger(RateLimiter.class);

    /** A lease is so small a part of a day that what a dying node takes along is not missed. */
    private static final int DAY_LEASES_OF_QUOTA = 1_000;

    private static final int MAX_DAY_LEASE = 1_000;

    private final RatePlans plans;
    private final SharedBuckets buckets;
    private final RequestCounts counts;
    private final Clock clock;
    private final Cache<LeaseKey, Lease> leases = Caffeine.newBuilder()
            .maximumSize(MAX_LEASES)
            .expireAfterAccess(Duration.ofMinutes(10))
            .<LeaseKey, Lease>evictionListener((key, lease, cause) -> {
                if (lease != null) {
                    lease.release();
                }
            })
            .build();

    RateLimiter(RatePlans plans, SharedBuckets buckets, RequestCounts counts, Clock clock) {
        this.plans = plans;
        this.buckets = buckets;
        this.counts = counts;
        this.clock = clock;
    }

    /** Takes one request of all limits that apply, or of none. */
    public Allowance ask(Asked asked) {
        var now = clock.instant();
        List<Limit> held;
        try {
            held = limits(asked, now);
        } catch (DataAccessException | CannotCreateTransactionException unknown) {
            // What needs the database says itself that it can't be done now.
            log.warn(
                    "The plan of {} could not be read; a request is let through. {}",
                    asked.tenant(),
                    unknown.toString());
            return new Allowance(List.of(), null);
        }
        Limit refusing = null;
        for (int i = 0; i < held.size() && refusing == null; i++) {
            if (!held.get(i).lease.take(now)) {
                refusing = held.get(i);
                held.subList(0, i).forEach(limit -> limit.lease.putBack());
            }
        }
        counts.add(asked, now, refusing == null);
        var policies = held.stream().map(limit -> limit.policy(now)).toList();
        var exceeded = refusing == null ? null : refusing.refusal(now);
        return new Allowance(policies, exceeded);
    }

    private List<Limit> limits(Asked asked, Instant now) {
        var own = plans.of(asked.tenant());
        var plan = own.plan();
        var limits = new ArrayList<Limit>();
        switch (asked.kind()) {
            case API -> {
                limits.add(rate(Name.KEY, asked, asked.subject(), plan.key()));
                limits.add(rate(Name.ORGANIZATION, asked, "", plan.organization()));
                addDay(limits, asked, "", plan.organization(), own.zone(), now);
            }
            case WEBHOOK -> {
                limits.add(rate(Name.ENDPOINT, asked, asked.subject(), plan.endpoint()));
                addDay(limits, asked, asked.subject(), plan.endpoint(), own.zone(), now);
            }
        }
        return limits;
    }

    private Limit rate(Name name, Asked asked, String subject, RateLimit limit) {
        var lease = lease(
                new LeaseKey(asked.tenant(), asked.environment(), asked.kind(), subject, null, limit),
                id -> buckets.ofRate(id, limit),
                source -> Lease.ofRate(source, limit));
        return new Limit(
                name, limit.burst(), limit.windowSeconds(), limit.perMinute(), limit.nanosPerRequest(), null, lease);
    }

    private void addDay(List<Limit> limits, Asked asked, String subject, RateLimit limit, ZoneId zone, Instant now) {
        var quota = limit.perDay();
        if (quota == null) {
            return;
        }
        var day = LocalDate.ofInstant(now, zone);
        var size = Math.min(MAX_DAY_LEASE, quota / DAY_LEASES_OF_QUOTA);
        var lease = lease(
                new LeaseKey(asked.tenant(), asked.environment(), asked.kind(), subject, day, limit),
                id -> buckets.ofDay(id, quota),
                source -> Lease.ofDay(source, quota, size));
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var start = day.atStartOfDay(zone).toInstant();
        limits.add(new Limit(Name.DAY, quota, Duration.between(start, end).toSeconds(), 0, 0, end, lease));
    }

    private Lease lease(
            LeaseKey key, Function<String, BucketProxy> bucket, Function<Supplier<BucketProxy>, Lease> make) {
        return leases.get(key, missing -> make.apply(() -> bucket.apply(missing.bucketId())));
    }

    /** What a node holds and does not need is others'. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void releaseUnused() {
        var now = clock.instant();
        leases.asMap().values().forEach(lease -> lease.release(now));
    }

    /** Removes shared buckets that say nothing any more. */
    public int forgetFullBuckets() {
        return buckets.removeExpired();
    }

    @PreDestroy
    void releaseAll() {
        // Not each for itself if the database is gone before.
        for (var lease : leases.asMap().values()) {
            if (!lease.release()) {
                return;
            }
        }
    }

    /** With the limit in the key, a new plan begins new leases; those of the former one go back by themselves. */
    private record LeaseKey(
            TenantId tenant,
            Environment environment,
            RequestKind kind,
            String subject,
            @Nullable LocalDate day,
            RateLimit limit) {
        String bucketId() {
            return "%s %s %s %s %s"
                    .formatted(tenant, environment, kind, day == null ? "rate" : day, subject)
                    .strip();
        }
    }

    /** @param end of the day; null for a rate */
    private record Limit(
            Name name,
            long quota,
            long windowSeconds,
            int perMinute,
            long nanosPerRequest,
            @Nullable Instant end,
            Lease lease) {
        Policy policy(Instant now) {
            var remaining = lease.remaining(now);
            var reset = end != null
                    ? Duration.between(now, end)
                    : Duration.ofNanos((quota - Math.min(quota, remaining)) * nanosPerRequest);
            return new Policy(name, quota, windowSeconds, perMinute, remaining, reset);
        }

        Policy refusal(Instant now) {
            var reset = end != null ? Duration.between(now, end) : Duration.ofNanos(nanosPerRequest);
            return new Policy(name, quota, windowSeconds, perMinute, 0, reset);
        }
    }
}
