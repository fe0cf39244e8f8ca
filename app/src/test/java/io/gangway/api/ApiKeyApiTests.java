package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.support.Http;
import io.gangway.support.Http.Answer;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** API keys that a program manages. */
@PlatformTest
class ApiKeyApiTests {
    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private Tenant acme;
    private Map<String, String> admin = Map.of();

    ApiKeyApiTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void anAdministrator() {
        acme = tenancies.customer("Acme");
        admin = tenancies.apiKey(acme, Scope.ADMIN_READ, Scope.ADMIN_WRITE, Scope.SHIPMENTS_READ);
    }

    @AfterEach
    void timeIsNow() {
        clock.backToNow();
    }

    @Test
    void aKeyIsIssuedUsedRotatedAndRevoked() {
        var issued = post("/v1/api-keys", """
                {"name": " Odoo ", "scopes": ["shipments:read"]}""");
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        var secret = issued.json().path("secret").asString();
        assertThat(secret).matches("gw_live_[A-Za-z0-9]{36}");
        var id = issued.json().path("key").path("id").asString();
        assertThat(key(id).path("name").asString()).isEqualTo("Odoo");
        assertThat(key(id).hasNonNull("lastUsedAt")).isFalse();

        assertThat(shipments(secret).status()).isEqualTo(200);
        assertThat(key(id).path("lastUsedFrom").asString()).isEqualTo("127.0.0.1");
        assertThat(http.get("/v1/api-keys", admin).body()).doesNotContain(secret);

        var rotated = post("/v1/api-keys/%s/rotate".formatted(id), "{\"overlapHours\": 2}");
        var successor = rotated.json().path("secret").asString();
        assertThat(rotated.json().path("key").path("replaces").asString()).isEqualTo(id);
        assertThat(shipments(secret).status()).as("during the overlap").isEqualTo(200);
        assertThat(shipments(successor).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(2));
        assertThat(shipments(secret).status()).as("after the overlap").isEqualTo(401);
        assertThat(shipments(successor).status()).isEqualTo(200);
        assertThat(key(id).path("state").asString()).isEqualTo("EXPIRED");

        var next = rotated.json().path("key").path("id").asString();
        assertThat(http.delete("/v1/api-keys/" + next, admin).status()).isEqualTo(204);
        assertThat(shipments(successor).status()).isEqualTo(401);
        assertThat(http.delete("/v1/api-keys/" + next, admin).status()).isEqualTo(404);
        assertThat(post("/v1/api-keys/%s/rotate".formatted(next), "{}").status())
                .isEqualTo(404);
        assertThat(Servers.rows(
                        "SELECT action FROM audit_entry WHERE tenant_id = '%s' AND actor LIKE 'api-key:%%' ORDER BY at, id"
                                .formatted(acme.id().value())))
                .containsExactly("api-key.issued", "api-key.rotated", "api-key.issued", "api-key.revoked");
    }

    @Test
    void anOverlapNeverOutlivesTheKeysOwnEnd() {
        var end = clock.instant().plus(Duration.ofHours(1));
        var issued = post("/v1/api-keys", """
                {"name": "Short", "scopes": ["shipments:read"], "expiresAt": "%s"}""".formatted(end));
        var secret = issued.json().path("secret").asString();
        var id = issued.json().path("key").path("id").asString();
        var successor = post("/v1/api-keys/%s/rotate".formatted(id), "{\"overlapHours\": 24}")
                .json()
                .path("secret")
                .asString();
        clock.advance(Duration.ofMinutes(61));
        assertThat(shipments(secret).status()).isEqualTo(401);
        assertThat(shipments(successor).status())
                .as("it lives as long as the former was meant to")
                .isEqualTo(401);
    }

    @Test
    void nobodyGrantsMoreThanItHas() {
        var faults = post("/v1/api-keys", """
                {"name": "Greedy", "scopes": ["shipments:read", "orders:write"], "environment": "SANDBOX"}""");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.json()
                        .path("errors")
                        .valueStream()
                        .map(fault -> fault.path("pointer").asString()))
                .containsExactlyInAnyOrder("/scopes", "/environment");
        assertThat(faults.body()).contains("orders:write");

