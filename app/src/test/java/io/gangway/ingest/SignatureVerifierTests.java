package io.gangway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import io.gangway.partner.Endpoint;
import io.gangway.partner.EndpointId;
import io.gangway.partner.VerificationKey;
import io.gangway.partner.VerificationKeys;
import io.gangway.partner.VerifierDescriptor;
import io.gangway.platform.Correlation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class SignatureVerifierTests {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Map<String, VerifierDescriptor> KNOWN = known();
    private static final String BODY = "{\"id\":\"evt_1\",\"note\":\"Grüße\"}";

    @Test
    void takesThePublishedExampleOfStandardWebhooks() {
        var headers = Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        var then = Clock.fixed(Instant.ofEpochSecond(1614265330), ZoneOffset.UTC);
        var verdict = new SignatureVerifier(then)
                .verify(webhook(
                        "standard-webhooks",
                        "{\"test\": 2432232314}",
                        headers,
                        List.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine -> assertThat(genuine.senderMessageId()).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek"));
    }

    @Test
    void agreesWithTheLibraryOfStandardWebhooks() throws Exception {
        var secret = "whsec_"
                + Base64.getEncoder()
                        .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        var signature = new Webhook(secret).sign("msg_1", NOW.getEpochSecond(), BODY);
        var headers = Map.of(
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                Long.toString(NOW.getEpochSecond()),
                "webhook-signature",
                "v1a,notours v1,d3Jvbmc= " + signature);
        assertThat(verify("standard-webhooks", BODY, headers, secret)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verify("standard-webhooks", BODY + " ", headers, secret)).isEqualTo(wrong("webhook-signature"));
    }

    @Test
    void takesThePublishedExampleOfSendcloud() {
        var headers = Map.of("sendcloud-signature", "1eed4b3d41f4653ac64fd56f1bf1cbfd349e4482cbc11dff7134bd93e5da4b0a");
        assertThat(verify("sendcloud", "{\"key\": \"value\"}", headers, "secretkey"))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(verify("sendcloud", "{\"key\": \"value\"}", headers, "secretkez"))
                .isEqualTo(wrong("Sendcloud-Signature"));
    }

    @Test
    void normalisesTheSecretOfEasyPost() {
        // "é" as one character; EasyPost signs with it taken apart.
        var composed = "caf\u00e9";
        var decomposed = "cafe\u0301";
        var headers = Map.of("X-Hmac-Signature", "hmac-sha256-hex=" + hex(decomposed, BODY));
        assertThat(verify("easypost", BODY, headers, composed)).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void readsTheTimeAndTheSignatureOutOfOneHeader() {
        var stated = Long.toString(NOW.minusSeconds(200).getEpochSecond());
        var headers =
                Map.of("Shippo-Auth-Signature", "t=%s,v1=%s".formatted(stated, hex("s3cret", stated + "." + BODY)));
        assertThat(verify("shippo", BODY, headers, "s3cret")).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void signsTimeMethodAndPathWhereTheSchemeDoes() {
        var stated = DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.atOffset(ZoneOffset.UTC));
        var headers = new HashMap<String, String>();
        headers.put("X-Timestamp", stated);
        headers.put("X-Hmac-Signature-V2", "hmac-sha256-hex=" + hex("s3cret", stated + "POST/hooks/token" + BODY));
        assertThat(verify("easypost-v2", BODY, headers, "s3cret")).isInstanceOf(Verdict.Genuine.class);
        headers.put(
                "X-Timestamp",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.minusSeconds(1).atOffset(ZoneOffset.UTC)));
        assertThat(verify("easypost-v2", BODY, headers, "s3cret")).isEqualTo(wrong("X-Hmac-Signature-V2"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400, -86_400})
    void refusesATimeOutsideTheTolerance(long secondsOff) {
        var stated = NOW.plusSeconds(secondsOff);
        var verdict = verify("standard-webhooks", BODY, standardHeaders("msg_1", stated), secret());
        assertThat(verdict)
                .isEqualTo(new Verdict.Rejected(
                        RefusalCause.TIMESTAMP_OUTSIDE_TOLERANCE,
                        "The message was signed at '%d'; it is 2026-05-04T10:00:00Z here and 300 seconds are tolerated. Send it again with a new signature, and check the clock."
                                .formatted(stated.getEpochSecond())));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void takesATimeInsideTheTolerance(long secondsOff) {
        assertThat(verify("standard-webhooks", BODY, standardHeaders("msg_1", NOW.plusSeconds(secondsOff)), secret()))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "99999999999999999999", "-9223372036854775808", "9223372036854775807"})
    void refusesATimeThatIsNone(String stated) {
        var headers = new HashMap<>(standardHeaders("msg_1", NOW));
        headers.put("webhook-timestamp", stated);
        headers.put("webhook-signature", "v1," + base64("msg_1." + stated + "." + BODY));
        assertThat(verify("standard-webhooks", BODY, headers, secret()))
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.cause()).isEqualTo(RefusalCause.TIMESTAMP_UNREADABLE));
    }

    @Test
    void takesTheFormerSecretWhileItIsValid() {
        var headers = Map.of("aftership-hmac-sha256", base64("former", BODY));
        assertThat(verify("aftership", BODY, headers, List.of("present", "former")))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(verify("aftership", BODY, headers, List.of("present"))).isEqualTo(wrong("aftership-hmac-sha256"));
        assertThat(verify("aftership", BODY, headers, List.of())).isEqualTo(wrong("aftership-hmac-sha256"));
    }

    @Test
    void comparesAStaticSecretWhole() {
        assertThat(verify("ups", BODY, Map.of("Credential", "opaque"), "opaque"))
                .isInstanceOf(Verdict.Genuine.class);
        for (var guess : List.of("opaqu", "opaque1", "", "OPAQUE")) {
            assertThat(verify("ups", BODY, Map.of("Credential", guess), "opaque"))
                    .isEqualTo(new Verdict.Rejected(
                            RefusalCause.SIGNATURE_WRONG,
                            "The proof in the header 'credential' does not match. Check the secret."));
        }
    }

    @Test
    void neverTakesAnEmptySecret() {
        for (var empty : List.of("", " ")) {
            assertThatThrownBy(() -> VerificationKeys.read(KNOWN.get("ups"), empty))
                    .hasMessageStartingWith("The secret is empty.");
        }
    }

    @Test
    void namesTheMissingHeader() {
        assertThat(verify("easypost", BODY, Map.of(), "s"))
                .isEqualTo(new Verdict.Rejected(
                        RefusalCause.SIGNATURE_MISSING,
                        "The header 'X-Hmac-Signature' is missing. This endpoint takes signed messages only."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zz|The header 'X-Hmac-Signature' does not begin with 'hmac-sha256-hex='.",
                "hmac-sha256-hex=|The signature in the header 'X-Hmac-Signature' is empty.",
                "hmac-sha256-hex=z!|The signature in the header 'X-Hmac-Signature' is not hexadecimal.",
                "hmac-sha256-hex=qrvM|The signature in the header 'X-Hmac-Signature' is not hexadecimal; it looks like base64.",
                "HMAC-SHA256-HEX=abcd|The signature in the header 'X-Hmac-Signature' has 2 bytes, not 32.",
            })
    void tellsWhatIsWrongWithTheFormOfAProof(String proof, String detail) {
        assertThat(verify("easypost", BODY, Map.of("X-Hmac-Signature", proof), "s"))
                .isEqualTo(new Verdict.Rejected(RefusalCause.SIGNATURE_UNREADABLE, detail));
    }

    @Test
    void tellsThatADigestIsHexadecimalWhereBase64IsExpected() {
        assertThat(verify("aftership", BODY, Map.of("aftership-hmac-sha256", hex("s", BODY)), "s"))
                .isEqualTo(new Verdict.Rejected(
                        RefusalCause.SIGNATURE_UNREADABLE,
                        "The signature in the header 'aftership-hmac-sha256' is not base64; it looks hexadecimal."));
    }

    @Test
    void tellsMessagesApartByIdWhereThereIsOneAndByBytesElsewhere() {
        var first = fingerprint("standard-webhooks", BODY, standardHeaders("msg_1", NOW));
        var retried = fingerprint("standard-webhooks", BODY, standardHeaders("msg_1", NOW.plusSeconds(60)));
        var other = fingerprint("standard-webhooks", BODY, standardHeaders("msg_2", NOW));
        assertThat(retried).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);

        var ups = Map.of("credential", secret());
        assertThat(fingerprint("ups", BODY, ups)).isEqualTo(fingerprint("ups", BODY, ups));
        assertThat(fingerprint("ups", BODY, ups)).isNotEqualTo(fingerprint("ups", BODY + " ", ups));
    }

    private static Map<String, VerifierDescriptor> known() {
        return JsonMapper.shared()
                .readValue(
                        VerifierDescriptor.class.getResourceAsStream("known-verifiers.json"), new TypeReference<>() {});
    }

    private static byte[] fingerprint(String sender, String body, Map<String, String> headers) {
        return ((Verdict.Genuine) verify(sender, body, headers, secret())).fingerprint();
    }

    private static Map<String, String> standardHeaders(String id, Instant at) {
        var stated = Long.toString(at.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", stated,
                "webhook-signature", "v1," + base64(id + "." + stated + "." + BODY));
    }

    private static String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(key());
    }

    private static byte[] key() {
        return "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String signed) {
        return Base64.getEncoder().encodeToString(hmac(key(), signed));
    }

    private static String base64(String secret, String signed) {
        return Base64.getEncoder().encodeToString(hmac(secret.getBytes(StandardCharsets.UTF_8), signed));
    }

    private static String hex(String secret, String signed) {
        return HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), signed));
    }

    private static byte[] hmac(byte[] key, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Verdict verify(String sender, String body, Map<String, String> headers, String secret) {
        return verify(sender, body, headers, List.of(secret));
    }

    private static Verdict verify(String sender, String body, Map<String, String> headers, List<String> secrets) {
        return verifier().verify(webhook(sender, body, headers, secrets));
    }

    private static SignatureVerifier verifier() {
        return new SignatureVerifier(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Verdict.Rejected wrong(String header) {
        return new Verdict.Rejected(
                RefusalCause.SIGNATURE_WRONG,
                "The proof in the header '%s' does not match. Check the secret, and that the body is sent byte for byte as it was signed."
                        .formatted(header));
    }

    private static IncomingWebhook webhook(
            String sender, String body, Map<String, String> headers, List<String> secrets) {
        var lists = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new IncomingWebhook(
                new GuardedEndpoint(endpoint(KNOWN.get(sender)), keys(KNOWN.get(sender), secrets)),
                Correlation.begin(),
                "POST",
                "/hooks/token",
                lists,
                "application/json",
                ReceivedBody.plain(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<VerificationKey> keys(VerifierDescriptor verifier, List<String> secrets) {
        return secrets.stream()
                .flatMap(secret -> VerificationKeys.read(verifier, secret).stream())
                .toList();
    }

    private static Endpoint endpoint(VerifierDescriptor verifier) {
        return new Endpoint(
                new TenantId(UUID.randomUUID()),
                new ConnectionId(UUID.randomUUID()),
                Environment.LIVE,
                new EndpointId(UUID.randomUUID()),
                "endpoint",
                "token",
                "mapping",
                1_048_576,
                verifier,
                "purpose");
    }
}
