package io.gangway.rateplan;

import io.gangway.audit.AuditLog;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.tenant.TenantKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Plans as operators change and assign them. */
@Service
@PreAuthorize("hasRole('MANAGE_RATE_PLANS')")
@CrossTenant("operators assign plans to every organization")
public class RatePlanAdministration {
    public static final int MAX_NAME = 60;
    public static final int MAX_PER_MINUTE = 10_000_000;

    private static final int MAX_CODE = 40;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final RatePlans plans;
    private final CrossTenantDatabase everyTenant;
    private final AuditLog audit;
    private final Clock clock;

    RatePlanAdministration(RatePlans plans, CrossTenantDatabase everyTenant, AuditLog audit, Clock clock) {
        this.plans = plans;
        this.everyTenant = everyTenant;
        this.audit = audit;
        this.clock = clock;
    }

    /** An organization with the code of its plan. */
    public record Assignment(TenantId tenant, TenantKind kind, String name, String plan) {}

    /** A limit as somebody wrote it; null is a field left empty. */
    public record WantedLimit(
            @Nullable Integer burst,
            @Nullable Integer perMinute,
            @Nullable Long perDay) {
        RateLimit toLimit() {
            return new RateLimit(
                    java.util.Objects.requireNonNull(burst), java.util.Objects.requireNonNull(perMinute), perDay);
        }
    }

    /** A plan as somebody wrote it. */
    public record WantedPlan(
            String code, String name, WantedLimit organization, WantedLimit key, WantedLimit endpoint) {}

    /** The smallest first. */
    public List<RatePlan> all() {
        return plans.all();
    }

    /** Partners and customers, by name. */
    public List<Assignment> assignments() {
        return everyTenant
                .jdbc()
                .sql(
                        "SELECT tenant_id, kind, name, rate_plan FROM tenant WHERE kind <> 'OPERATOR' ORDER BY lower(name), tenant_id")
                .query((row, number) -> new Assignment(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        TenantKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("rate_plan")))
                .list();
    }

    /** Throws {@link RatePlanInvalid} with every fault. */
    public void create(WantedPlan wanted, TenantId operator, String actor) {
        var faults = faultsOf(wanted);
        if (wanted.code().length() > MAX_CODE || !CODE.matcher(wanted.code()).matches()) {
            faults.put(
                    "code",
                    "The code needs 1 to %d lower-case letters, digits and single hyphens.".formatted(MAX_CODE));
        } else if (plans.find(wanted.code()).isPresent()) {
            faults.put("code", "There is a plan '%s' already. Choose another code.".formatted(wanted.code()));
        }
        save(wanted, faults, "rate-plan.created", operator, actor);
    }

    /** In force on every node within five seconds. Throws {@link RatePlanInvalid} with every fault. */
    public void change(WantedPlan wanted, TenantId operator, String actor) {
        save(wanted, faultsOf(wanted), "rate-plan.changed", operator, actor);
    }

    private void save(WantedPlan wanted, Map<String, String> faults, String action, TenantId operator, String actor) {
        if (!faults.isEmpty()) {
            throw new RatePlanInvalid(faults);
        }
        var organization = wanted.organization().toLimit();
        var key = wanted.key().toLimit();
        var endpoint = wanted.endpoint().toLimit();
        everyTenant
                .jdbc()
                .sql("""
                        INSERT INTO rate_plan (code, name, organization_burst, organization_per_minute, organization_per_day,
                            key_burst, key_per_minute, endpoint_burst, endpoint_per_minute, endpoint_per_day, changed_at)
                        VALUES (:code, :name, :oBurst, :oMinute, :oDay, :kBurst, :kMinute, :eBurst, :eMinute, :eDay, :now)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name,
                            organization_burst = excluded.organization_burst,
                            organization_per_minute = excluded.organization_per_minute,
                            organization_per_day = excluded.organization_per_day,
                            key_burst = excluded.key_burst, key_per_minute = excluded.key_per_minute,
                            endpoint_burst = excluded.endpoint_burst, endpoint_per_minute = excluded.endpoint_per_minute,
                            endpoint_per_day = excluded.endpoint_per_day,
                            changed_at = excluded.changed_at""")
                .param("code", wanted.code())
                .param("name", wanted.name().strip())
                .param("oBurst", organization.burst())
                .param("oMinute", organization.perMinute())
                .param("oDay", organization.perDay())
                .param("kBurst", key.burst())
                .param("kMinute", key.perMinute())
                .param("eBurst", endpoint.burst())
                .param("eMinute", endpoint.perMinute())
                .param("eDay", endpoint.perDay())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        plans.forget();
        var detail = new LinkedHashMap<String, Object>();
        detail.put("name", wanted.name().strip());
        detail.put("organization", words(organization));
        detail.put("key", words(key));
        detail.put("endpoint", words(endpoint));
        audit.record(operator, actor, action, wanted.code(), detail);
    }

    /** In force within five seconds; what was used today stays used. False if there is no such organization or plan. */
    public boolean assign(TenantId tenant, String code, String actor) {
        var former = plans.of(tenant).plan();
        if (plans.find(code).isEmpty()) {
            return false;
        }
        everyTenant
                .jdbc()
                .sql("UPDATE tenant SET rate_plan = ? WHERE tenant_id = ? AND kind <> 'OPERATOR'")
                .params(code, tenant.value())
                .update();
        plans.forget(tenant);
        audit.record(tenant, actor, "rate-plan.assigned", code, Map.of("before", former.code(), "after", code));
        return true;
    }

    private static String words(RateLimit limit) {
        return "%d at once, %d a minute, %s a day"
                .formatted(limit.burst(), limit.perMinute(), limit.perDay() == null ? "any number" : limit.perDay());
    }

    private static Map<String, String> faultsOf(WantedPlan wanted) {
        var faults = new LinkedHashMap<String, String>();
        var name = wanted.name().strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.put("name", "The name needs 1 to %d characters.".formatted(MAX_NAME));
        }
        addFaults("organization", wanted.organization(), faults);
        addFaults("key", wanted.key(), faults);
        addFaults("endpoint", wanted.endpoint(), faults);
        return faults;
    }

    private static void addFaults(String place, WantedLimit limit, Map<String, String> faults) {
        var range = "must be a whole number from 1 to %,d.".formatted(MAX_PER_MINUTE);
        if (!isInRange(limit.burst())) {
            faults.put(place + ".burst", "Requests at once " + range);
        }
        if (!isInRange(limit.perMinute())) {
            faults.put(place + ".perMinute", "Requests a minute " + range);
        }
        if (limit.perDay() != null && limit.perDay() < 1) {
            faults.put(
                    place + ".perDay",
                    "Requests a day must be a whole number of at least 1. Leave the field empty for any number.");
        }
    }

    private static boolean isInRange(@Nullable Integer number) {
        return number != null && number >= 1 && number <= MAX_PER_MINUTE;
    }
}
