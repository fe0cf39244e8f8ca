package io.gangway.ingest;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.partner.Endpoint;
import io.gangway.partner.EndpointId;
import io.gangway.platform.Correlation;
import io.gangway.platform.Signals;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What was turned away and why, for partners and in the log. Counted in memory and written once a second, so that a flood
 * of refused requests costs a few rows a minute and a few lines a second; a crash loses a count, never a message.
 */
@Component
class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final CrossTenantDatabase database;
    private final Signals signals;
    private final Clock clock;
    private final Map<Key, Count> counts = new HashMap<>();
    private final Map<RefusalCause, Long> unknownCallers = new EnumMap<>(RefusalCause.class);

    Refusals(CrossTenantDatabase database, Signals signals, Clock clock) {
        this.database = database;
        this.signals = signals;
        this.clock = clock;
    }

    synchronized void note(Endpoint endpoint, Correlation correlation, RefusalCause cause, String detail) {
        var now = clock.instant();
        var key = new Key(endpoint.tenant().value(), endpoint.id().value(), cause, now.truncatedTo(ChronoUnit.MINUTES));
        counts.merge(
                key,
                new Count(1, detail, correlation.id(), now),
                (former, latest) -> new Count(former.occurrences() + 1, detail, correlation.id(), now));
    }

    /** Of requests that belong to no endpoint only the log knows. */
    synchronized void noteUnknownCaller(RefusalCause cause) {
        unknownCallers.merge(cause, 1L, Long::sum);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    @CrossTenant("refusals of many tenants are written together")
    void write() {
        takeUnknownCallers()
                .forEach((cause, occurrences) ->
                        log.info("Refused {} requests that belong to no endpoint: {}", occurrences, cause.code()));
        var taken = take();
        if (taken.isEmpty()) {
            return;
        }
        taken.forEach((key, count) -> log.warn(
                "Refused {} messages for endpoint {}: {}; the last with correlation id {}",
                count.occurrences(),
                new EndpointId(key.endpoint()),
                key.cause().code(),
                count.lastCorrelationId()));
        try {
            database.write(() -> {
                taken.forEach(this::upsert);
                taken.keySet().stream()
                        .map(Key::tenant)
                        .distinct()
                        .forEach(tenant -> signals.send(Signals.Channel.OUTCOME, tenant.toString()));
                return taken.size();
            });
        } catch (RuntimeException failed) {
            log.warn("Could not write the counts of refused messages; {} counts are lost.", taken.size(), failed);
        }
    }

    private synchronized Map<Key, Count> take() {
        var taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }

    private synchronized Map<RefusalCause, Long> takeUnknownCallers() {
        var taken = Map.copyOf(unknownCallers);
        unknownCallers.clear();
        return taken;
    }

    @CrossTenant("the door refuses requests for endpoints of every tenant")
    private void upsert(Key key, Count count) {
        database.jdbc()
                .sql("""
                        INSERT INTO refusal (tenant_id, endpoint_id, cause, minute, detail, occurrences,
                                             last_correlation_id, last_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (tenant_id, endpoint_id, cause, minute) DO UPDATE SET
                            occurrences = refusal.occurrences + excluded.occurrences, detail = excluded.detail,
                            last_correlation_id = excluded.last_correlation_id, last_at = excluded.last_at""")
                .params(new ArrayList<Object>(java.util.List.of(
                        key.tenant(),
                        key.endpoint(),
                        key.cause().code(),
                        Timestamp.from(key.minute()),
                        count.detail(),
                        count.occurrences(),
                        count.lastCorrelationId(),
                        Timestamp.from(count.lastAt()))))
                .update();
    }

    private record Key(UUID tenant, UUID endpoint, RefusalCause cause, Instant minute) {}

    private record Count(long occurrences, String detail, String lastCorrelationId, Instant lastAt) {}
}
