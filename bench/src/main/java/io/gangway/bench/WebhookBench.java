package io.gangway.bench;

import io.gangway.local.feed.SamplePayloads;
import io.gangway.local.feed.SenderEndpoint;
import io.gangway.local.feed.Signers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The door under load, with real payloads and signatures; beside it in the same run the floor (a server that keeps
 * nothing) and the peer (one commit for each message, without HTTP).
 */
final class WebhookBench {
    private static final String SENDER = "easypost";
    private static final List<Integer> CONNECTIONS = List.of(2, 16, 64);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURE = Duration.ofSeconds(10);
    private static final int PREPARED = 120_000;
    private static final int SEEN = 100;
    private static final Pattern TRANSLATED =
            Pattern.compile("^gangway_messages_translated_total\\S* (\\S+)$", Pattern.MULTILINE);

    private WebhookBench() {}

    static void run(Product product, Path folder, Figures figures) throws Exception {
        if (!product.isRunning()) {
            product.start(true);
        }
        var endpoint = product.endpoint(SENDER);
        figures.heading("Webhooks of EasyPost: verified, stored and committed before the answer");
        var requests = prepared(endpoint);
        Load.run(product.port(), 16, WARM_UP, 202, requests);
        awaitDrained(product);
        for (int connections : CONNECTIONS) {
            var result = Load.run(product.port(), connections, MEASURE, 202, requests);
            figures.add("webhooks.%d.per_second".formatted(connections), result.perSecond(), "1/s");
            figures.addTimes("webhooks.%d".formatted(connections), result.nanoseconds());
            if (result.others() > 0) {
                figures.add("webhooks.%d.refused".formatted(connections), result.others(), "answers");
            }
            awaitDrained(product);
        }
        translation(product, requests, figures);
        visible(product, endpoint, figures);

        figures.heading("Floor: reads the body, keeps nothing, answers 202");
        try (var floor = new Floor()) {
            Load.run(floor.port(), 16, Duration.ofSeconds(3), 202, requests);
            for (int connections : CONNECTIONS) {
                var result = Load.run(floor.port(), connections, Duration.ofSeconds(5), 202, requests);
                figures.add("floor.%d.per_second".formatted(connections), result.perSecond(), "1/s");
            }
        }
        figures.heading("Peer: one insert and one commit for each message, no HTTP, no signature");
        for (int connections : List.of(2, 16)) {
            figures.add(
                    "peer.%d.per_second".formatted(connections),
                    CommitPeer.perSecond(folder.resolve("peer"), connections, Duration.ofSeconds(5), requests.get()),
                    "1/s");
        }
        figures.add(
                "webhooks.16.vs_peer", figures.of("webhooks.16.per_second") / figures.of("peer.16.per_second"), "×");
        figures.add(
                "webhooks.16.vs_floor", figures.of("webhooks.16.per_second") / figures.of("floor.16.per_second"), "×");
    }

    /** Signed before the clock runs; each of another parcel. When they are used up, they are made as they are needed. */
    private static Supplier<byte[]> prepared(SenderEndpoint endpoint) {
        var payloads = new SamplePayloads(7);
        var now = Clock.systemUTC().instant();
        var template = payloads.next(SENDER, now);
        var number = new AtomicInteger();
        Supplier<byte[]> make = () -> request(endpoint, numbered(template, number.incrementAndGet()));
        var queue = new ConcurrentLinkedQueue<byte[]>();
        for (int i = 0; i < PREPARED; i++) {
            queue.add(make.get());
        }
        return () -> {
            var next = queue.poll();
            return next == null ? make.get() : next;
        };
    }

    private static String numbered(String template, int number) {
        return template.replaceFirst(
                "\"tracking_code\":\"[^\"]*\"", "\"tracking_code\":\"BENCH%09d\"".formatted(number));
    }

    private static byte[] request(SenderEndpoint endpoint, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var headers = Signers.of(SENDER)
                .sign(body, endpoint.secret(), Clock.systemUTC().instant());
        return HttpConnection.post(endpoint.path(), headers, body);
    }

    /** How fast what is stored becomes events, while more comes in. */
    private static void translation(Product product, Supplier<byte[]> requests, Figures figures) throws Exception {
        var before = translated(product);
        var begun = System.nanoTime();
        Load.run(product.port(), 16, Duration.ofSeconds(5), 202, requests);
        awaitDrained(product);
        figures.add(
                "translated.per_second", (translated(product) - before) / ((System.nanoTime() - begun) / 1e9), "1/s");
    }

    /** From sending a webhook until the customer's API shows its shipment, one at a time. */
    private static void visible(Product product, SenderEndpoint endpoint, Figures figures) throws IOException {
        var template = new SamplePayloads(7).next(SENDER, Clock.systemUTC().instant());
        var key = Map.of("X-API-Key", product.apiKey());
        var times = new long[SEEN];
        try (var connection = Load.connect(product.port())) {
            for (int i = 0; i < SEEN; i++) {
                var number = 900_000_000 + i;
                register(connection, key, "BENCH%09d".formatted(number));
                var request = request(endpoint, numbered(template, number));
                var ask = HttpConnection.get("/v1/shipments?limit=1&q=BENCH%09d".formatted(number), key);
                var begun = System.nanoTime();
                connection.send(request);
                while (!new String(connection.send(ask).body(), StandardCharsets.UTF_8).contains("\"shp_")) {
                    Thread.onSpinWait();
                }
                times[i] = System.nanoTime() - begun;
            }
        }
        figures.addTimes("received_to_visible", times);
    }

    private static void register(HttpConnection connection, Map<String, String> key, String number) throws IOException {
        var post = HttpConnection.post(
                "/v1/orders/" + number,
                key,
                "{\"trackingNumbers\":[\"%s\"]}".formatted(number).getBytes(StandardCharsets.UTF_8));
        var put = ("PUT" + new String(post, StandardCharsets.ISO_8859_1).substring("POST".length()))
                .getBytes(StandardCharsets.ISO_8859_1);
        var status = connection.send(put).status();
        if (status != 201 && status != 200) {
            throw new IllegalStateException("The order of %s was refused with %d.".formatted(number, status));
        }
    }

    private static void awaitDrained(Product product) throws Exception {
        while (metric(product, Pattern.compile("^gangway_inbox_age_seconds\\S* (\\S+)$", Pattern.MULTILINE)) > 0) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static double translated(Product product) throws IOException {
        return metric(product, TRANSLATED);
    }

    private static double metric(Product product, Pattern pattern) throws IOException {
        try (var connection = Load.connect(product.managementPort())) {
            var text = new String(
                    connection
                            .send(HttpConnection.get("/actuator/prometheus", Map.of()))
                            .body(),
                    StandardCharsets.UTF_8);
            var matcher = pattern.matcher(text);
            return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
        }
    }
}