        var strong = tenancies.apiKey(acme);
        var id = http.post("/v1/api-keys", """
                        {"name": "Strong", "scopes": ["orders:write"]}""", json(strong))
                .json()
                .path("key")
                .path("id")
                .asString();
        assertThat(post("/v1/api-keys/%s/rotate".formatted(id), "{}").status())
                .as("a rotation would hand over a scope that the caller lacks")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "", "scopes": ["shipments:read"]}                                             | /name
            {"scopes": ["shipments:read"]}                                                         | /name
            {"name": "Odoo", "scopes": []}                                                         | /scopes
            {"name": "Odoo"}                                                                       | /scopes
            {"name": "Odoo", "scopes": ["all"]}                                                    | /scopes/0
            {"name": "Odoo", "scopes": [null]}                                                     | /scopes/0
            {"name": "Odoo", "scopes": ["shipments:read"], "expiresAt": "2020-01-01T00:00:00Z"}    | /expiresAt
            {"name": "Odoo", "scopes": ["shipments:read"], "expiresAt": "soon"}                    | /expiresAt
            {"name": "Odoo", "scopes": ["shipments:read"], "colour": "red"}                        | /colour
            """)
    void aWrongRequestSaysWhere(String body, String pointer) {
        var answer = post("/v1/api-keys", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .as(answer.body())
                .isEqualTo(pointer);
        assertThat(http.get("/v1/api-keys", admin).json().path("items").size()).isEqualTo(1);
    }

    @Test
    void anotherTenantAndAnotherEnvironmentFindNoKey() {
        var id = post("/v1/api-keys", """
                        {"name": "Odoo", "scopes": ["shipments:read"]}""").json().path("key").path("id").asString();
        for (var other : java.util.List.of(
                tenancies.apiKey(tenancies.customer("Birch")), tenancies.apiKey(acme, Environment.SANDBOX))) {
            assertThat(http.get("/v1/api-keys", other).body()).doesNotContain(id);
            assertThat(http.delete("/v1/api-keys/" + id, other).status()).isEqualTo(404);
            assertThat(http.post("/v1/api-keys/%s/rotate".formatted(id), "{}", json(other))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(key(id).path("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void aMissingScopeIsNamedWithTheRemedy() {
        var reader = tenancies.apiKey(acme, Scope.ADMIN_READ);
        assertThat(http.get("/v1/api-keys", reader).status()).isEqualTo(200);
        var refused = http.post("/v1/api-keys", "{}", json(reader));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:gangway:problem:scope-missing");
        assertThat(refused.json().path("detail").asString()).contains("'admin:write'", "API keys");
    }

    @Test
    void aLeakedKeyIsRevokedByAnybodyWhoHoldsIt() {
        var issued = post("/v1/api-keys", """
                {"name": "Odoo", "scopes": ["shipments:read"]}""");
        var secret = issued.json().path("secret").asString();
        var typo = secret.substring(0, secret.length() - 1) + (secret.endsWith("a") ? "b" : "a");
        for (var reported : java.util.List.of(typo, "gw_live_" + "a".repeat(36), "nonsense", secret, secret)) {
            var answer = http.post(
                    "/v1/leaked-keys",
                    "{\"key\": \"%s\"}".formatted(reported),
                    Map.of("Content-Type", "application/json"));
            assertThat(answer.status()).as(reported).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(shipments(secret).status()).isEqualTo(401);
        var key = key(issued.json().path("key").path("id").asString());
        assertThat(key.path("state").asString()).isEqualTo("REVOKED");
        assertThat(key.path("revokedBecause").asString()).isEqualTo("LEAKED");
        assertThat(http.post("/v1/leaked-keys", "{}", Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatWasDoneIsListedWithWhoAndFromWhere() {
        for (int i = 0; i < 3; i++) {
            post("/v1/api-keys", """
                    {"name": "Key %d", "scopes": ["shipments:read"]}""".formatted(i));
        }
        var page = http.get("/v1/audit?limit=2", admin).json();
        var newest = page.path("items").path(0);
        assertThat(newest.path("action").asString()).isEqualTo("api-key.issued");
        assertThat(newest.path("actor").asString()).startsWith("api-key:gw_live_");
        assertThat(newest.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(newest.path("detail").path("name").asString()).isEqualTo("Key 2");
        var rest = http.get("/v1/audit?after=" + page.path("next").asString(), admin)
                .json();
        assertThat(rest.path("items").path(0).path("detail").path("name").asString())
                .isEqualTo("Key 0");
        assertThat(http.get("/v1/audit?after=x&limit=0", admin)
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        assertThat(http.get("/v1/audit", tenancies.apiKey(tenancies.customer("Birch")))
                        .body())
                .doesNotContain("Key 2");
        assertThat(http.get("/v1/audit", tenancies.apiKey(acme, Scope.SHIPMENTS_READ))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theDescriptionSaysWhichScopeOpensWhat() {
        var paths = http.get("/v3/api-docs", Map.of()).json().path("paths");
        var rotation = paths.path("/v1/api-keys/{id}/rotate").path("post");
        assertThat(rotation.path("security").path(0).path("apiKey").path(0).asString())
                .isEqualTo("admin:write");
        assertThat(rotation.path("description").asString()).contains("admin:write");
        assertThat(paths.path("/v1/leaked-keys").path("post").path("security")).isEmpty();
    }

    private JsonNode key(String id) {
        return http.get("/v1/api-keys", admin)
                .json()
                .path("items")
                .valueStream()
                .filter(key -> key.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Answer shipments(String secret) {
        return http.get("/v1/shipments", Map.of("X-API-Key", secret));
    }

    private Answer post(String path, String body) {
        return http.post(path, body, json(admin));
    }

    private static Map<String, String> json(Map<String, String> key) {
        var headers = new HashMap<>(key);
        headers.put("Content-Type", "application/json");
        return headers;
    }
}
