package io.gangway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the rate limiter costs a list request, by the product's own timers, and how exactly it holds a plan that is asked for too much.
 */
final class LimitsBench {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURE = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 8;
    private static final int BURST = 200;
    private static final int PER_MINUTE = 12_000;
    private static final double MINUTE_NANOS = 6e10;
    private static final Pattern LIMIT = sum("gangway_stage_seconds_sum\\{[^}]*stage=\"limit\"[^}]*}");
    private static final Pattern REQUEST = sum("http_server_requests_seconds_sum\\{[^}]*uri=\"/v1/shipments\"[^}]*}");

    private LimitsBench() {}

    static void run(Product product, Figures figures) throws IOException {
        if (!product.isRunning()) {
            product.start(true);
        }
        figures.heading("Rate limits: cost within a list request, and error while twice as much is asked for");
        var list = HttpConnection.get("/v1/shipments?limit=50", Map.of("X-API-Key", product.apiKey()));
        Load.run(product.port(), CONNECTIONS, WARM_UP, 200, () -> list);
        var limitBefore = metric(product, LIMIT);
        var requestBefore = metric(product, REQUEST);
        var result = Load.run(product.port(), CONNECTIONS, MEASURE, 200, () -> list);
        figures.add("limits.list.per_second", result.perSecond(), "1/s");
        figures.addTimes("limits.list", result.nanoseconds());
        figures.add(
                "limits.cost_vs_request",
                (metric(product, LIMIT) - limitBefore) / (metric(product, REQUEST) - requestBefore),
                "of the request");

        Plans.assign(product, BURST, PER_MINUTE);
        var begun = System.nanoTime();
        var limited = Load.run(product.port(), CONNECTIONS, MEASURE, 200, () -> list);
        var elapsed = System.nanoTime() - begun;
        var granted = limited.nanoseconds().length;
        var plan = BURST + PER_MINUTE * elapsed / MINUTE_NANOS;
        figures.add("limits.granted_vs_plan", granted / plan, "×");
        figures.add("limits.error_percent", Math.max(0, (granted - plan) / plan * 100), "% above the plan");
        figures.add("limits.refused", limited.others(), "answers");
        Plans.lift(product);
    }

    private static Pattern sum(String name) {
        return Pattern.compile("^" + name + " (\\S+)$", Pattern.MULTILINE);
    }

    private static double metric(Product product, Pattern pattern) throws IOException {
        try (var connection = Load.connect(product.managementPort())) {
            var text = new String(
                    connection
                            .send(HttpConnection.get("/actuator/prometheus", Map.of()))
                            .body(),
                    StandardCharsets.UTF_8);
            return pattern.matcher(text)
                    .results()
                    .mapToDouble(match -> Double.parseDouble(match.group(1)))
                    .sum();
        }
    }
}
