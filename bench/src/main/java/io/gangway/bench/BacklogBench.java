package io.gangway.bench;

import io.gangway.local.feed.SamplePayloads;
import io.gangway.local.feed.SenderEndpoint;
import io.gangway.local.feed.Signers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast waiting messages are translated when few and when many wait. The messages come in by the door, as always; a
 * trigger of this benchmark's holds them back until all are there. Nothing is analyzed, as after a crash.
 */
final class BacklogBench {
    private static final String SENDER = "easypost";
    private static final int WARM_UP = 10_000;
    private static final int SMALL = 1_000;
    private static final int SMALL_RUNS = 7;
    private static final int BIG = Integer.getInteger("gangway.bench.backlog", 300_000);
    private static final int CONNECTIONS = 16;
    /** Messages of one parcel. */
    private static final int SHARED = 4;

    private final Product product;
    private final Connection database;
    private final SenderEndpoint endpoint;
    private final String template;
    private final AtomicInteger number = new AtomicInteger();

    private BacklogBench(Product product, Connection database) {
        this.product = product;
        this.database = database;
        this.endpoint = product.endpoint(SENDER);
        this.template = new SamplePayloads(7).next(SENDER, Clock.systemUTC().instant());
    }

    static void run(Product product, Figures figures) throws Exception {
        if (!product.isRunning()) {
            product.start(true);
        }
        var login =
                JsonMapper.shared().readTree(product.databaseLogins().toFile()).path("superuser");
        try (var database = DriverManager.getConnection(
                product.databaseUrl(),
                login.path("username").asString(),
                login.path("password").asString())) {
            var bench = new BacklogBench(product, database);
            bench.holdBack();
            bench.measure(figures);
        }
    }

    private void measure(Figures figures) throws Exception {
        figures.heading("Backlog: messages translated in a second, few waiting and many");
        drain(WARM_UP);
        var small = new double[SMALL_RUNS];
        for (int i = 0; i < SMALL_RUNS; i++) {
            small[i] = drain(SMALL);
        }
        Arrays.sort(small);
        figures.add("backlog.rate_small", small[SMALL_RUNS / 2], "1/s");
        figures.add("backlog.rate_big", drain(BIG), "1/s");
        figures.add(
                "backlog.rate_big_vs_small", figures.of("backlog.rate_big") / figures.of("backlog.rate_small"), "×");
    }

    /** Puts messages in, lets them go, and returns how many were translated in a second. */
    private double drain(int messages) throws Exception {
        post(messages);
        var waiting = release();
        if (waiting != messages) {
            throw new IllegalStateException("%d messages wait, not %d.".formatted(waiting, messages));
        }
        var begun = System.nanoTime();
        while (count("SELECT count(*) FROM (SELECT FROM message WHERE state = 'RECEIVED' LIMIT 1) waiting") > 0) {
            LockSupport.parkNanos(2_000_000);
        }
        return messages / ((System.nanoTime() - begun) / 1e9);
    }

    private void post(int messages) throws Exception {
        var left = new AtomicInteger(messages);
        Callable<Integer> sender = () -> {
            var refused = 0;
            try (var connection = new HttpConnection(product.port())) {
                while (left.getAndDecrement() > 0) {
                    if (connection.send(request()).status() != 202) {
                        refused++;
                        left.incrementAndGet();
                    }
                }
            }
            return refused;
        };
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (var sent : threads.invokeAll(
                    IntStream.range(0, CONNECTIONS).mapToObj(i -> sender).toList())) {
                sent.get();
            }
        }
    }

    /** Each of another message; some belong to one parcel. */
    private byte[] request() {
        var next = number.incrementAndGet();
        var json = template.replaceFirst(
                        "\"tracking_code\":\"[^\"]*\"", "\"tracking_code\":\"BACKLOG%09d\"".formatted(next / SHARED))
                .replaceFirst("\"id\":\"evt_[^\"]*\"", "\"id\":\"evt_backlog%d\"".formatted(next));
        var body = (json.substring(0, json.lastIndexOf('}')) + ",\"number\":" + next + "}")
                .getBytes(StandardCharsets.UTF_8);
        return HttpConnection.post(
                endpoint.path(),
                Signers.of(SENDER)
                        .sign(body, endpoint.secret(), Clock.systemUTC().instant()),
                body);
    }

    private void holdBack() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE FUNCTION bench_hold_back() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN NEW.due_at := NEW.due_at + interval '1 day'; RETURN NEW; END $$""");
            statement.execute("DROP TRIGGER IF EXISTS bench_hold_back ON message");
            statement.execute("""
                    CREATE TRIGGER bench_hold_back BEFORE INSERT ON message
                    FOR EACH ROW EXECUTE FUNCTION bench_hold_back()""");
        }
    }

    private int release() throws SQLException {
        try (var statement = database.createStatement()) {
            var released = statement.executeUpdate(
                    "UPDATE message SET due_at = due_at - interval '1 day' WHERE state = 'RECEIVED'");
            statement.execute("NOTIFY gangway_message, ''");
            return released;
        }
    }

    private int count(String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
