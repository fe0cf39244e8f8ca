package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.partner.Endpoints;
import io.gangway.support.EasyPost;
import io.gangway.support.Feed;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of an endpoint's secrets verify when. The door remembers an endpoint for seconds, so changes are awaited. */
@PlatformTest
class SecretRotationTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Tenancies tenancies;
    private final Endpoints endpoints;
    private final SettableClock clock;
    private Feed first;

    SecretRotationTests(Tenancies tenancies, Endpoints endpoints, SettableClock clock) {
        this.tenancies = tenancies;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @BeforeEach
    void anEndpointThatNobodyHasPostedTo() {
        first = tenancies.feed(tenancies.partner("Northwind"), "easypost");
    }

    @AfterEach
    void timeIsNow() {
        clock.backToNow();
    }

    @Test
    void bothSecretsVerifyUntilTheOverlapEndsAndThenTheNewOneAlone() {
        var second = rotated(first, clock.instant().plus(OVERLAP));
        assertThat(post(first).status()).isEqualTo(202);
        assertThat(post(second).status()).isEqualTo(202);

        clock.advance(OVERLAP);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(post(first).status()).isEqualTo(401));
        assertRefused(first);
        assertThat(post(second).status()).isEqualTo(202);
    }

    @Test
    void aSecretWithoutAnOverlapNeverVerifiesAgain() {
        var second = rotated(first, clock.instant());
        // The next rotation gives the second one an overlap, and must not give one to the first.
        var third = rotated(second, clock.instant().plus(OVERLAP));
        assertRefused(first);
        assertThat(post(second).status()).isEqualTo(202);
        assertThat(post(third).status()).isEqualTo(202);
    }

    @Test
    void anOverlapIsNotProlongedByTheNextRotation() {
        var second = rotated(first, clock.instant().plus(OVERLAP));
        var third = rotated(second, clock.instant().plus(OVERLAP.multipliedBy(3)));
        clock.advance(OVERLAP);
        assertRefused(first);
        assertThat(post(second).status()).isEqualTo(202);
        assertThat(post(third).status()).isEqualTo(202);
    }

    private Feed rotated(Feed feed, Instant overlapEnds) {
        var secret = UUID.randomUUID() + "-" + UUID.randomUUID();
        endpoints.rotateSecret(feed.partner().id(), feed.endpoint(), secret, overlapEnds, "test:admin");
        return new Feed(feed.http(), feed.partner(), feed.connection(), feed.endpoint(), feed.sender(), secret);
    }

    private void assertRefused(Feed feed) {
        var answer = post(feed);
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:gangway:problem:signature-wrong");
    }

    /** Each time a message that was not sent before. */
    private Http.Answer post(Feed feed) {
        var number = "EZ" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return feed.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
    }
}
