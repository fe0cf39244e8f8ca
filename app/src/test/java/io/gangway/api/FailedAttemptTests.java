package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.platform.FailedAttempts;
import io.gangway.support.EasyPost;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attacks by guessing: keys and signatures that are wrong again and again, from one network. */
@PlatformTest
class FailedAttemptTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;

    FailedAttemptTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void aNetworkThatGuessesKeysIsRefusedUnreadAndOthersAreNot() {
        var key = tenancies.apiKey(tenancies.customer("Acme"));
        var wrong = Map.of("X-API-Key", "gw_live_guess", "X-Forwarded-For", "203.0.113.7");
        var statuses = new HashMap<Integer, Integer>();
        for (int i = 0; i < FailedAttempts.PER_MINUTE + 50; i++) {
            statuses.merge(http.get("/v1/shipments", wrong).status(), 1, Integer::sum);
        }
        assertThat(statuses.get(401)).isBetween(FailedAttempts.PER_MINUTE, FailedAttempts.PER_MINUTE + 40);
        var refused = http.get("/v1/shipments", from(key, "203.0.113.99"));
        assertThat(refused.status())
                .as("the same network, also with a right key")
                .isEqualTo(429);
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.json().path("type").asString()).endsWith(":too-many-failures");
        assertThat(http.get("/v1/shipments", from(key, "203.0.114.7")).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(http.get("/v1/shipments", from(key, "203.0.113.99")).status())
                .isEqualTo(200);
    }

    @Test
    void tenThousandForgedWebhooksCostAFewRowsAndStandInNobodysWay() {
        var feed = tenancies.feed(tenancies.partner("Northwind"), "easypost");
        var other = tenancies.feed(tenancies.partner("Baltic"), "easypost");
        var body = EasyPost.tracker("EZ1").announced(THEN).json().getBytes(StandardCharsets.UTF_8);
        var forged = Map.of(
                "Content-Type", "application/json",
                "X-Hmac-Signature", "hmac-sha256-hex=" + "0".repeat(64),
                "X-Forwarded-For", "198.51.100.7");
        var statuses = new HashMap<Integer, Integer>();
        for (int i = 0; i < 10_000; i++) {
            statuses.merge(http.post(feed.endpoint().path(), body, forged).status(), 1, Integer::sum);
        }
        assertThat(statuses.keySet()).containsExactlyInAnyOrder(401, 429);
        assertThat(statuses.get(401)).isLessThan(1_000);
        assertThat(other.post(body, clock.instant(), Map.of("X-Forwarded-For", "198.51.100.8"))
                        .status())
                .as("another endpoint, the same network")
                .isEqualTo(202);
        assertThat(feed.post(body, clock.instant(), Map.of("X-Forwarded-For", "192.0.2.7"))
                        .status())
                .as("the same endpoint, another network")
                .isEqualTo(202);
        assertThat(Servers.rows("SELECT id FROM message WHERE tenant_id = '%s'"
                        .formatted(feed.partner().id().value())))
                .hasSize(1);
    }

    private static Map<String, String> from(Map<String, String> key, String address) {
        var headers = new HashMap<>(key);
        headers.put("X-Forwarded-For", address);
        return headers;
    }
}
