package io.gangway.local.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignersTests {
    private static final Instant NOW = Instant.now();

    @Test
    void signsAsSendcloudDocuments() {
        assertThat(Signers.of("sendcloud").sign(bytes("{\"key\": \"value\"}"), "secretkey", NOW))
                .containsExactly(Map.entry(
                        "Sendcloud-Signature", "1eed4b3d41f4653ac64fd56f1bf1cbfd349e4482cbc11dff7134bd93e5da4b0a"));
    }

    @Test
    void signsAsStandardWebhooksDocuments() {
        assertThat(Signers.standardWebhooks(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        bytes("{\"test\": 2432232314}"),
                        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        Instant.ofEpochSecond(1_614_265_330)))
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isAcceptedByTheReferenceLibraryOfStandardWebhooks() {
        var secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        var body = "{\"shipments\":[]}";
        var signed = Signers.of("dhl-unified").sign(bytes(body), secret, NOW);
        assertThatCode(() -> new Webhook(secret).verify(body, headers(signed))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(secret).verify(body + " ", headers(signed)))
                .hasMessageContaining("signature");
    }

    @Test
    void keepsTheIdWhenTheSameMessageIsSentAgain() {
        var secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        var signer = Signers.of("dhl-unified");
        var first = signer.sign(bytes("{}"), secret, NOW);
        var again = signer.sign(bytes("{}"), secret, NOW.plusSeconds(60));
        assertThat(again.get("webhook-id")).isEqualTo(first.get("webhook-id"));
        assertThat(again.get("webhook-signature")).isNotEqualTo(first.get("webhook-signature"));
    }

    /** The expected values come from openssl dgst -sha256 -hmac. */
    @Test
    void signsTheBodyAsEasyPostAndAfterShipDo() {
        assertThat(Signers.of("easypost").sign(bytes("{\"a\":1}"), "s3cret", NOW))
                .containsExactly(Map.entry(
                        "X-Hmac-Signature",
                        "hmac-sha256-hex=5910e62016ef5034272c926c27071992a465c2335cecf41851bda071577f4f6d"));
        assertThat(Signers.of("aftership").sign(bytes("{\"a\":1}"), "s3cret", NOW))
                .containsExactly(Map.entry("aftership-hmac-sha256", "WRDmIBbvUDQnLJJsJwcZkqRlwjNc7PQYUb2gcVd/T20="));
    }

    @Test
    void normalisesTheSecretAsEasyPostDoes() {
        var signer = Signers.of("easypost");
        assertThat(signer.sign(bytes("{}"), "caf\u00e9", NOW)).isEqualTo(signer.sign(bytes("{}"), "cafe\u0301", NOW));
    }

    @Test
    void sendsTheWordThatUpsAndGlsWereGiven() {
        assertThat(Signers.of("ups").sign(bytes("{}"), "a-word", NOW)).isEqualTo(Map.of("credential", "a-word"));
        assertThat(Signers.of("gls").sign(bytes("{}"), "a-word", NOW)).isEqualTo(Map.of("X-API-Key", "a-word"));
    }

    @Test
    void namesTheKnownSenders() {
        assertThatThrownBy(() -> Signers.of("pigeon"))
                .hasMessage(
                        "There is no signer for the sender 'pigeon'; there are [aftership, dhl-unified, easypost, gls, sendcloud, ups].");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                (name, value) -> true);
    }
}
