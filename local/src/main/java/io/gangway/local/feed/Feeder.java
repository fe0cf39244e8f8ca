package io.gangway.local.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays traffic of the demo's senders against a running system: the last days at once, then a message every two to four
 * seconds. Whatever the system answers, it goes on; a system that is away gets the next message when it is back.
 */
public final class Feeder implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final long SHORTEST_PAUSE_MILLIS = 2_000;
    private static final long LONGEST_PAUSE_MILLIS = 4_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final Map<String, SenderEndpoint> endpoints;
    private final List<String> apiKeys;
    private final Clock clock;
    private final RandomGenerator random;
    private final Traffic traffic;
    private final HttpClient http;
    private final Thread thread = Thread.ofPlatform().daemon().name("feeder").unstarted(this::play);
    private final int history;
    private volatile boolean closed;

    /**
     * @param address of the system, such as {@code http://127.0.0.1:8080}
     * @param apiKeys of the shippers whose orders the parcels are, with the scope {@code orders:write}
     * @param history how many parcels of the last days come at once
     * @param random decides all that is not the clock's
     */
    public Feeder(
            URI address,
            List<SenderEndpoint> endpoints,
            List<String> apiKeys,
            int history,
            Clock clock,
            RandomGenerator random) {
        this.address = address;
        this.endpoints = endpoints.stream().collect(Collectors.toMap(SenderEndpoint::sender, Function.identity()));
        this.apiKeys = List.copyOf(apiKeys);
        this.history = history;
        this.clock = clock;
        this.random = random;
        this.traffic =
                new Traffic(endpoints.stream().map(SenderEndpoint::sender).toList(), apiKeys.size(), random);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Returns at once; plays until {@link #close()}. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private void play() {
        for (var posting : traffic.history(history, clock.instant())) {
            send(posting);
        }
        while (!closed) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS))
                    .toNanos());
            if (!closed) {
                traffic.next(clock.instant()).forEach(this::send);
            }
        }
    }

    private void send(Posting posting) {
        if (closed) {
            return;
        }
        try {
            http.send(request(posting), HttpResponse.BodyHandlers.discarding());
        } catch (IOException away) {
            // Senders don't fall over because a receiver is away, and this one has no person to tell.
        } catch (InterruptedException toClose) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private HttpRequest request(Posting posting) {
        return switch (posting) {
            case Posting.Webhook(var sender, var body) -> webhook(sender, body.getBytes(StandardCharsets.UTF_8));
            case Posting.Order order -> order(order);
        };
    }

    private HttpRequest webhook(String sender, byte[] body) {
        var endpoint = Objects.requireNonNull(endpoints.get(sender), sender);
        var request = HttpRequest.newBuilder(address.resolve(endpoint.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Signers.of(sender).sign(body, endpoint.secret(), clock.instant()).forEach(request::header);
        return request.build();
    }

    private HttpRequest order(Posting.Order order) {
        var body = JSON.writeValueAsString(Map.of("trackingNumbers", List.of(order.trackingNumber())));
        return HttpRequest.newBuilder(address.resolve("/v1/orders/" + order.reference()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-API-Key", apiKeys.get(order.shipper()))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
