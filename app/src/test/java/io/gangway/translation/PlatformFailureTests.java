package io.gangway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.support.EasyPost;
import io.gangway.support.FailingInserts;
import io.gangway.support.Feed;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of messages that the platform itself fails at. The test is the only worker. */
@PlatformTest
class PlatformFailureTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");
    private static final List<Integer> WAITS_IN_SECONDS = List.of(2, 4, 8, 16);
    private static final int BATCH = 64;

    private final Tenancies tenancies;
    private final MessageTranslator workers;
    private final Translations translations;
    private final Http http;
    private final SettableClock clock;
    private Tenant partner;
    private Feed feed;

    PlatformFailureTests(
            Tenancies tenancies, MessageTranslator workers, Translations translations, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.workers = workers;
        this.translations = translations;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void noOtherWorkerAndNoOtherMessage() {
        workers.stop();
        // What other tests have left, also what waits to be tried again.
        clock.advance(Duration.ofHours(1));
        while (translations.translateNext() > 0) {
            // until nothing is due
        }
        clock.backToNow();
        partner = tenancies.partner("Northwind");
        feed = tenancies.feed(partner, "easypost");
    }

    @AfterEach
    void workersWork() {
        clock.backToNow();
        workers.start();
    }

    @Test
    void aMessageIsTriedEverLaterThenADeadLetterAndReplayedAfterTheRepair() {
        var number = number();
        var message = post(feed, number);
        try (var broken = FailingInserts.into("event", partner)) {
            for (int attempt = 1; attempt <= WAITS_IN_SECONDS.size(); attempt++) {
                var wait = Duration.ofSeconds(WAITS_IN_SECONDS.get(attempt - 1));
                var before = clock.instant();
                assertThat(translations.translateNext()).isEqualTo(1);
                assertThat(column("state || ' ' || attempts", message)).isEqualTo("RECEIVED " + attempt);
                assertThat(dueAt(message))
                        .isBetween(before.plus(wait), clock.instant().plus(wait));
                assertThat(translations.translateNext()).as("before it is due").isZero();
                clock.advance(wait);
            }
            assertThat(translations.translateNext()).isEqualTo(1);
        }
        var dead = shown(message);
        assertThat(dead.path("result").asString()).isEqualTo("DEAD");
        assertThat(dead.path("party").asString()).isEqualTo("PLATFORM");
        assertThat(dead.path("faults").get(0).path("code").asString()).isEqualTo("translation-failed");
        assertThat(dead.path("faults").get(0).path("detail").asString())
                .isEqualTo(
                        "The platform failed 5 times at this message, not the message itself. It can be replayed once the cause is fixed; the log has it under correlation id %s."
                                .formatted(dead.path("correlationId").asString()));
        for (var table : List.of("event", "shipment", "event_report")) {
            assertThat(Servers.rows("SELECT tenant_id FROM %s WHERE tenant_id = '%s'"
                            .formatted(table, partner.id().value())))
                    .as("left in %s by what failed", table)
                    .isEmpty();
        }
        clock.advance(Duration.ofDays(1));
        assertThat(translations.translateNext()).as("a dead letter").isZero();

        var replay = http.post("/v1/messages/%s/replay".formatted(message), new byte[0], tenancies.apiKey(partner));
        assertThat(replay.status()).isEqualTo(202);
        assertThat(translations.translateNext()).isEqualTo(1);
        assertThat(shown(message).path("result").asString()).isEqualTo("TRANSLATED");
        assertThat(eventsOf(number)).containsExactly("1");
    }

    @Test
    void aRepairBeforeTheLastTryIsEnough() {
        var number = number();
        var message = post(feed, number);
        try (var broken = FailingInserts.into("event", partner)) {
            assertThat(translations.translateNext()).isEqualTo(1);
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(translations.translateNext()).isEqualTo(1);
        assertThat(shown(message).path("result").asString()).isEqualTo("TRANSLATED");
        assertThat(eventsOf(number)).containsExactly("1");
    }

    @Test
    void waitsGrowUpToALimit() {
        var waits =
                IntStream.rangeClosed(1, 200).mapToObj(Translations::waitAfter).toList();
        assertThat(waits).isSorted().startsWith(Duration.ofSeconds(2)).endsWith(Duration.ofMinutes(5));
    }

    @Test
    void oneMessageThatFailsDoesNotHoldUpTheOthersOfItsBatch() {
        var sound = tenancies.feed(tenancies.partner("Sound"), "easypost");
        var numbers = new ArrayList<String>();
        var poisonous = "";
        for (int i = 0; i < BATCH; i++) {
            if (i == BATCH / 2) {
                poisonous = post(feed, number());
            } else {
                numbers.add(number());
                post(sound, numbers.getLast());
            }
        }
        try (var broken = FailingInserts.into("event", partner)) {
            assertThat(translations.translateNext()).isEqualTo(BATCH);
        }
        assertThat(column("state || ' ' || attempts", poisonous)).isEqualTo("RECEIVED 1");
        assertThat(Servers.rows("SELECT state || ' ' || attempts FROM message WHERE tenant_id = '%s'"
                        .formatted(sound.partner().id().value())))
                .hasSize(BATCH - 1)
                .containsOnly("TRANSLATED 1");
        assertThat(Servers.rows("SELECT tracking_number FROM shipment WHERE tenant_id = '%s'"
                        .formatted(sound.partner().id().value())))
                .containsExactlyInAnyOrderElementsOf(numbers);
        for (var number : numbers) {
            assertThat(eventsOf(number)).as(number).containsExactly("1");
        }
    }

    private String post(Feed sender, String number) {
        var answer = sender.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("messageId").asString();
    }

    private JsonNode shown(String message) {
        return http.get("/v1/messages/" + message, tenancies.apiKey(partner)).json();
    }

    private static Instant dueAt(String message) {
        // Rounded to microseconds when stored.
        return Instant.parse(column("to_json(due_at AT TIME ZONE 'UTC')#>>'{}'", message) + "Z")
                .plusNanos(1_000);
    }

    private static String column(String expression, String message) {
        var id = message.substring(message.indexOf('_') + 1);
        return Servers.rows("SELECT %s FROM message WHERE id = '%s'".formatted(expression, id))
                .getFirst();
    }

    private static List<String> eventsOf(String number) {
        return Servers.rows("""
                SELECT count(*) FROM event e JOIN shipment s ON s.tenant_id = e.tenant_id AND s.id = e.shipment_id
                WHERE s.tracking_number = '%s'""".formatted(number));
    }

    private static String number() {
        return "EZ" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
