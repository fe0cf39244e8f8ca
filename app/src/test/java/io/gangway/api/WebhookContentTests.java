package io.gangway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.ingest.MessageId;
import io.gangway.support.Caller;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import io.gangway.visibility.MessageLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed bodies, forms, and what is not JSON. */
@PlatformTest
class WebhookContentTests {
    private static final String SECRET = "s+cret/0123456789abcdef";
    private static final String SIGNED = "{\"algorithm\":\"hmac-sha256\",\"header\":\"X-Sig\"}";
    private static final String JSON = "{\"note\":\"Grüße\"}";

    private final Tenancies tenancies;
    private final Http http;
    private final MessageLog log;
    private Tenant partner;
    private String path = "";

    WebhookContentTests(Tenancies tenancies, Http http, MessageLog log) {
        this.tenancies = tenancies;
        this.http = http;
        this.log = log;
        this.partner = tenancies.partner("Content");
    }

    @BeforeEach
    void anEndpoint() {
        partner = tenancies.partner("Content");
        path = tenancies.endpoint(partner, SIGNED, SECRET).path();
    }

    @ParameterizedTest
    @CsvSource({"gzip,true", "gzip,false", "deflate,true", "deflate,false", "raw-deflate,true"})
    void unpacksWhatIsCompressedAndKeepsTheJson(String encoding, boolean signedAsSent) throws IOException {
        var sent = packed(encoding, JSON.getBytes(StandardCharsets.UTF_8));
        var signed = signedAsSent ? sent : JSON.getBytes(StandardCharsets.UTF_8);
        var answer = post(sent, signed, "application/json", encoding.replace("raw-", ""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(kept(answer)).isEqualTo(JSON);
        assertThat(post(
                                JSON.getBytes(StandardCharsets.UTF_8),
                                JSON.getBytes(StandardCharsets.UTF_8),
                                "application/json",
                                "")
                        .status())
                .as("the same message without compression")
                .isEqualTo(200);
    }

    @Test
    void refusesABodyThatUnpacksToMoreThanTheLimit() throws IOException {
        var bomb = packed("gzip", new byte[20_000_000]);
        assertProblem(post(bomb, bomb, "application/json", "gzip"), 413, "body-too-large");
    }

    @Test
    void refusesWhatItCannotUnpack() throws IOException {
        var plain = JSON.getBytes(StandardCharsets.UTF_8);
        assertProblem(post(plain, plain, "application/json", "br"), 415, "content-encoding-unsupported");
        assertProblem(post(plain, plain, "application/json", "gzip, gzip"), 415, "content-encoding-unsupported");
        assertProblem(post(plain, plain, "application/json", "gzip"), 400, "content-encoding-broken");
        var cut = java.util.Arrays.copyOf(packed("gzip", plain), 15);
        assertProblem(post(cut, cut, "application/json", "gzip"), 400, "content-encoding-broken");
        assertProblem(post(packed("gzip", plain), new byte[1], "application/json", "gzip"), 401, "signature-wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/yaml",
                "application/yaml",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "json"
            })
    void refusesWhatIsNotJson(String type) {
        var body = JSON.getBytes(StandardCharsets.UTF_8);
        assertProblem(post(body, body, type, ""), 415, "content-type-unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/cloudevents+json", "APPLICATION/JSON; charset=UTF-8"})
    void takesWhatMayBeJson(String type) {
        var body = JSON.getBytes(StandardCharsets.UTF_8);
        assertThat(post(body, body, type, "").status()).isEqualTo(202);
    }

    @Test
    void readsTheJsonInAFieldOfAForm() {
        path = tenancies
                .endpoint(partner, SIGNED.replace("}", ",\"formField\":\"payload\"}"), SECRET)
                .path();
        var form = ("a=1&payload=" + URLEncoder.encode(JSON, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        var answer = post(form, form, "application/x-www-form-urlencoded", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(kept(answer)).isEqualTo(JSON);
        var other = "a=1".getBytes(StandardCharsets.UTF_8);
        assertProblem(post(other, other, "application/x-www-form-urlencoded", ""), 400, "form-field-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/yaml", "application/x-yaml", "application/xml"})
    void theApiTakesJsonOnly(String type) {
        var headers = new TreeMap<>(tenancies.apiKey(tenancies.customer("Acme")));
        headers.put("Content-Type", type);
        var answer = http.put("/v1/orders/SO-1", "trackingNumbers: []", headers);
        assertProblem(answer, 415, "unsupported-media-type");
    }

    private Http.Answer post(byte[] body, byte[] signed, String type, String encoding) {
        var headers = new TreeMap<String, String>();
        headers.put("X-Sig", HexFormat.of().formatHex(WebhookSchemesTests.hmac(signed)));
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        if (!encoding.isEmpty()) {
            headers.put("Content-Encoding", encoding);
        }
        return http.post(path, body, headers);
    }

    private String kept(Http.Answer answer) {
        var id = MessageId.read(answer.json().path("messageId").asString()).orElseThrow();
        var detail = Caller.with("ROLE_PARTNER", () -> log.find(partner.id(), id));
        return new String(detail.orElseThrow().body(), StandardCharsets.UTF_8);
    }

    private static void assertProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:gangway:problem:" + code);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
    }

    private static byte[] packed(String encoding, byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (encoding) {
            case "gzip" -> new GZIPOutputStream(bytes);
            case "deflate" -> new DeflaterOutputStream(bytes);
            default -> new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
        }) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
