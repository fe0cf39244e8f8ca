package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.support.EasyPost;
import io.gangway.support.Feed;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Attempts to hold the doors shut, or to make them say more than they should. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class DoorAttackTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");
    private static final int STALLED = 100;
    private static final int FLOOD = 100;

    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private Tenant acme;
    private Map<String, String> key = Map.of();

    DoorAttackTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void aCustomer() {
        acme = tenancies.customer("Acme");
        key = new TreeMap<>(tenancies.apiKey(acme));
        key.put("Content-Type", "application/json");
    }

    @Test
    void stalledBodiesAtOneHookDoNotLockOutOtherSenders() throws IOException {
        var known = tenancies.feed(tenancies.partner("Known"), "easypost");
        var other = tenancies.feed(tenancies.partner("Other"), "easypost");
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < STALLED; i++) {
                sockets.add(stalled(known));
            }
            for (int i = 0; i < 10; i++) {
                var answer =
                        other.post(EasyPost.tracker("ST" + i).announced(THEN).json(), clock.instant());
                assertThat(answer.status()).isEqualTo(202);
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/shipments?q=x",
                "/dead-letters",
                "/nowhere",
                "/?v-r=init&location=",
                "/?v-r=init&location=shipments&query=",
                "/shipments?v-r=init",
                "/?v-r=push&X-Atmosphere-Transport=long-polling",
                "/VAADIN/push?v-r=push",
                "/?v-r=uidl",
                "/?v-r=heartbeat",
                "/?v-r=webcomponent-bootstrap",
                "/oauth2/authorization/keycloak",
                "/login/oauth2/code/keycloak?code=x&state=y",
                "/logout"
            })
    void whoeverIsNotLoggedInHasNoSession(String path) {
        Servers.keycloak();
        for (var answer : List.of(http.get(path, Map.of()), http.post(path, new byte[0], Map.of()))) {
            assertThat(answer.status()).as(answer.body()).isLessThan(500);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as("%s %s", answer.status(), answer.headers().map())
                    .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
    }

    @Test
    void aLoginThatSomebodyElseBeganIsNotCompleted() {
        Servers.keycloak();
        var begun = http.get("/oauth2/authorization/keycloak", Map.of());
        var cookie = begun.header("Set-Cookie").replaceFirst(";.*", "");
        assertThat(cookie).startsWith("gangway-login=");
        var state = begun.header("Location").replaceFirst(".*[?&]state=([^&]+).*", "$1");
        for (var forged : List.of(
                "gangway-login=AAAA", "gangway-login=", "a=b", cookie.substring(0, cookie.length() - 4) + "AAAA")) {
            var answer = http.get("/login/oauth2/code/keycloak?code=x&state=" + state, Map.of("Cookie", forged));
            assertThat(answer.header("Location")).doesNotEndWith("localhost/");
            assertThat(answer.header("Set-Cookie")).doesNotContain("JSESSIONID");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/authorization/other", "/oauth2/authorization/", "/login/oauth2/code/other"})
    void aLoginByAnUnknownProviderDoesNotExist(String path) {
        assertThat(http.get(path, Map.of()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "evil.example/x", "[", "x:99999", "%00", "a,b", "\u00e4"})
    void anOddForwardedHostIsNoFaultOfOurs(String forwarded) {
        var answer = http.get("/v1/shipments", Map.of("X-Forwarded-Host", forwarded));
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(http.get("/", Map.of("X-Forwarded-Host", forwarded)).status())
                .isLessThan(500);
    }

    /** Promises a megabyte, sends most of it and goes silent. */
    private static Socket stalled(Feed feed) throws IOException {
        var url = URI.create(Servers.url());
        var socket = new Socket(url.getHost(), url.getPort());
        var out = socket.getOutputStream();
        out.write(("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Hmac-Signature: no\r\n"
                                .formatted(feed.endpoint().path())
                        + "Content-Length: 1000000\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        try {
            out.write(new byte[900_000]);
            out.flush();
        } catch (IOException refused) {
            // The door has closed it already, which is as good.
        }
        return socket;
    }

    @Test
    void aBodyWithoutAProofIsNotRead() throws IOException {
        var feed = tenancies.feed(tenancies.partner("Known"), "easypost");
        var url = URI.create(Servers.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(4_000);
            socket.getOutputStream()
                    .write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
                            .formatted(feed.endpoint().path())
                            .getBytes(StandardCharsets.US_ASCII));
            var first = new byte[12];
            assertThat(socket.getInputStream().readNBytes(first, 0, 12)).isEqualTo(12);
            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void aBodyThatWouldFillTheMemoryIsRefusedBeforeItIsParsed() {
        var huge = "{\"trackingNumbers\":[\"%s\"]}".formatted("1".repeat(24_000_000));
        var answer = http.put("/v1/orders/SO-1", huge, key);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/shipments?updatedSince=-999999999-01-01T00:00:00Z, 400",
        "/v1/shipments?updatedSince=%2B999999999-12-31T00:00:00Z, 400",
        "/v1/shipments?q=%FF, 400",
        "/v1/shipments/%00, 400",
        "/v1/shipments/%2f, 404"
    })
    void nonsenseIsTheCallersFault(String path, int status) {
        var answer = http.get(path, key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    @Test
    void anAddressThatIsNotHttpIsAProblemToo() throws IOException {
        var url = URI.create(Servers.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/<x> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "malformed-request")
                    .doesNotContain("<html", "Tomcat");
        }
    }

    /** As a client writes it that forgets the colon. */
    @Test
    void aKeyInAMalformedHeaderLineStaysOutOfTheLog(CapturedOutput output) throws IOException {
        var url = URI.create(Servers.url());
        var secret = key.get("X-API-Key");
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/shipments HTTP/1.1\r\nHost: localhost\r\nX-API-Key %s\r\nConnection: close\r\n\r\n"
                            .formatted(secret)
                            .getBytes(StandardCharsets.US_ASCII));
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("HTTP/1.1 4").doesNotContain(secret);
        }
        assertThat(output.getAll()).doesNotContain(secret);
        // Tomcat quotes only the first malformed line of a day, which another test may have sent.
        assertThat(LoggerFactory.getLogger("org.apache.coyote.http11.Http11Processor")
                        .isInfoEnabled())
                .isFalse();
    }

    @Test
    void aFloodOfForgedMessagesDoesNotFloodTheLog(CapturedOutput output) {
        var feed = tenancies.feed(tenancies.partner("Flooded"), "easypost");
        var before = output.getAll().length();
        for (int i = 0; i < FLOOD; i++) {
            feed.post("{}".getBytes(StandardCharsets.UTF_8), clock.instant(), Map.of("X-Hmac-Signature", "no" + i));
            http.post("/hooks/whk_" + "0".repeat(32), "{}".getBytes(StandardCharsets.UTF_8), Map.of());
        }
        var endpoint = feed.endpoint().id().toString();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> output.getAll().substring(before).contains("messages for endpoint " + endpoint));
        assertThat(output.getAll().substring(before).lines().filter(line -> line.contains("Refused")))
                .hasSizeLessThan(FLOOD / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WH%2FOUT%2F00012", "A%3BB", "50%25"})
    void anyReferenceWorksInAPath(String encoded) {
        var answer = http.put("/v1/orders/" + encoded, "{\"trackingNumbers\":[]}", key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("reference").asString())
                .isEqualTo(java.net.URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    @Test
    void halfOfASurrogatePairIsRefused() {
        var answer = http.put("/v1/orders/SO-2", "{\"trackingNumbers\":[\"A\\ud83d\"]}", key);
        assertThat(answer.status()).isEqualTo(400);
    }
}
