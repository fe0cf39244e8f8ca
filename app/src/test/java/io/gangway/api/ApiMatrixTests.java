package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.shipment.Orders;
import io.gangway.support.AccessMatrix;
import io.gangway.support.EasyPost;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every operation against every scope, another tenant and the other environment; the answers are data, and an operation that they lack
 * fails here.
 */
@PlatformTest
class ApiMatrixTests {
    private final Tenancies tenancies;
    private final Http http;
    private final Orders orders;
    private final SettableClock clock;
    private final List<String> wrong = new ArrayList<>();

    ApiMatrixTests(Tenancies tenancies, Http http, Orders orders, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.orders = orders;
        this.clock = clock;
    }

    @Test
    void everyOperationAnswersAsTheMatrixSays() {
        var customer = tenancies.customer("Matrix");
        var partner = tenancies.partner("Matrix");
        var strangers = Map.of(
                "customer", tenancies.customer("Stranger"),
                "partner", tenancies.partner("Stranger"));
        var ids = things(customer, partner);
        var matrix = AccessMatrix.read("api.csv", "|");
        assertThat(matrix)
                .extracting(row -> row.get("method") + " " + row.get("path"))
                .containsExactlyInAnyOrderElementsOf(operations());
        for (var row : matrix) {
            var isPartners = List.of("partner", "message").contains(row.get("owner"));
            var owner = isPartners ? partner : customer;
            var stranger = strangers.get(isPartners ? "partner" : "customer");
            var path = path(row, ids);
            if (row.get("scope").isEmpty()) {
                expect(row, path, Map.of(), row.get("own"), "without a key");
                continue;
            }
            var scope = Scope.of(row.get("scope")).orElseThrow();
            expect(row, path, Map.of(), "401", "without a key");
            for (var other : Scope.values()) {
                if (other != scope) {
                    expect(row, path, tenancies.apiKey(owner, other), "403", "with " + other.word());
                }
            }
            expect(row, path, tenancies.apiKey(stranger, scope), row.get("stranger"), "of another tenant");
            expect(
                    row,
                    path,
                    tenancies.apiKey(owner, Environment.SANDBOX, scope),
                    row.get("otherEnvironment"),
                    "of the other environment");
            expect(row, path, tenancies.apiKey(owner, scope), row.get("own"), "with " + scope.word());
        }
        assertThat(wrong).isEmpty();
    }

    /** What the operations are about, by kind; all live. */
    private Map<String, String> things(Tenant customer, Tenant partner) {
        tenancies.account(customer, partner);
        var number = "EZ" + UUID.randomUUID();
        orders.register(customer.id(), Environment.LIVE, "SO-1", List.of(number));
        tenancies
                .feed(partner, "easypost")
                .post(EasyPost.tracker(number).announced(clock.instant()).json(), clock.instant());
        var ids = new HashMap<String, String>();
        ids.put("order", "SO-1");
        ids.put("shipment", awaited("/v1/shipments", tenancies.apiKey(customer)));
        ids.put("message", awaited("/v1/messages", tenancies.apiKey(partner)));
        var all = tenancies.apiKey(customer);
        // The newest; nobody rotates a key that may more than itself.
        tenancies.apiKey(customer, Scope.ADMIN_WRITE);
        ids.put("key", awaited("/v1/api-keys", all));
        http.post(
                "/v1/oauth-clients",
                "{\"name\": \"Matrix\", \"scopes\": [\"admin:write\"]}",
                withJson(tenancies.apiKey(customer, Scope.ADMIN_WRITE)));
        ids.put("client", awaited("/v1/oauth-clients", all));
        return ids;
    }

    private static Map<String, String> withJson(Map<String, String> key) {
        var headers = new HashMap<>(key);
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private String awaited(String list, Map<String, String> key) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> http.get(list, key)
                                .json()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString(),
                        id -> !id.isEmpty());
    }

    private static String path(Map<String, String> row, Map<String, String> ids) {
        return row.get("path").replaceAll("\\{\\w+}", ids.getOrDefault(row.get("owner"), ""));
    }

    private void expect(Map<String, String> row, String path, Map<String, String> key, String status, String who) {
        var headers = new HashMap<>(key);
        if (!row.get("body").isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        var answer = http.send(row.get("method"), path, row.get("body").getBytes(StandardCharsets.UTF_8), headers);
        if (answer.status() != Integer.parseInt(status)) {
            wrong.add("%s %s %s: %d, not %s; %s"
                    .formatted(row.get("method"), row.get("path"), who, answer.status(), status, answer.body()));
        }
    }

    private List<String> operations() {
        var operations = new ArrayList<String>();
        http.get("/v3/api-docs", Map.of())
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }
}
