package io.gangway.rateplan;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts requests in memory and writes the counts every two seconds; a crash loses those of two seconds. */
@Component
class RequestCounts {
    private static final Logger log = LoggerFactory.getLogger(RequestCounts.class);

    private final CrossTenantDatabase database;
    private final QuotaNotices notices;
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    RequestCounts(CrossTenantDatabase database, QuotaNotices notices) {
        this.database = database;
        this.notices = notices;
    }

    private record Key(Asked asked, Instant minute) {}

    private record Count(LongAdder allowed, LongAdder refused) {}

    void add(Asked asked, Instant at, boolean isAllowed) {
        counts.compute(new Key(asked, at.truncatedTo(ChronoUnit.MINUTES)), (key, former) -> {
            var count = former == null ? new Count(new LongAdder(), new LongAdder()) : former;
            (isAllowed ? count.allowed : count.refused).increment();
            return count;
        });
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    @CrossTenant("counts of many tenants are written together")
    void write() {
        var taken = new HashMap<Key, Count>();
        for (var key : counts.keySet()) {
            var count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            database.write(() -> {
                taken.forEach(this::upsert);
                return taken.size();
            });
            taken.keySet().stream()
                    .map(Key::asked)
                    .map(QuotaNotices::quotaOf)
                    .distinct()
                    .forEach(notices::look);
        } catch (RuntimeException failed) {
            log.warn("Could not write {} counts of requests; they are lost.", taken.size(), failed);
        }
    }

    @CrossTenant("counts of many tenants are written together")
    private void upsert(Key key, Count count) {
        database.jdbc()
                .sql("""
                        INSERT INTO request_count (tenant_id, environment, kind, minute, subject, allowed, refused)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (tenant_id, environment, kind, minute, subject) DO UPDATE SET
                            allowed = request_count.allowed + excluded.allowed,
                            refused = request_count.refused + excluded.refused""")
                .params(
                        key.asked.tenant().value(),
                        key.asked.environment().name(),
                        key.asked.kind().name(),
                        Timestamp.from(key.minute),
                        key.asked.subject(),
                        count.allowed.sum(),
                        count.refused.sum())
                .update();
    }
}
