package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.support.EasyPost;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The API as a customer's program meets it. */
@PlatformTest
class MachineApiTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private Tenant acme;
    private Tenant northwind;
    private Feed easypost;
    private Map<String, String> key = Map.of();

    MachineApiTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void oneCustomerOfOnePartner() {
        acme = tenancies.customer("Acme");
        northwind = tenancies.partner("Northwind");
        tenancies.account(acme, northwind);
        easypost = tenancies.feed(northwind, "easypost");
        key = tenancies.apiKey(acme);
    }

    @Test
    void showsAShipmentFromTheMomentAnOrderNamesIt() {
        var number = number();
        var registered = http.put("/v1/orders/SO-1", trackingNumbers(number), json(key));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.json().path("claimedShipments").asInt()).isZero();
        easypost.post(
                EasyPost.tracker(number)
                        .announced(THEN)
                        .pickedUp(THEN.plusSeconds(3600))
                        .json(),
                clock.instant());
        var shipment = awaitShipments(key, 1).getFirst();
        assertThat(shipment.path("trackingNumber").asString()).isEqualTo(number);
        assertThat(shipment.path("status").asString()).isEqualTo("PICKED_UP");
        assertThat(shipment.path("orderReference").asString()).isEqualTo("SO-1");
        assertThat(shipment.path("partner").asString()).isEqualTo(northwind.name());
        assertThat(shipment.path("lastEventAt").asString()).isEqualTo("2026-02-03T05:05:06Z");

        var id = shipment.path("id").asString();
        assertThat(id).startsWith("shp_");
        assertThat(http.get("/v1/shipments/" + id, key).json().path("packages").isArray())
                .isTrue();
        var events =
                http.get("/v1/shipments/%s/events".formatted(id), key).json().path("items");
        assertThat(events).hasSize(2);
        assertThat(events.get(0).path("status").asString()).isEqualTo("PICKED_UP");
        assertThat(events.get(0).path("rawCode").asString()).isNotBlank();
        assertThat(events.get(0).path("place").path("city").asString()).isEqualToIgnoringCase("Orlando");
        assertThat(events.get(0).path("id").asString()).startsWith("evt_");
    }

    @Test
    void claimsWithAnOrderWhatCameBefore() {
        var number = number();
        easypost.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !Servers.rows("SELECT id FROM shipment WHERE tracking_number = '%s'".formatted(number))
                        .isEmpty());
        assertThat(shipments(key)).isEmpty();
        var registered = http.put("/v1/orders/SO-2", trackingNumbers(number), json(key));
        assertThat(registered.json().path("claimedShipments").asInt()).isEqualTo(1);
        assertThat(shipments(key)).hasSize(1);

        var again = http.put("/v1/orders/SO-2", trackingNumbers(number), json(key));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("claimedShipments").asInt()).isZero();
    }

    @Test
    void leavesWithItsOwnerWhatAnotherCustomerNamesToo() {
        var number = number();
        http.put("/v1/orders/SO-3", trackingNumbers(number), json(key));
        easypost.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        awaitShipments(key, 1);
        var birch = tenancies.customer("Birch");
        tenancies.account(birch, northwind);
        var birchKey = tenancies.apiKey(birch);
        assertThat(http.put("/v1/orders/SO-3", trackingNumbers(number), json(birchKey))
                        .json()
                        .path("claimedShipments")
                        .asInt())
                .isZero();
        assertThat(shipments(birchKey)).isEmpty();
        assertThat(shipments(key)).hasSize(1);
    }

    @Test
    void givesNobodyWhatTwoCustomersNamedBefore() {
        var number = number();
        var birch = tenancies.customer("Birch");
        tenancies.account(birch, northwind);
        var birchKey = tenancies.apiKey(birch);
        http.put("/v1/orders/SO-4", trackingNumbers(number), json(key));
        http.put("/v1/orders/SO-4", trackingNumbers(number), json(birchKey));
        easypost.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Servers.rows(
                                "SELECT contested FROM shipment WHERE tracking_number = '%s'".formatted(number)))
                        .containsExactly("t"));
        assertThat(shipments(key)).isEmpty();
        assertThat(shipments(birchKey)).isEmpty();
    }

    @Test
    void claimsNothingOfAPartnerWithWhomThereIsNoAccount() {
        var number = number();
        easypost.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        var stranger = tenancies.customer("Stranger");
        tenancies.account(stranger, tenancies.partner("Elsewhere"));
        var strangersKey = tenancies.apiKey(stranger);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !Servers.rows("SELECT id FROM shipment WHERE tracking_number = '%s'".formatted(number))
                        .isEmpty());
        assertThat(http.put("/v1/orders/SO-5", trackingNumbers(number), json(strangersKey))
                        .json()
                        .path("claimedShipments")
                        .asInt())
                .isZero();
        assertThat(shipments(strangersKey)).isEmpty();
    }

    @Test
    void answersStrangersAsIfThereWereNothing() {
        var number = number();
        http.put("/v1/orders/SO-6", trackingNumbers(number), json(key));
        easypost.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        var id = awaitShipments(key, 1).getFirst().path("id").asString();
        var birch = tenancies.customer("Birch");
        tenancies.account(birch, northwind);
        var sandbox = tenancies.apiKey(acme, Environment.SANDBOX);
        for (var stranger : List.of(tenancies.apiKey(birch), tenancies.apiKey(northwind), sandbox)) {
            assertThat(shipments(stranger)).isEmpty();
            for (var path : List.of("/v1/shipments/" + id, "/v1/shipments/" + id + "/events")) {
                var answer = http.get(path, stranger);
                assertProblem(answer, 404, "not-found");
                var unknown = http.get(path.replace(id, "shp_01890000000070008000000000000000"), stranger);
                assertThat(unknown.status()).isEqualTo(404);
            }
        }
    }

    @Test
    void pagesThroughEverythingOnce() {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            numbers.add(number());
        }
        http.put("/v1/orders/SO-7", trackingNumbers(numbers.toArray(String[]::new)), json(key));
        for (var number : numbers) {
            easypost.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        }
        awaitShipments(key, 7);
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = http.get("/v1/shipments?limit=3" + (next.isEmpty() ? "" : "&after=" + next), key)
                    .json();
            page.path("items")
                    .forEach(item -> seen.add(item.path("trackingNumber").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(numbers).doesNotHaveDuplicates();
    }

    @Test
    void filtersByStatusTextAndTime() {
        var moving = number();
        var done = number();
        http.put("/v1/orders/SO-8", trackingNumbers(moving, done), json(key));
        easypost.post(EasyPost.tracker(moving).pickedUp(THEN).json(), clock.instant());
        easypost.post(EasyPost.tracker(done).delivered(THEN).json(), clock.instant());
        awaitShipments(key, 2);
        assertThat(numbers("/v1/shipments?status=DELIVERED,RETURNED")).containsExactly(done);
        assertThat(numbers("/v1/shipments?q=" + moving.substring(4, 20).toLowerCase(Locale.ROOT)))
                .containsExactly(moving);
        assertThat(numbers("/v1/shipments?q=so-8")).hasSize(2);
        assertThat(numbers("/v1/shipments?q=%25")).isEmpty();
        assertThat(numbers("/v1/shipments?updatedSince=2100-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void tellsEveryFaultOfAQueryAtOnce() {
        var answer = http.get("/v1/shipments?status=LATE&updatedSince=soon&after=x&limit=0", key);
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(fault -> fault.path("pointer").asString()))
                .containsExactly("?status", "?updatedSince", "?after", "?limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%00", "updatedSince=%2B999999999-12-31T23:59:59Z", "limit=99999999999", "status=%00"})
    void refusesWhatTheDatabaseCouldNotTake(String query) {
        assertProblem(http.get("/v1/shipments?" + query, key), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"trackingNumbers\":[1,|malformed-json",
                "{\"trackingNumbers\":\"one\"}|invalid-request",
                "{\"trackingNumber\":[\"x\"]}|invalid-request",
                "{\"trackingNumbers\":[\"\"]}|invalid-request",
                "{\"trackingNumbers\":[null]}|invalid-request",
                "''|malformed-json",
                "null|malformed-json",
            })
    void saysWhatIsWrongWithAnOrder(String body, String code) {
        var answer = http.put("/v1/orders/SO-9", body, json(key));
        assertProblem(answer, 400, code);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("io.gangway");
    }

    @Test
    void takesTheKeyAsABearerTokenToo() {
        var text = key.get("X-API-Key");
        assertThat(text).startsWith("gw_live_");
        assertThat(http.get("/v1/shipments", Map.of("Authorization", "Bearer " + text))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gw_live_guess", "gw_test_", "gw_", "x", "gw_live_0123456789abcdefghijklmnopqrstuvwxyz_000000"})
    void refusesAKeyThatIsNone(String guess) {
        assertProblem(http.get("/v1/shipments", Map.of("X-API-Key", guess)), 401, "unauthenticated");
    }

    @Test
    void refusesWhoBringsNothing() {
        var answer = http.get("/v1/shipments", Map.of());
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertProblem(http.get("/v1/shipments", Map.of("Authorization", "Bearer a.b.c")), 401, "unauthenticated");
    }

    @Test
    void refusesAKeyWithoutTheScope() {
        var readOnly = tenancies.apiKey(acme, Scope.SHIPMENTS_READ);
        assertThat(http.get("/v1/shipments", readOnly).status()).isEqualTo(200);
        assertProblem(http.put("/v1/orders/SO-10", trackingNumbers(number()), json(readOnly)), 403, "scope-missing");
        var writeOnly = tenancies.apiKey(acme, Scope.ORDERS_WRITE);
        assertProblem(http.get("/v1/shipments", writeOnly), 403, "scope-missing");
    }

    @Test
    void keepsNoKeyInTheDatabase() {
        var text = key.get("X-API-Key");
        for (var table : List.of("api_key", "audit_entry")) {
            assertThat(Servers.rows("SELECT t::text FROM %s t WHERE tenant_id = '%s'"
                            .formatted(table, acme.id().value())))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains(text.substring("gw_live_".length() + 12)));
        }
    }

    @Test
    void takesATokenOfTheIdentityProvider() {
        var issuer = Servers.keycloak().issuer();
        var clara = tenancies.customer("Clara");
        tenancies.client(clara, Servers.ERP_CLIENT);
        var token = bearer(Http.token(issuer, Servers.ERP_CLIENT, Servers.CLIENT_SECRET));
        assertThat(http.get("/v1/shipments", token).status()).isEqualTo(200);
        assertThat(http.put("/v1/orders/SO-11", trackingNumbers(number()), json(token))
                        .status())
                .isEqualTo(201);

        var strange = bearer(Http.token(issuer, Servers.STRANGE_CLIENT, Servers.CLIENT_SECRET));
        assertProblem(http.get("/v1/shipments", strange), 401, "unauthenticated");
        var forged = token.get("Authorization");
        assertProblem(
                http.get(
                        "/v1/shipments",
                        Map.of("Authorization", forged.substring(0, forged.length() - 8) + "AAAAAAAA")),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1/", "/v1/shipments/x/y/z"})
    void answersUnknownPathsWithAProblem(String path) {
        assertProblem(http.get(path, key), 404, "not-found");
    }

    @Test
    void answersAWrongMethodWithAProblem() {
        assertProblem(http.method("DELETE", "/v1/shipments", key), 405, "method-not-allowed");
    }

    @Test
    void describesItself() {
        var description = http.get("/v3/api-docs", Map.of());
        assertThat(description.status()).isEqualTo(200);
        var openApi = description.json();
        assertThat(openApi.path("openapi").asString()).startsWith("3.1");
        assertThat(openApi.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/shipments",
                        "/v1/shipments/{id}",
                        "/v1/shipments/{id}/events",
                        "/v1/orders/{reference}",
                        "/v1/messages",
                        "/v1/api-keys",
                        "/v1/api-keys/{id}",
                        "/v1/api-keys/{id}/rotate",
                        "/v1/oauth-clients",
                        "/v1/oauth-clients/{id}",
                        "/v1/oauth-clients/{id}/rotate",
                        "/v1/leaked-keys",
                        "/v1/audit",
                        "/v1/messages/{id}",
                        "/v1/messages/{id}/replay");
        assertThat(openApi.path("paths")
                        .path("/v1/orders/{reference}")
                        .path("put")
                        .path("responses")
                        .propertyNames())
                .contains("200", "201");
        assertThat(openApi.path("components").path("securitySchemes").size()).isPositive();
        assertThat(openApi.path("paths")
                        .path("/v1/shipments")
                        .path("get")
                        .path("parameters")
                        .toString())
                .doesNotContain("caller");
    }

    @Test
    void tellsHowItIs() {
        assertThat(Servers.management()
                        .get("/actuator/health/liveness", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(Servers.management()
                        .get("/actuator/health/readiness", Map.of())
                        .status())
                .isEqualTo(200);
        easypost.post(EasyPost.tracker(number()).announced(THEN).json(), clock.instant());
        easypost.post("", clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Servers.management()
                                .get("/actuator/prometheus", Map.of())
                                .body())
                        .contains("gangway_messages_received_total")
                        .contains("gangway_messages_refused_total")
                        .contains("cause=\"body-empty\"")
                        .contains("gangway_messages_translated_total")
                        .contains("gangway_stage_seconds")
                        .contains("gangway_inbox_age_seconds"));
        assertThat(Servers.management().get("/actuator/env", Map.of()).status()).isNotEqualTo(200);
    }

    @Test
    void keepsItsFiguresOffThePublicPort() {
        assertThat(http.get("/livez", Map.of()).status()).isEqualTo(200);
        assertThat(http.get("/readyz", Map.of()).status()).isEqualTo(200);
        for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env")) {
            assertThat(http.get(path, Map.of()).status()).as(path).isEqualTo(404);
        }
    }

    private List<String> numbers(String path) {
        return http.get(path, key)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("trackingNumber").asString())
                .toList();
    }

    private List<JsonNode> awaitShipments(Map<String, String> credentials, int count) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> shipments(credentials), found -> found.size() == count);
    }

    private List<JsonNode> shipments(Map<String, String> credentials) {
        var answer = http.get("/v1/shipments", credentials);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private static void assertProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:gangway:problem:" + code);
        assertThat(answer.json().path("correlationId").asString()).matches("[0-9a-f]{32}");
    }

    private static Map<String, String> json(Map<String, String> credentials) {
        var headers = new java.util.HashMap<>(credentials);
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String trackingNumbers(String... numbers) {
        return "{\"trackingNumbers\":[\"%s\"]}".formatted(String.join("\",\"", numbers));
    }

    private static String number() {
        return "EZ" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
