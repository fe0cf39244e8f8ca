package io.gangway.rateplan;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Plans as they are kept. Who may change them is decided by {@link RatePlanAdministration}. */
@Service
public class RatePlans {
    /** A change is in force on every node after so long. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(3);

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MAX_KNOWN = 50_000;

    private final CrossTenantDatabase everyTenant;
    private final LoadingCache<TenantId, OfTenant> known;

    RatePlans(CrossTenantDatabase everyTenant) {
        this.everyTenant = everyTenant;
        this.known = Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                // The former plan holds while the database does not answer.
                .refreshAfterWrite(KNOWN_FOR)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(this::load);
    }

    /** An organization's plan, and the zone in which its days begin. */
    public record OfTenant(RatePlan plan, ZoneId zone) {}

    /** As of a few seconds ago. Throws {@link IllegalArgumentException} if there is no such organization. */
    public OfTenant of(TenantId tenant) {
        return known.get(tenant);
    }

    @CrossTenant("plans are of no tenant")
    List<RatePlan> all() {
        return everyTenant
                .jdbc()
                .sql("SELECT * FROM rate_plan ORDER BY organization_per_minute, code")
                .query(RatePlans::plan)
                .list();
    }

    @CrossTenant("plans are of no tenant")
    Optional<RatePlan> find(String code) {
        return everyTenant
                .jdbc()
                .sql("SELECT * FROM rate_plan WHERE code = ?")
                .param(code)
                .query(RatePlans::plan)
                .optional();
    }

    void forget(TenantId tenant) {
        known.invalidate(tenant);
    }

    void forget() {
        known.invalidateAll();
    }

    @CrossTenant("limits are asked for before anything else is read of the tenant")
    private OfTenant load(TenantId tenant) {
        return everyTenant
                .jdbc()
                .sql(
                        "SELECT p.*, t.time_zone FROM tenant t JOIN rate_plan p ON p.code = t.rate_plan WHERE t.tenant_id = ?")
                .param(tenant.value())
                .query((row, number) -> new OfTenant(plan(row, number), ZoneId.of(row.getString("time_zone"))))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no organization %s.".formatted(tenant)));
    }

    private static RatePlan plan(ResultSet row, int number) throws SQLException {
        return new RatePlan(
                row.getString("code"),
                row.getString("name"),
                new RateLimit(
                        row.getInt("organization_burst"),
                        row.getInt("organization_per_minute"),
                        row.getObject("organization_per_day", Long.class)),
                new RateLimit(row.getInt("key_burst"), row.getInt("key_per_minute"), null),
                new RateLimit(
                        row.getInt("endpoint_burst"),
                        row.getInt("endpoint_per_minute"),
                        row.getObject("endpoint_per_day", Long.class)));
    }
}
