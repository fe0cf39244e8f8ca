package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.identity.ApiKey.RevocationCause;
import io.gangway.identity.ApiKeys;
import io.gangway.identity.IssuedApiKey;
import io.gangway.identity.NewApiKey;
import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an API key ends. */
@PlatformTest
class ApiKeyTests {
    private static final String ACTOR = "test:admin";

    private final Tenancies tenancies;
    private final ApiKeys keys;
    private final Http http;
    private final SettableClock clock;
    private Tenant acme;

    ApiKeyTests(Tenancies tenancies, ApiKeys keys, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.keys = keys;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void aCustomer() {
        acme = tenancies.customer("Acme");
    }

    @AfterEach
    void timeIsNow() {
        clock.backToNow();
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        var revoked = issue(null);
        var other = issue(null);
        assertTaken(revoked);
        assertThat(keys.revoke(revoked.key(), RevocationCause.REVOKED, ACTOR)).isTrue();
        assertRefused(revoked);
        assertTaken(other);
        assertThat(keys.revoke(revoked.key(), RevocationCause.REVOKED, ACTOR))
                .as("revoked twice")
                .isFalse();
    }

    @Test
    void anExpiredKeyIsRefusedFromItsLastMomentOn() {
        var lifetime = Duration.ofHours(1);
        var key = issue(clock.instant().plus(lifetime));
        clock.advance(lifetime.minusMinutes(1));
        assertTaken(key);
        clock.advance(Duration.ofMinutes(1));
        assertRefused(key);
    }

    private IssuedApiKey issue(@Nullable Instant expiresAt) {
        return keys.issue(
                acme.id(), new NewApiKey("Test", Environment.LIVE, Set.of(Scope.values()), expiresAt), null, ACTOR);
    }

    private void assertTaken(IssuedApiKey key) {
        for (var credentials : credentials(key)) {
            assertThat(http.get("/v1/shipments", credentials).status()).isEqualTo(200);
        }
    }

    private void assertRefused(IssuedApiKey key) {
        for (var credentials : credentials(key)) {
            var answer = http.get("/v1/shipments", credentials);
            assertThat(answer.status()).as(answer.body()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.json().path("type").asString()).isEqualTo("urn:gangway:problem:unauthenticated");
            assertThat(answer.json().path("detail").asString())
                    .isEqualTo(
                            "The API key is unknown, expired or revoked. Ask an administrator of your organization for a new one.");
            assertThat(answer.body()).doesNotContain(key.text());
        }
    }

    private static List<Map<String, String>> credentials(IssuedApiKey key) {
        return List.of(Map.of("X-API-Key", key.text()), Map.of("Authorization", "Bearer " + key.text()));
    }
}
