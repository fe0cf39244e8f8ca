package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.support.EasyPost;
import io.gangway.support.FailingInserts;
import io.gangway.support.Feed;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the door answers while it can't keep a message: come again, and nothing half-kept is in the way then. */
@PlatformTest
class UnavailableDoorTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");
    private static final Duration PATIENCE_OF_SENDERS = Duration.ofSeconds(10);
    private static final int LARGEST_BODY = 1_048_576;
    private static final int BODIES_IN_A_SHARE = 16;

    private final Tenancies tenancies;
    private final SettableClock clock;
    private Feed feed;
    private Feed other;

    UnavailableDoorTests(Tenancies tenancies, SettableClock clock) {
        this.tenancies = tenancies;
        this.clock = clock;
    }

    @BeforeEach
    void twoSenders() {
        feed = tenancies.feed(tenancies.partner("Northwind"), "easypost");
        other = tenancies.feed(tenancies.partner("Baltic"), "easypost");
    }

    @Test
    void aMessageThatTheDatabaseRefusesLeavesNothingBehind() {
        var body = body();
        try (var broken = FailingInserts.into("message", feed.partner())) {
            assertComeAgain(feed.post(body, clock.instant()), "storage-unavailable");
            assertThat(other.post(body(), clock.instant()).status()).isEqualTo(202);
        }
        assertThat(kept("message")).isZero();
        assertThat(kept("message_fingerprint")).isZero();
        assertThat(feed.post(body, clock.instant()).status()).as("sent again").isEqualTo(202);
        assertThat(kept("message")).isEqualTo(1);
        assertThat(kept("message_fingerprint")).isEqualTo(1);
    }

    /** At an endpoint that the door remembers, and at one that it would have to look up; several at once. */
    @Test
    void withoutADatabaseAllSendersAreAskedToComeAgainWhileTheyStillWait() throws Exception {
        assertThat(other.post(body(), clock.instant()).status()).isEqualTo(202);
        var bodies = Collections.nCopies(6, feed).stream().map(sender -> body()).toList();
        stopWorkers();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = new ArrayList<Callable<Http.Answer>>();
            for (var body : bodies) {
                posts.add(() -> feed.post(body, clock.instant()));
                posts.add(() -> other.post(body, clock.instant()));
            }
            var begun = System.nanoTime();
            for (var answer : senders.invokeAll(posts)) {
                assertComeAgain(answer.get(), "storage-unavailable");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE_OF_SENDERS);
        } finally {
            letWorkersIn();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> feed.post(body(), clock.instant()).status() == 202);
        for (var body : bodies) {
            assertThat(feed.post(body, clock.instant()).status())
                    .as("sent again")
                    .isEqualTo(202);
            assertThat(other.post(body, clock.instant()).status())
                    .as("sent again")
                    .isEqualTo(202);
        }
    }

    @Test
    void anEndpointWhoseShareOfTheMemoryIsUsedUpIsTheOnlyOneThatHasToWait() throws IOException {
        var body = body();
        var taken = 0;
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < BODIES_IN_A_SHARE; i++) {
                sockets.add(stalled());
            }
            assertThat(other.post(body(), clock.instant()).status()).isEqualTo(202);
            var answer = feed.post(body, clock.instant());
            while (answer.status() == 202 && taken < 100) {
                // It came before the last of what is stalled, and may have taken its place.
                taken++;
                sockets.add(stalled());
                body = body();
                answer = feed.post(body, clock.instant());
            }
            assertComeAgain(answer, "overloaded");
            assertThat(other.post(body(), clock.instant()).status()).isEqualTo(202);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        assertThat(kept("message")).isEqualTo(taken);
        var again = body;
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(feed.post(again, clock.instant()).status()).isEqualTo(202));
        assertThat(kept("message")).isEqualTo(taken + 1);
    }

    /** All but the last byte of the largest body there can be. */
    private Socket stalled() throws IOException {
        var url = URI.create(Servers.url());
        var socket = new Socket(url.getHost(), url.getPort());
        var out = socket.getOutputStream();
        out.write(("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Hmac-Signature: no\r\n"
                                .formatted(feed.endpoint().path())
                        + "Content-Length: %d\r\n\r\n".formatted(LARGEST_BODY))
                .getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[LARGEST_BODY - 1]);
        out.flush();
        return socket;
    }

    private static void assertComeAgain(Http.Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:gangway:problem:" + code);
        assertThat(answer.json().path("detail").asString()).contains("Send it again shortly.");
        assertThat(answer.json().path("correlationId").asString()).matches("[0-9a-f]{32}");
    }

    /** As if the database were gone: no connection, and no new one. */
    private static void stopWorkers() {
        Servers.execute("ALTER ROLE gangway_worker NOLOGIN");
        Servers.rows("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'gangway_worker'");
    }

    private static void letWorkersIn() {
        Servers.execute("ALTER ROLE gangway_worker LOGIN");
        // The tests to come rely on signals.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !Servers.rows(
                                "SELECT pid FROM pg_stat_activity WHERE application_name = 'gangway-signals'")
                        .isEmpty());
    }

    private int kept(String table) {
        return Integer.parseInt(Servers.rows("SELECT count(*) FROM %s WHERE tenant_id = '%s'"
                        .formatted(table, feed.partner().id().value()))
                .getFirst());
    }

    private static String body() {
        var number = "EZ" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return EasyPost.tracker(number).announced(THEN).json();
    }
}
