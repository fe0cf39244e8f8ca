package io.gangway.rateplan;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes when 80 % and 100 % of a day's quota are used, once each. */
@Component
public class QuotaNotices {
    private static final List<Integer> THRESHOLDS = List.of(80, 100);
    private static final int WHOLE = 100;

    /** Nobody wants to know it later. */
    private static final Duration TRIED_FOR = Duration.ofDays(1);

    private final CrossTenantDatabase database;
    private final RatePlans plans;
    private final Clock clock;

    QuotaNotices(CrossTenantDatabase database, RatePlans plans, Clock clock) {
        this.database = database;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * A quota that is nearly or wholly used.
     *
     * @param subject the endpoint's public id; empty if it is the organization's own quota
     */
    public record Notice(
            TenantId tenant,
            Environment environment,
            RequestKind kind,
            String subject,
            LocalDate day,
            int percent,
            long used,
            long quota) {}

    /** Whose quota of a day a request is counted against: the organization has one for all its keys. */
    static Asked quotaOf(Asked asked) {
        return asked.kind() == RequestKind.API
                ? new Asked(asked.tenant(), asked.environment(), asked.kind(), "")
                : asked;
    }

    /** @param asked as {@link #quotaOf} says */
    @CrossTenant("the runtime counts for every tenant")
    void look(Asked asked) {
        var own = plans.of(asked.tenant());
        var isApi = asked.kind() == RequestKind.API;
        var quota = (isApi ? own.plan().organization() : own.plan().endpoint()).perDay();
        if (quota == null) {
            return;
        }
        var subject = asked.subject();
        var day = LocalDate.ofInstant(clock.instant(), own.zone());
        var used = database.jdbc()
                .sql("""
                        SELECT coalesce(sum(allowed), 0) FROM request_count
                        WHERE tenant_id = :tenant AND environment = :environment AND kind = :kind AND minute >= :since
                          AND (:subject = '' OR subject = :subject)""")
                .param("tenant", asked.tenant().value())
                .param("environment", asked.environment().name())
                .param("kind", asked.kind().name())
                .param("since", Timestamp.from(day.atStartOfDay(own.zone()).toInstant()))
                .param("subject", subject)
                .query(Long.class)
                .single();
        for (var percent : THRESHOLDS) {
            if (used * WHOLE >= quota * percent) {
                note(new Notice(asked.tenant(), asked.environment(), asked.kind(), subject, day, percent, used, quota));
            }
        }
    }

    @CrossTenant("the runtime counts for every tenant")
    private void note(Notice notice) {
        database.jdbc()
                .sql("""
                        INSERT INTO quota_notice
                            (tenant_id, environment, kind, subject, day, percent, used, quota, noted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        notice.tenant.value(),
                        notice.environment.name(),
                        notice.kind.name(),
                        notice.subject,
                        notice.day,
                        notice.percent,
                        notice.used,
                        notice.quota,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * The next notice that nobody was sent yet. The caller holds it in the transaction in which it sends it, so that no other node sends
     * it as well.
     */
    @CrossTenant("notices of every tenant are sent by one worker")
    public Optional<Notice> nextUnsent() {
        return database.jdbc()
                .sql("""
                        SELECT * FROM quota_notice WHERE mailed_at IS NULL AND noted_at > ?
                        ORDER BY mail_attempts, noted_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param(Timestamp.from(clock.instant().minus(TRIED_FOR)))
                .query((row, number) -> new Notice(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        Environment.valueOf(row.getString("environment")),
                        RequestKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("percent"),
                        row.getLong("used"),
                        row.getLong("quota")))
                .optional();
    }

    /** In the same transaction: it was not sent, and those that were tried less often go before it. */
    @CrossTenant("notices of every tenant are sent by one worker")
    public void failed(Notice notice) {
        update(notice, "mail_attempts = mail_attempts + 1");
    }

    /** In the same transaction. */
    @CrossTenant("notices of every tenant are sent by one worker")
    public void sent(Notice notice) {
        update(notice, "mailed_at = :now");
    }

    @CrossTenant("notices of every tenant are sent by one worker")
    private void update(Notice notice, String change) {
        database.jdbc()
                .sql("UPDATE quota_notice SET " + change + "\n" + """
                        WHERE tenant_id = :tenant AND environment = :environment AND kind = :kind AND subject = :subject
                           AND day = :day AND percent = :percent""")
                .param("now", Timestamp.from(clock.instant()))
                .param("tenant", notice.tenant.value())
                .param("environment", notice.environment.name())
                .param("kind", notice.kind.name())
                .param("subject", notice.subject)
                .param("day", notice.day)
                .param("percent", notice.percent)
                .update();
    }
}
