package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gangway.identity.OAuthClients;
import io.gangway.identity.Scope;
import io.gangway.support.Http;
import io.gangway.support.Identities;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** OAuth clients that an organization makes for itself, at the real identity provider. */
@PlatformTest
class OAuthClientTests {
    private static final String READER = "{\"name\": \"ERP\", \"scopes\": [\"shipments:read\"]}";

    private final Tenancies tenancies;
    private final Http http;
    private final OAuthClients clients;
    private final SettableClock clock;
    private Map<String, String> admin = Map.of();

    OAuthClientTests(Tenancies tenancies, Http http, OAuthClients clients, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clients = clients;
        this.clock = clock;
    }

    @BeforeEach
    void anAdministrator() {
        Servers.keycloak();
        admin = json(tenancies.apiKey(tenancies.customer("Acme")));
    }

    @AfterEach
    void now() {
        clock.backToNow();
        Identities.letPlatformIn(true);
    }

    @Test
    void aClientGetsTokensThatMayDoWhatItsScopesSayAndNoMore() {
        var made = create(READER);
        var token = bearer(bySecret(made));
        assertThat(http.get("/v1/shipments", token).status()).isEqualTo(200);
        var refused = http.get("/v1/api-keys", token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("admin:read");
        var shown = list().path(0);
        assertThat(shown.path("lastUsedFrom").asString()).isEqualTo("127.0.0.1");
        assertThat(shown.path("authentication").asString()).isEqualTo("SECRET");
        assertThat(shown.toString()).doesNotContain(made.path("secret").asString());
    }

    @Test
    void aRevokedClientsTokensAreWorthlessAtOnceAndTheProviderForgetsIt() {
        var made = create(READER);
        var token = bearer(bySecret(made));
        assertThat(http.get("/v1/shipments", token).status()).isEqualTo(200);
        assertThat(http.delete("/v1/oauth-clients/" + id(made), admin).status()).isEqualTo(204);
        assertThat(http.get("/v1/shipments", token).status())
                .as("the token has minutes to live")
                .isEqualTo(401);
        assertThat(tokenBySecret(made).has("access_token")).isFalse();
        assertThat(http.delete("/v1/oauth-clients/" + id(made), admin).status()).isEqualTo(404);
    }

    @Test
    void aRotatedClientWorksUntilTheOverlapIsOver() {
        var former = create(READER);
        var rotated = http.post("/v1/oauth-clients/%s/rotate".formatted(id(former)), "{\"overlapHours\": 1}", admin);
        assertThat(rotated.status()).isEqualTo(201);
        var oldToken = bearer(bySecret(former));
        assertThat(http.get("/v1/shipments", oldToken).status()).isEqualTo(200);
        assertThat(http.get("/v1/shipments", bearer(bySecret(rotated.json()))).status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(61));
        assertThat(http.get("/v1/shipments", oldToken).status()).isEqualTo(401);
        clients.removeEnded();
        assertThat(tokenBySecret(former).has("access_token")).isFalse();
    }

    @Test
    void aClientProvesItselfWithItsPrivateKeyAlsoAfterARotation() throws JOSEException {
        var key = new RSAKeyGenerator(2048).keyID("one").generate();
        var body = "{\"name\": \"ERP\", \"scopes\": [\"shipments:read\"], \"jwks\": {\"keys\": [%s]}}"
                .formatted(key.toPublicJWK().toJSONString());
        var made = create(body);
        assertThat(made.has("secret")).isFalse();
        assertThat(http.get("/v1/shipments", bearer(byKey(id(made), key))).status())
                .isEqualTo(200);
        var stranger = new RSAKeyGenerator(2048).keyID("one").generate();
        assertThat(byKey(id(made), stranger)).as("another key of the same name").isEmpty();
        var rotated = http.post("/v1/oauth-clients/%s/rotate".formatted(id(made)), "{}", admin)
                .json();
        assertThat(http.get("/v1/shipments", bearer(byKey(id(rotated), key))).status())
                .isEqualTo(200);
    }

    @Test
    void nobodyGrantsMoreThanItHasAndEveryFaultIsNamed() throws JOSEException {
        var weak = json(tenancies.apiKey(tenancies.customer("Weak"), Scope.ADMIN_WRITE));
        var more = http.post("/v1/oauth-clients", READER, weak);
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.json().path("errors").path(0).path("detail").asString()).contains("shipments:read");
        var all = http.post(
                "/v1/oauth-clients",
                "{\"name\": \"\", \"scopes\": [], \"jwksUrl\": \"http://169.254.169.254/keys\"}",
                admin);
        assertThat(all.json()
                        .path("errors")
                        .valueStream()
                        .map(fault -> fault.path("pointer").asString()))
                .containsExactlyInAnyOrder("/name", "/scopes", "/jwksUrl");
        var secretKey = new RSAKeyGenerator(2048).generate().toJSONString();
        var leaked = http.post(
                "/v1/oauth-clients",
                "{\"name\": \"ERP\", \"scopes\": [\"shipments:read\"], \"jwks\": {\"keys\": [%s]}}"
                        .formatted(secretKey),
                admin);
        assertThat(leaked.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/jwks");
        assertThat(list()).isEmpty();
    }

    @Test
    void whileTheProviderDoesNotLetUsInNothingIsChanged() {
        Identities.letPlatformIn(false);
        var answer = http.post("/v1/oauth-clients", READER, admin);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("type").asString()).endsWith(":identity-provider-unavailable");
        assertThat(list()).isEmpty();
    }

    private JsonNode create(String body) {
        var answer = http.post("/v1/oauth-clients", body, admin);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode list() {
        return http.get("/v1/oauth-clients", admin).json().path("items");
    }

    private static String id(JsonNode made) {
        return made.path("client").path("id").asString();
    }

    private static String bySecret(JsonNode made) {
        return tokenBySecret(made).path("access_token").asString();
    }

    private static JsonNode tokenBySecret(JsonNode made) {
        var pair = id(made) + ":" + made.path("secret").asString();
        return token(
                made,
                "grant_type=client_credentials",
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    }

    private static JsonNode token(JsonNode made, String form, Map<String, String> headers) {
        var endpoint = made.path("tokenEndpoint").asString();
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return new Http(endpoint)
                .post("", form.getBytes(StandardCharsets.UTF_8), all)
                .json();
    }

    private static String byKey(String clientId, RSAKey key) throws JOSEException {
        var issuer = Servers.issuer();
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(issuer)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        var signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        signed.sign(new RSASSASigner(key));
        var form = "grant_type=client_credentials&client_assertion_type=%s&client_assertion=%s"
                .formatted(
                        URLEncoder.encode(
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8),
                        signed.serialize());
        return new Http(issuer + "/protocol/openid-connect/token")
                .post(
                        "",
                        form.getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .json()
                .path("access_token")
                .asString();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, String> json(Map<String, String> key) {
        var headers = new HashMap<>(key);
        headers.put("Content-Type", "application/json");
        return headers;
    }
}
