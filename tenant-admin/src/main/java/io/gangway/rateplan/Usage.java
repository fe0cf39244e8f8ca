package io.gangway.rateplan;

import io.gangway.audit.AuditLog;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** An organization's use against its plan. */
@Service
@PreAuthorize("hasAnyRole('PARTNER', 'CUSTOMER')")
public class Usage {
    private static final int MINUTES = 60;

    private final TenantDatabase database;
    private final RatePlans plans;
    private final AuditLog audit;
    private final Clock clock;

    Usage(TenantDatabase database, RatePlans plans, AuditLog audit, Clock clock) {
        this.database = database;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /** Requests of one minute. */
    public record Minute(Instant start, long allowed, long refused) {}

    /** Requests of today by one key, client or endpoint. */
    public record Subject(String name, long allowed, long refused) {}

    /**
     * @param lastHour 60 minutes, the oldest first
     * @param today by subject, the busiest first
     * @param zone in which today began
     */
    public record Report(RatePlan plan, List<Minute> lastHour, List<Subject> today, LocalDate day, ZoneId zone) {
        public long allowedToday() {
            return today.stream().mapToLong(Subject::allowed).sum();
        }

        public long refusedToday() {
            return today.stream().mapToLong(Subject::refused).sum();
        }
    }

    public Report of(TenantId tenant, Environment environment, RequestKind kind) {
        var own = plans.of(tenant);
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, own.zone());
        var firstMinute = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1L));
        return database.read(tenant, () -> {
            var counted = minutes(tenant, environment, kind, firstMinute);
            var byStart = counted.stream().collect(Collectors.toMap(Minute::start, minute -> minute));
            var hour = new ArrayList<Minute>();
            for (int i = 0; i < MINUTES; i++) {
                var start = firstMinute.plus(Duration.ofMinutes(i));
                hour.add(byStart.getOrDefault(start, new Minute(start, 0, 0)));
            }
            var today = subjects(
                    tenant, environment, kind, day.atStartOfDay(own.zone()).toInstant());
            return new Report(own.plan(), List.copyOf(hour), today, day, own.zone());
        });
    }

    /** Where the organization's days begin; what was used today stays used until the day of the new zone ends. */
    @PreAuthorize("hasRole('MANAGE_ACCESS')")
    public void changeZone(TenantId tenant, ZoneId zone, String actor) {
        var former = plans.of(tenant).zone();
        database.write(tenant, () -> {
            audit.record(
                    tenant,
                    actor,
                    "organization.time-zone-changed",
                    tenant.toString(),
                    Map.of("before", former.getId(), "after", zone.getId()));
            return database.jdbc()
                    .sql("UPDATE tenant SET time_zone = ? WHERE tenant_id = ?")
                    .params(zone.getId(), tenant.value())
                    .update();
        });
        plans.forget(tenant);
    }

    private List<Minute> minutes(TenantId tenant, Environment environment, RequestKind kind, Instant since) {
        return database.jdbc()
                .sql("""
                        SELECT minute, sum(allowed) AS allowed, sum(refused) AS refused FROM request_count
                        WHERE tenant_id = ? AND environment = ? AND kind = ? AND minute >= ? GROUP BY minute""")
                .params(tenant.value(), environment.name(), kind.name(), Timestamp.from(since))
                .query((row, number) -> new Minute(
                        row.getTimestamp("minute").toInstant(), row.getLong("allowed"), row.getLong("refused")))
                .list();
    }

    private List<Subject> subjects(TenantId tenant, Environment environment, RequestKind kind, Instant since) {
        return database.jdbc()
                .sql("""
                        SELECT subject, sum(allowed) AS allowed, sum(refused) AS refused FROM request_count
                        WHERE tenant_id = ? AND environment = ? AND kind = ? AND minute >= ?
                        GROUP BY subject ORDER BY sum(allowed) + sum(refused) DESC, subject""")
                .params(tenant.value(), environment.name(), kind.name(), Timestamp.from(since))
                .query((row, number) ->
                        new Subject(row.getString("subject"), row.getLong("allowed"), row.getLong("refused")))
                .list();
    }
}
