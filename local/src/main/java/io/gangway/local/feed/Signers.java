package io.gangway.local.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six senders' schemes, written from their documentation and not from our verifier, so that each tests the other. */
public final class Signers {
    private static final Map<String, Signer> BY_SENDER = Map.of(
            "easypost",
            (body, secret, at) -> Map.of(
                    "X-Hmac-Signature", "hmac-sha256-hex=" + HexFormat.of().formatHex(hmac(nfkd(secret), body))),
            "aftership",
            (body, secret, at) ->
                    Map.of("aftership-hmac-sha256", Base64.getEncoder().encodeToString(hmac(utf8(secret), body))),
            "sendcloud",
            (body, secret, at) -> Map.of("Sendcloud-Signature", HexFormat.of().formatHex(hmac(utf8(secret), body))),
            "ups",
            (body, secret, at) -> Map.of("credential", secret),
            "gls",
            (body, secret, at) -> Map.of("X-API-Key", secret),
            "dhl-unified",
            Signers::standardWebhooks);

    private static final String SECRET_PREFIX = "whsec_";

    private Signers() {}

    /** Throws {@link IllegalArgumentException} that names the known senders. */
    public static Signer of(String sender) {
        var signer = BY_SENDER.get(sender);
        if (signer == null) {
            throw new IllegalArgumentException("There is no signer for the sender '%s'; there are %s."
                    .formatted(sender, BY_SENDER.keySet().stream().sorted().toList()));
        }
        return signer;
    }

    /** Standard Webhooks 1.0.0. The id is made from the body, so that it is equal when the same message is sent again. */
    private static Map<String, String> standardWebhooks(byte[] body, String secret, Instant at) {
        return standardWebhooks("msg_" + UUID.nameUUIDFromBytes(body), body, secret, at);
    }

    static Map<String, String> standardWebhooks(String id, byte[] body, String secret, Instant at) {
        var timestamp = Long.toString(at.getEpochSecond());
        var key = Base64.getDecoder()
                .decode(secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret);
        var signature = hmac(key, utf8(id + "." + timestamp + "."), body);
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(signature));
    }

    private static byte[] hmac(byte[] key, byte[]... signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var part : signed) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] nfkd(String secret) {
        return utf8(Normalizer.normalize(secret, Normalizer.Form.NFKD));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
