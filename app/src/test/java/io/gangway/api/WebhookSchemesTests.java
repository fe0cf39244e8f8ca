package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that prove themselves in other ways than by a shared secret and a header. */
@PlatformTest
class WebhookSchemesTests {
    private static final String SECRET = "s+cret/0123456789abcdef";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private Tenant partner;

    WebhookSchemesTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
        this.partner = tenancies.partner("Schemes");
    }

    @BeforeEach
    void aPartner() {
        partner = tenancies.partner("Schemes");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"algorithm\":\"static-equal\",\"query\":\"token\"}',?token=",
        "'{\"algorithm\":\"static-equal\",\"pathSegment\":true}',/"
    })
    void takesASecretInTheAddressAndNeverShowsIt(String descriptor, String joint) {
        var endpoint = tenancies.endpoint(partner, descriptor, SECRET);
        assertThat(post(endpoint.path() + joint + SECRET, "{}", JSON).status()).isEqualTo(202);
        assertThat(post(endpoint.path() + joint + SECRET, "{}", JSON).status()).isEqualTo(200);
        assertThat(post(endpoint.path() + joint + SECRET.replace("+", "%2B"), "{\"b\":1}", JSON)
                        .status())
                .isEqualTo(202);
        var wrong = post(endpoint.path() + joint + SECRET + "x", "{}", JSON);
        assertProblem(wrong, 401, "signature-wrong", "of the address does not match. Check the secret.");
        assertThat(wrong.body()).doesNotContain(SECRET, endpoint.token());
        assertProblem(post(endpoint.path(), "{}", JSON), 401, "signature-missing", "of the address is missing.");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Servers.rows("SELECT detail FROM refusal WHERE endpoint_id = '%s'"
                                .formatted(endpoint.id().value())))
                        .hasSize(2)
                        .noneMatch(detail -> detail.contains(SECRET)));
        assertThat(Servers.rows("SELECT headers::text FROM message WHERE endpoint_id = '%s'"
                        .formatted(endpoint.id().value())))
                .hasSize(2)
                .noneMatch(headers -> headers.contains(SECRET));
    }

    @Test
    void takesATokenInTheBody() {
        var path = tenancies
                .endpoint(partner, "{\"algorithm\":\"static-equal\",\"bodyPointer\":\"/auth/token\"}", SECRET)
                .path();
        assertThat(post(path, "{\"auth\":{\"token\":\"%s\"}}".formatted(SECRET), JSON)
                        .status())
                .isEqualTo(202);
        assertProblem(
                post(path, "{\"auth\":{\"token\":\"guess\"}}", JSON),
                401,
                "signature-wrong",
                "'/auth/token' of the body");
        assertProblem(post(path, "{}", JSON), 401, "signature-missing", "'/auth/token' of the body is missing.");
    }

    @Test
    void takesASignatureOfFieldsInTheBodyOnce() {
        var path = tenancies.endpoint(partner, """
                {"algorithm": "hmac-sha256", "bodyPointer": "/sig", "signed": "{timestamp}{/token}",
                 "timestamp": {"bodyPointer": "/at", "format": "unix"}, "messageId": {"bodyPointer": "/token"}}""", SECRET).path();
        var at = Long.toString(clock.instant().getEpochSecond());
        var signature = HexFormat.of().formatHex(hmac(bytes(at + "t1")));
        var body = "{\"at\":%s,\"token\":\"t1\",\"sig\":\"%s\",\"x\":%d}";
        assertThat(post(path, body.formatted(at, signature, 1), JSON).status()).isEqualTo(202);
        assertThat(post(path, body.formatted(at, signature, 2), JSON).status())
                .as("replayed with another body")
                .isEqualTo(200);
        assertProblem(
                post(path, body.formatted(at, signature, 1).replace("t1", "t2"), JSON), 401, "signature-wrong", "");
        var twice = body.formatted(at, signature, 1).replace("}", ",\"token\":\"t3\"}");
        assertProblem(post(path, twice, JSON), 401, "signature-missing", "");
        var old = Long.toString(clock.instant().getEpochSecond() - 600);
        var late = body.formatted(old, HexFormat.of().formatHex(hmac(bytes(old + "t4"))), 1)
                .replace("t1", "t4");
        assertProblem(post(path, late, JSON), 401, "timestamp-outside-tolerance", "");
    }

    @Test
    void findsTheRsaKeyThatARequestNames() throws GeneralSecurityException {
        var keys = keyPair("RSA");
        var jwks =
                "{\"keys\":[%s,%s]}".formatted(jwk("other", keyPair("RSA").getPublic()), jwk("k1", keys.getPublic()));
        var path = tenancies.endpoint(partner, """
                {"algorithm": "rsa-sha256", "header": "X-Sig", "encoding": "base64", "keyId": {"header": "X-Kid"},
                 "signed": "{timestamp}.{body}", "timestamp": {"header": "X-At", "format": "iso8601"}}""", jwks).path();
        var at = clock.instant().toString();
        var signature = base64(sign("SHA256withRSA", keys, at + ".{}"));
        var headers = Map.of("X-Sig", signature, "X-At", at, "X-Kid", "k1");
        assertThat(post(path, "{}", headers).status()).isEqualTo(202);
        assertThat(post(path, "{}", headers).status()).isEqualTo(200);
        assertProblem(post(path, "{ }", headers), 401, "signature-wrong", "");
        assertProblem(
                post(path, "{}", Map.of("X-Sig", signature, "X-At", at, "X-Kid", "other")), 401, "signature-wrong", "");
        assertProblem(
                post(path, "{}", Map.of("X-Sig", signature, "X-At", at, "X-Kid", "k9")), 401, "key-unknown", "'X-Kid'");
        assertProblem(
                post(path, "{}", Map.of("X-Sig", signature, "X-At", "soon", "X-Kid", "k1")),
                401,
                "timestamp-unreadable",
                "'X-At'");
    }

    @Test
    void takesEd25519OfStandardWebhooks() throws GeneralSecurityException {
        var keys = keyPair("Ed25519");
        var encoded = keys.getPublic().getEncoded();
        var secret = "whpk_" + base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        var path = tenancies.endpoint(partner, """
                {"algorithm": "ed25519", "header": "webhook-signature", "format": "space-list", "signatureKey": "v1a",
                 "encoding": "base64", "signed": "{id}.{timestamp}.{body}", "messageId": {"header": "webhook-id"},
                 "timestamp": {"header": "webhook-timestamp", "format": "unix"}}""", secret).path();
        var at = Long.toString(clock.instant().getEpochSecond());
        var signature = base64(sign("Ed25519", keys, "m1." + at + ".{}"));
        var headers =
                Map.of("webhook-id", "m1", "webhook-timestamp", at, "webhook-signature", "v1,AAAA v1a," + signature);
        assertThat(post(path, "{}", headers).status()).isEqualTo(202);
        assertThat(post(path, "{}", headers).status()).isEqualTo(200);
        assertProblem(post(path, "{\"a\":1}", headers), 401, "signature-wrong", "");
        var forged = base64(sign("Ed25519", keyPair("Ed25519"), "m1." + at + ".{}"));
        assertProblem(
                post(
                        path,
                        "{}",
                        Map.of("webhook-id", "m1", "webhook-timestamp", at, "webhook-signature", "v1a," + forged)),
                401,
                "signature-wrong",
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withECDSA", "SHA256withECDSAinP1363Format"})
    void takesEcdsaInBothForms(String form) throws GeneralSecurityException {
        var keys = keyPair("EC");
        var pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(base64(keys.getPublic().getEncoded()));
        var path = tenancies
                .endpoint(partner, "{\"algorithm\":\"ecdsa-sha256\",\"header\":\"X-Sig\",\"encoding\":\"base64\"}", pem)
                .path();
        assertThat(post(path, "{}", Map.of("X-Sig", base64(sign(form, keys, "{}"))))
                        .status())
                .isEqualTo(202);
        assertProblem(
                post(path, "{}", Map.of("X-Sig", base64(sign(form, keyPair("EC"), "{}")))), 401, "signature-wrong", "");
        assertProblem(post(path, "{}", Map.of("X-Sig", base64(new byte[64]))), 401, "signature-wrong", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ",", ", "})
    void takesAnyOfSeveralSignatures(String separator) {
        var path = tenancies
                .endpoint(
                        partner,
                        "{\"algorithm\":\"hmac-sha256\",\"header\":\"X-Sig\",\"format\":\"list\",\"prefix\":\"sha256=\"}",
                        SECRET)
                .path();
        var right = "sha256=" + HexFormat.of().formatHex(hmac(bytes("{}")));
        var wrong = "sha256=" + "0".repeat(64);
        assertThat(post(path, "{}", Map.of("X-Sig", wrong + separator + right)).status())
                .isEqualTo(202);
        assertProblem(post(path, "{}", Map.of("X-Sig", wrong + separator + wrong)), 401, "signature-wrong", "");
    }

    @Test
    void answersTheCheckOfAnAddress() {
        var echo = tenancies
                .endpoint(
                        partner,
                        "{\"algorithm\":\"static-equal\",\"header\":\"X-Key\",\"urlCheck\":{\"challenge\":\"c\"}}",
                        SECRET)
                .path();
        var answer = http.get(echo + "?c=abc-123", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("abc-123");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(http.method("HEAD", echo, Map.of()).status()).isEqualTo(200);
        assertThat(http.get(echo, Map.of()).body()).isEmpty();
        assertProblem(http.get(echo + "?c=%3Cscript%3E", Map.of()), 400, "challenge-invalid", "");
        assertProblem(http.get(echo + "?c=" + "a".repeat(201), Map.of()), 400, "challenge-invalid", "");
        assertProblem(http.method("PUT", echo, Map.of()), 405, "method-not-allowed", "");
        var secret = tenancies
                .endpoint(partner, "{\"algorithm\":\"static-equal\",\"pathSegment\":true,\"urlCheck\":{}}", SECRET)
                .path();
        assertThat(http.get(secret + "/" + SECRET, Map.of()).status()).isEqualTo(200);
        assertProblem(http.get(secret + "/wrong", Map.of()), 401, "signature-wrong", "");
    }

    private Http.Answer post(String path, String body, Map<String, String> headers) {
        return http.post(path, bytes(body), headers);
    }

    private static void assertProblem(Http.Answer answer, int status, String code, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:gangway:problem:" + code);
        assertThat(answer.json().path("detail").asString()).contains(detail);
    }

    private static KeyPair keyPair(String family) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(family);
        if (family.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else if (family.equals("RSA")) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    private static String jwk(String kid, PublicKey key) {
        var rsa = (RSAPublicKey) key;
        return "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(kid, url(rsa.getModulus()), url(rsa.getPublicExponent()));
    }

    private static String url(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private static byte[] sign(String algorithm, KeyPair keys, String text) throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm);
        signature.initSign(keys.getPrivate());
        signature.update(bytes(text));
        return signature.sign();
    }

    static byte[] hmac(byte[] signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(SECRET), "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
