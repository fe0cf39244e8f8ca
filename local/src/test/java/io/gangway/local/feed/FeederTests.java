package io.gangway.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeederTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-05T12:00:00Z"), ZoneOffset.UTC);

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer server;

    private record Received(String method, String path, String proof, byte[] body) {}

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void ordersParcelsAsTheirShippersAndPostsSignedHistory() throws InterruptedException {
        var endpoint = new SenderEndpoint("easypost", "/hooks/ep_1", "a-secret");
        try (var feeder =
                new Feeder(address(), List.of(endpoint), List.of("key-1"), 3, CLOCK, new SplittableRandom(5))) {
            feeder.start();
            var order = next();
            assertThat(order.method()).isEqualTo("PUT");
            assertThat(order.path()).matches("/v1/orders/SO-\\d+");
            assertThat(order.proof()).isEqualTo("key-1");
            var webhook = next();
            while (webhook.method().equals("PUT")) {
                webhook = next();
            }
            assertThat(webhook.path()).isEqualTo("/hooks/ep_1");
            assertThat(webhook.proof())
                    .isEqualTo(Signers.of("easypost")
                            .sign(webhook.body(), "a-secret", CLOCK.instant())
                            .get("X-Hmac-Signature"));
        }
    }

    @Test
    void goesOnWhenTheSystemFails() throws InterruptedException {
        var endpoint = new SenderEndpoint("ups", "/fail", "a-word");
        try (var feeder = new Feeder(address(), List.of(endpoint), List.of(), 3, CLOCK, new SplittableRandom(5))) {
            feeder.start();
            assertThat(next().path()).isEqualTo("/fail");
            assertThat(next().path()).isEqualTo("/fail");
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Received next() throws InterruptedException {
        var request = received.poll(20, TimeUnit.SECONDS);
        assertThat(request).as("request").isNotNull();
        return request;
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var proof = headers.containsKey("X-Hmac-Signature")
                ? headers.getFirst("X-Hmac-Signature")
                : headers.getFirst("X-API-Key");
        var path = exchange.getRequestURI().getPath();
        received.add(new Received(
                exchange.getRequestMethod(),
                path,
                proof,
                exchange.getRequestBody().readAllBytes()));
        var answer = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(path.equals("/fail") ? 500 : 202, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
