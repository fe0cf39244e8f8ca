package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.ingest.MessageId;
import io.gangway.support.Caller;
import io.gangway.support.EasyPost;
import io.gangway.support.Feed;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Samples;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.visibility.MessageLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders may post at the door, and what becomes of it. */
@PlatformTest
class WebhookDoorTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private final MessageLog log;
    private Feed easypost;

    WebhookDoorTests(Tenancies tenancies, Http http, SettableClock clock, MessageLog log) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
        this.log = log;
    }

    @BeforeEach
    void connectSender() {
        easypost = tenancies.feed(tenancies.partner("Northwind"), "easypost");
    }

    @AfterEach
    void timeIsNow() {
        clock.backToNow();
    }

    @Test
    void keepsAMessageBeforeItAnswers() {
        var body = EasyPost.tracker(number()).announced(THEN).json();
        var answer = easypost.post(body, clock.instant());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("result").asString()).isEqualTo("accepted");
        var id = messageId(answer);
        assertThat(Caller.with("ROLE_PARTNER", () -> log.find(easypost.partner().id(), new MessageId(id))))
                .hasValueSatisfying(kept ->
                        assertThat(kept.body()).asString(StandardCharsets.UTF_8).isEqualTo(body));
        assertThat(rows("SELECT encode(body, 'escape') FROM message WHERE id = '%s'".formatted(id)))
                .noneMatch(stored -> stored.contains("tracking_code"));
        awaitOutcome(id, "TRANSLATED");
    }

    @Test
    void continuesTheCallersTrace() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = easypost.post(
                bytes(EasyPost.tracker(number()).announced(THEN).json()),
                clock.instant(),
                Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        assertThat(answer.header("X-Correlation-Id")).isEqualTo(trace);
        assertThat(answer.header("traceparent")).startsWith("00-" + trace).doesNotContain("00f067aa0ba902b7");
        var id = messageId(answer);
        awaitOutcome(id, "TRANSLATED");
        assertThat(rows("SELECT DISTINCT correlation_id FROM event WHERE message_id = '%s'".formatted(id)))
                .containsExactly(trace);
    }

    @Test
    void takesTheSameMessageOnce() {
        var body = EasyPost.tracker(number())
                .announced(THEN)
                .pickedUp(THEN.plusSeconds(60))
                .json();
        var first = easypost.post(body, clock.instant());
        var again = easypost.post(body, clock.instant());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("result").asString()).isEqualTo("duplicate");
        assertThat(again.json().path("messageId").asString())
                .isEqualTo(first.json().path("messageId").asString());
        assertThat(rows("SELECT id FROM message WHERE endpoint_id = '%s'".formatted(endpoint())))
                .hasSize(1);
    }

    @Test
    void refusesAWrongSignatureWithoutKeepingTheMessage() {
        var body = bytes(EasyPost.tracker(number()).announced(THEN).json());
        var answer =
                easypost.post(body, clock.instant(), Map.of("X-Hmac-Signature", "hmac-sha256-hex=" + "0".repeat(64)));
        assertProblem(answer, 401, "signature-wrong");
        assertThat(rows("SELECT id FROM message WHERE endpoint_id = '%s'".formatted(endpoint())))
                .isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(rows("SELECT cause || ' ' || occurrences FROM refusal WHERE endpoint_id = '%s'"
                                        .formatted(endpoint())))
                                .containsExactly("signature-wrong 1"));
    }

    @Test
    void refusesAnOldTimestampAndTakesItAgainWhenSignedAnew() {
        var feed = tenancies.feed(tenancies.partner("Parcelway"), "dhl-unified", "standard-webhooks");
        var body = sample("dhl-unified");
        assertProblem(feed.post(body, clock.instant().minusSeconds(600)), 401, "timestamp-outside-tolerance");
        assertThat(feed.post(body, clock.instant()).status()).isEqualTo(202);
    }

    @Test
    void refusesWhatWasSignedInTimeAndSentLate() {
        var feed = tenancies.feed(tenancies.partner("Parcelway"), "dhl-unified", "standard-webhooks");
        var signedAt = clock.instant();
        clock.advance(Duration.ofMinutes(6));
        assertProblem(feed.post(sample("dhl-unified"), signedAt), 401, "timestamp-outside-tolerance");
    }

    @ParameterizedTest
    @CsvSource({
        "easypost,easypost",
        "aftership,aftership",
        "sendcloud,sendcloud",
        "ups,ups",
        "gls,gls",
        "dhl-unified,standard-webhooks"
    })
    void readsTheSampleOfEachSender(String sender, String verifier) {
        var feed = tenancies.feed(tenancies.partner("Partner of " + sender), sender, verifier);
        var answer = feed.post(sample(sender), clock.instant());
        assertThat(answer.status()).isEqualTo(202);
        awaitOutcome(messageId(answer), "TRANSLATED");
        assertThat(rows("SELECT status FROM shipment WHERE tenant_id = '%s'"
                        .formatted(feed.partner().id().value())))
                .isNotEmpty()
                .doesNotContain("UNKNOWN");
    }

    @Test
    void refusesAnEmptyBody() {
        assertProblem(easypost.post("", clock.instant()), 400, "body-empty");
    }

    @Test
    void refusesABodyOverTheLimitWithItsLengthToldOrNot() {
        var large = bytes("{\"x\":\"" + "a".repeat(1_100_000) + "\"}");
        assertProblem(easypost.post(large, clock.instant(), Map.of()), 413, "body-too-large");
        assertProblem(
                http.postChunked(easypost.endpoint().path(), large, Map.of("X-Hmac-Signature", "no")),
                413,
                "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=iso-8859-1", "application/json;charset=\"UTF-16\""})
    void refusesAForeignCharset(String contentType) {
        var body = bytes(EasyPost.tracker(number()).announced(THEN).json());
        assertProblem(
                easypost.post(body, clock.instant(), Map.of("Content-Type", contentType)), 415, "charset-unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hooks/",
                "/hooks/guess",
                "/hooks/%2e%2e%2e",
                "/hooks/a/b",
                "/hooks/' OR 1=1",
            })
    void knowsNoStrangersAddress(String path) {
        assertProblem(
                http.post(path.replace(" ", "%20"), bytes("{}"), Map.of("Content-Type", "application/json")),
                404,
                "endpoint-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void takesPostsOnly(String method) {
        var answer = http.method(method, easypost.endpoint().path(), Map.of());
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    /** Genuine, so it is kept; unreadable, so it becomes a dead letter that says where and why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,}|malformed-json",
                "not json|malformed-json",
                "[1,2]|",
                "{\"result\":{}}|",
                "\"text\"|",
                "null|",
                "{\"a\":\"\\u0000\"}|nul-character",
            })
    void makesADeadLetterOfWhatItCannotRead(String body, String code) {
        var answer = easypost.post(body, clock.instant());
        assertThat(answer.status()).isEqualTo(202);
        var id = messageId(answer);
        awaitOutcome(id, "DEAD");
        var fault = rows("SELECT fault_party || ' ' || fault_code FROM message WHERE id = '%s'".formatted(id))
                .getFirst();
        assertThat(fault).startsWith("PARTNER ");
        if (code != null) {
            assertThat(fault).isEqualTo("PARTNER " + code);
        }
        assertThat(rows("SELECT faults->0->>'detail' FROM message WHERE id = '%s'".formatted(id))
                        .getFirst())
                .isNotBlank();
    }

    @Test
    void makesADeadLetterOfBytesThatAreNoUtf8() {
        var answer = easypost.post(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, clock.instant(), Map.of());
        awaitOutcome(messageId(answer), "DEAD");
    }

    /** PostgreSQL takes no NUL in a text: what one sender writes into an id must not fail everybody's transaction. */
    @Test
    void keepsAMessageWhoseIdHoldsANul() {
        var feed = tenancies.feed(tenancies.partner("Hostile"), "aftership");
        var answer = feed.post("{\"event_id\":\"a\\u0000b\"}", clock.instant());
        assertThat(answer.status()).isEqualTo(202);
        awaitOutcome(messageId(answer), "DEAD");
    }

    @Test
    void makesADeadLetterOfMorePackagesThanAShipmentHas() {
        var feed = tenancies.feed(tenancies.partner("Hostile"), "dhl-unified", "standard-webhooks");
        var pieces = IntStream.range(0, 1_200).mapToObj("\"P%d\""::formatted).collect(Collectors.toList());
        var events = Stream.of(pieces.subList(0, 400), pieces.subList(400, 800), pieces.subList(800, 1_200))
                .map(some -> "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"statusCode\":\"transit\",\"pieceIds\":[%s]}"
                        .formatted(String.join(",", some)))
                .collect(Collectors.joining(","));
        var answer = feed.post(
                "{\"shipments\":[{\"id\":\"%s\",\"events\":[%s]}]}".formatted(number(), events), clock.instant());
        var id = messageId(answer);
        awaitOutcome(id, "DEAD");
        assertThat(rows("SELECT fault_code FROM message WHERE id = '%s'".formatted(id)))
                .containsExactly("too-many-packages");
    }

    @Test
    void makesADeadLetterOfDeepNesting() {
        var answer = easypost.post("[".repeat(200_000) + "]".repeat(200_000), clock.instant());
        var id = messageId(answer);
        awaitOutcome(id, "DEAD");
        assertThat(rows("SELECT fault_code FROM message WHERE id = '%s'".formatted(id)))
                .containsExactly("too-deep");
    }

    @Test
    void makesADeadLetterOfTenThousandEvents() {
        var feed = tenancies.feed(tenancies.partner("Baltic"), "gls");
        var event = "{\"code\":\"INTIAL.INBOUND\",\"country\":\"DE\",\"eventDateTime\":\"2026-01-01T00:00:00+0100\"}";
        var events = new StringBuilder("{\"parcels\":[{\"unitno\":\"%s\",\"events\":[".formatted(number()));
        events.append((event + ",").repeat(9_999)).append(event);
        var answer = feed.post(events.append("]}]}").toString(), clock.instant());
        assertThat(answer.status()).isEqualTo(202);
        awaitOutcome(messageId(answer), "DEAD");
        // The next message is none the worse for it.
        awaitOutcome(messageId(feed.post(sample("gls"), clock.instant())), "TRANSLATED");
    }

    private void assertProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("type").asString()).isEqualTo("urn:gangway:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("correlationId").asString()).matches("[0-9a-f]{32}");
    }

    private static void awaitOutcome(UUID message, String state) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(rows("SELECT state FROM message WHERE id = '%s'".formatted(message)))
                        .containsExactly(state));
    }

    private UUID endpoint() {
        return easypost.endpoint().id().value();
    }

    private static UUID messageId(Http.Answer answer) {
        return MessageId.read(answer.json().path("messageId").asString())
                .orElseThrow(() -> new AssertionError(answer.status() + " " + answer.body()))
                .value();
    }

    private static List<String> rows(String sql) {
        return Servers.rows(sql);
    }

    private static String number() {
        return "EZ" + UUID.randomUUID().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    }

    private static String sample(String sender) {
        return Samples.of(sender);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
