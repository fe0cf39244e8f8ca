package io.gangway.rateplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.identity.Scope;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.local.Mail;
import io.gangway.rateplan.RatePlanAdministration.WantedLimit;
import io.gangway.rateplan.RatePlanAdministration.WantedPlan;
import io.gangway.support.Caller;
import io.gangway.support.EasyPost;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Plans, held by nodes that share one database. */
@PlatformTest
class RateLimiterTests {
    private static final String ADMINISTRATOR = "quota-reader";
    private static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");

    private final Tenancies tenancies;
    private final CrossTenantDatabase database;
    private final RatePlanAdministration administration;
    private final RequestCounts counts;
    private final Usage usage;
    private final Http http;
    private final SettableClock platformClock;
    private final HandClock clock = new HandClock();
    private Tenant customer;

    RateLimiterTests(
            Tenancies tenancies,
            CrossTenantDatabase database,
            RatePlanAdministration administration,
            RequestCounts counts,
            Usage usage,
            Http http,
            SettableClock platformClock) {
        this.tenancies = tenancies;
        this.database = database;
        this.administration = administration;
        this.counts = counts;
        this.usage = usage;
        this.http = http;
        this.platformClock = platformClock;
    }

    /** A clock that stands still. */
    private static final class HandClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

        void advance(Duration duration) {
            now.updateAndGet(then -> then.plus(duration));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalArgumentException("Only UTC.");
        }
    }

    @BeforeEach
    void aCustomer() {
        customer = tenancies.customer("Acme");
    }

    @AfterEach
    void now() {
        platformClock.backToNow();
    }

    @Test
    void twoNodesTogetherNeverGrantMoreThanThePlanOverAMinute() throws InterruptedException {
        assign(new WantedLimit(1_000, 60_000, null), new WantedLimit(1_000, 60_000, null));
        var nodes = List.of(node(), node());
        var granted = new AtomicInteger();
        // Each step is 100 ms of the nodes' clock; both ask for twice their share of it, at the same time.
        for (int step = 0; step < 600; step++) {
            var threads = nodes.stream()
                    .map(node -> Thread.ofVirtual().start(() -> {
                        for (int i = 0; i < 100; i++) {
                            if (node.ask(asked("key")).isGranted()) {
                                granted.incrementAndGet();
                            }
                        }
                    }))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
            clock.advance(Duration.ofMillis(100));
        }
        var plan = 1_000 + 60_000;
        assertThat(granted.get()).isLessThanOrEqualTo(plan).isGreaterThan(plan * 97 / 100);
    }

    @Test
    void whatANodeDoesNotUseIsOthersAfterTwoSeconds() {
        assign(new WantedLimit(100, 600, null), new WantedLimit(100, 600, null));
        var idle = node();
        assertThat(idle.ask(asked("key")).isGranted()).isTrue();
        var other = node();
        var granted = 0;
        while (other.ask(asked("other")).isGranted()) {
            granted++;
        }
        assertThat(granted).as("the idle node has the rest in its hand").isLessThan(99);
        clock.advance(Duration.ofSeconds(3));
        idle.releaseUnused();
        other.releaseUnused();
        var third = node();
        var rest = 0;
        while (third.ask(asked("third")).isGranted()) {
            rest++;
        }
        assertThat(granted + 1 + rest).isBetween(100 + 30 - 1, 100 + 30);
    }

    @Test
    void aKeyThatIsEmptyTakesNothingFromTheOrganization() {
        assign(new WantedLimit(100, 60, null), new WantedLimit(5, 60, null));
        var node = node();
        for (int i = 0; i < 50; i++) {
            node.ask(asked("greedy"));
        }
        var refused = node.ask(asked("greedy"));
        assertThat(refused.exceeded()).isNotNull();
        assertThat(refused.exceeded().name()).isEqualTo(Allowance.Name.KEY);
        assertThat(refused.exceeded().reset()).isEqualTo(Duration.ofSeconds(1));
        assertThat(node.ask(asked("modest")).policies())
                .filteredOn(policy -> policy.name() == Allowance.Name.ORGANIZATION)
                .singleElement()
                .satisfies(policy -> assertThat(policy.remaining()).isEqualTo(94));
    }

    @Test
    void aDaysQuotaEndsAtMidnightOfTheOrganizationsZone() {
        assign(new WantedLimit(1_000, 60_000, 40L), new WantedLimit(1_000, 60_000, null));
        zone("Asia/Kolkata");
        var node = node();
        for (int i = 0; i < 40; i++) {
            assertThat(node.ask(asked("key")).isGranted()).isTrue();
        }
        var refused = node.ask(asked("key"));
        assertThat(refused.exceeded().name()).isEqualTo(Allowance.Name.DAY);
        assertThat(refused.exceeded().reset()).as("noon UTC is 17:30 there").isEqualTo(Duration.ofMinutes(390));
        clock.advance(Duration.ofMinutes(391));
        assertThat(node.ask(asked("key")).isGranted()).isTrue();
    }

    @Test
    void aLargerPlanKeepsWhatWasUsed() {
        var code = assign(new WantedLimit(1_000, 60_000, 40L), new WantedLimit(1_000, 60_000, null));
        var node = node();
        for (int i = 0; i < 60; i++) {
            node.ask(asked("key"));
        }
        change(code, new WantedLimit(1_000, 60_000, 100L));
        var renewed = node();
        var granted = 0;
        while (renewed.ask(asked("key")).isGranted()) {
            granted++;
        }
        assertThat(granted).isEqualTo(60);
    }

    @Test
    void environmentsShareNothing() {
        assign(new WantedLimit(5, 1, null), new WantedLimit(5, 1, null));
        var node = node();
        for (int i = 0; i < 5; i++) {
            assertThat(node.ask(asked("key")).isGranted()).isTrue();
        }
        assertThat(node.ask(asked("key")).isGranted()).isFalse();
        assertThat(node.ask(new Asked(customer.id(), Environment.SANDBOX, RequestKind.API, "key"))
                        .isGranted())
                .isTrue();
    }

    @Test
    void everyAnswerOfTheApiShowsWhatIsLeftAndARefusalSaysWhoseLimitAndWhenItOpens() {
        assign(new WantedLimit(100, 60, 1_000L), new WantedLimit(3, 60, null));
        var key = tenancies.apiKey(customer, Scope.SHIPMENTS_READ);
        var first = http.get("/v1/shipments", key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy"))
                .isEqualTo("\"key\";q=3;w=3, \"organization\";q=100;w=100, \"day\";q=1000;w=86400");
        assertThat(first.header("RateLimit"))
                .startsWith("\"key\";r=2;t=1, \"organization\";r=99;t=1, \"day\";r=999;t=");
        for (int i = 0; i < 3; i++) {
            http.get("/v1/shipments", key);
        }
        var refused = http.get("/v1/shipments", key);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.json().path("type").asString()).endsWith("#quota-exceeded");
        assertThat(refused.json().path("violatedPolicies").path(0).asString()).isEqualTo("key");
        assertThat(refused.json().path("detail").asString())
                .isEqualTo(
                        "This key may send 3 requests at once and 60 a minute, which are used up. The next one is free in 1 s.");
        platformClock.advance(Duration.ofSeconds(2));
        assertThat(http.get("/v1/shipments", key).status()).isEqualTo(200);
    }

    @Test
    void webhooksBeyondThePlanAreRefusedUnstoredAndCounted() {
        var partner = tenancies.partner("Northwind");
        var feed = tenancies.feed(partner, "easypost");
        var code = plan(new WantedLimit(100, 60, null), new WantedLimit(100, 60, null), new WantedLimit(4, 60, null));
        Caller.with("ROLE_MANAGE_RATE_PLANS", () -> administration.assign(partner.id(), code, "member:test"));
        var statuses = new java.util.ArrayList<Integer>();
        for (int i = 0; i < 8; i++) {
            var body = EasyPost.tracker("EZ-RATE-" + i)
                    .announced(platformClock.instant())
                    .json();
            statuses.add(feed.post(body, platformClock.instant()).status());
        }
        assertThat(statuses).startsWith(202, 202, 202, 202).contains(429);
        var refused = statuses.stream().filter(status -> status == 429).count();
        var stored = database.jdbc()
                .sql("SELECT count(*) FROM message WHERE tenant_id = ?")
                .param(partner.id().value())
                .query(Long.class)
                .single();
        assertThat(stored).isEqualTo(8 - refused);
        var answer = feed.post(
                EasyPost.tracker("EZ-RATE-9").announced(platformClock.instant()).json(), platformClock.instant());
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        counts.write();
        var report = Caller.with("ROLE_PARTNER", () -> usage.of(partner.id(), Environment.LIVE, RequestKind.WEBHOOK));
        assertThat(report.refusedToday()).isEqualTo(refused + 1);
        assertThat(report.allowedToday()).isEqualTo(stored);
    }

    @Test
    void quotasThatAreNearlyAndWhollyUsedAreNotedOnce() {
        assign(new WantedLimit(1_000, 60_000, 10L), new WantedLimit(1_000, 60_000, null));
        tenancies.member(customer, ADMINISTRATOR, MemberRole.ADMIN);
        var node = platformNode();
        for (int i = 0; i < 8; i++) {
            node.ask(asked("key"));
        }
        counts.write();
        assertThat(notices()).containsExactly(80);
        assertThat(await().atMost(Duration.ofSeconds(20)).until(this::mails, mails -> !mails.isEmpty()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Gangway: 80 % of today's quota is used"));
        node.ask(asked("key"));
        node.ask(asked("key"));
        node.ask(asked("key"));
        counts.write();
        counts.write();
        assertThat(notices()).containsExactly(80, 100);
    }

    @Test
    void withoutADatabaseRequestsAreLetThrough() {
        var nowhere = new SimpleDriverDataSource(new Driver(), "jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "");
        var away = new CrossTenantDatabase(nowhere);
        var neverAsked = new RateLimiter(new RatePlans(away), new SharedBuckets(away, clock), counts, clock);
        assertThat(neverAsked.ask(asked("key")).isGranted()).isTrue();
        var knowsThePlan = new RateLimiter(new RatePlans(database), new SharedBuckets(away, clock), counts, clock);
        for (int i = 0; i < 1_000; i++) {
            assertThat(knowsThePlan.ask(asked("key")).isGranted()).isTrue();
        }
    }

    private List<Mail> mails() {
        return Servers.inbox().mails().stream()
                .filter(mail -> mail.to().contains(ADMINISTRATOR + "@people.example"))
                .filter(mail -> mail.subject().contains("quota"))
                .toList();
    }

    private List<Integer> notices() {
        return database.jdbc()
                .sql("SELECT percent FROM quota_notice WHERE tenant_id = ? ORDER BY percent")
                .param(customer.id().value())
                .query(Integer.class)
                .list();
    }

    private RateLimiter node() {
        return new RateLimiter(new RatePlans(database), new SharedBuckets(database, clock), counts, clock);
    }

    private RateLimiter platformNode() {
        return new RateLimiter(
                new RatePlans(database), new SharedBuckets(database, platformClock), counts, platformClock);
    }

    private Asked asked(String key) {
        return new Asked(customer.id(), Environment.LIVE, RequestKind.API, key);
    }

    private String assign(WantedLimit organization, WantedLimit key) {
        var code = plan(organization, key, new WantedLimit(100, 100, null));
        Caller.with("ROLE_MANAGE_RATE_PLANS", () -> administration.assign(customer.id(), code, "member:test"));
        return code;
    }

    private String plan(WantedLimit organization, WantedLimit key, WantedLimit endpoint) {
        var code = "plan-" + customer.slug();
        return Caller.with("ROLE_MANAGE_RATE_PLANS", () -> {
            administration.create(
                    new WantedPlan(code, "Plan", organization, key, endpoint),
                    tenancies.operator().id(),
                    "member:test");
            return code;
        });
    }

    private void change(String code, WantedLimit organization) {
        Caller.with("ROLE_MANAGE_RATE_PLANS", () -> {
            administration.change(
                    new WantedPlan(
                            code,
                            "Plan",
                            organization,
                            new WantedLimit(1_000, 60_000, null),
                            new WantedLimit(1, 1, null)),
                    tenancies.operator().id(),
                    "member:test");
            return code;
        });
    }

    private void zone(String zone) {
        Caller.with("ROLE_MANAGE_ACCESS", () -> {
            usage.changeZone(customer.id(), ZoneId.of(zone), "member:test");
            return zone;
        });
    }
}
