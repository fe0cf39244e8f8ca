package io.gangway.ingest;

import io.gangway.partner.VerifierDescriptor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a {@link VerifierDescriptor} whether a request is its sender's own, unchanged and recent. Works on the raw
 * bytes; compares in constant time; any of several valid secrets may match (rotation).
 */
final class SignatureVerifier {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(id|timestamp|method|path|body)}");
    private static final int MOST_CANDIDATES = 10;

    private final Clock clock;

    SignatureVerifier(Clock clock) {
        this.clock = clock;
    }

    Verdict verify(IncomingWebhook webhook, List<String> secrets) {
        var descriptor = webhook.endpoint().verifier();
        var proof = webhook.header(descriptor.header());
        if (proof == null) {
            return new Verdict.Rejected(
                    RefusalCause.SIGNATURE_MISSING,
                    "The header '%s' is missing. This endpoint takes signed messages only."
                            .formatted(descriptor.header()));
        }
        var messageId = descriptor.messageId();
        var idHeader = messageId == null ? null : messageId.header();
        var id = idHeader == null ? null : webhook.header(idHeader);
        if (idHeader != null && (id == null || id.isBlank() || id.length() > 200)) {
            return new Verdict.Rejected(
                    RefusalCause.MESSAGE_ID_MISSING,
                    "The header '%s' must carry the id of the message, at most 200 characters.".formatted(idHeader));
        }
        var statedTime = statedTime(webhook, descriptor, proof);
        if (descriptor.timestamp() != null && statedTime == null) {
            return new Verdict.Rejected(
                    RefusalCause.TIMESTAMP_MISSING, "The time of signing is missing; this endpoint's scheme signs it.");
        }
        if (!matches(webhook, descriptor, secrets, proof, id, statedTime)) {
            return new Verdict.Rejected(
                    RefusalCause.SIGNATURE_WRONG,
                    "The proof in '%s' does not match. Check the secret, and that the body is sent byte for byte as it was signed."
                            .formatted(descriptor.header()));
        }
        var tooOldOrNew = statedTime == null ? null : outsideTolerance(descriptor, statedTime);
        return tooOldOrNew != null ? tooOldOrNew : genuine(webhook, descriptor, id);
    }

    private static Verdict genuine(IncomingWebhook webhook, VerifierDescriptor descriptor, @Nullable String headerId) {
        var messageId = descriptor.messageId();
        var id = headerId;
        if (messageId != null && messageId.bodyPointer() != null) {
            id = BodyPointer.read(webhook.body(), messageId.bodyPointer());
        }
        // A body without the promised id is still the sender's: its bytes identify it.
        return id == null
                ? new Verdict.Genuine(digest("body", webhook.body()), null)
                : new Verdict.Genuine(digest("id", id.getBytes(StandardCharsets.UTF_8)), id);
    }

    private boolean matches(
            IncomingWebhook webhook,
            VerifierDescriptor descriptor,
            List<String> secrets,
            String proof,
            @Nullable String id,
            @Nullable String statedTime) {
        var candidates = candidates(descriptor, proof);
        var found = false;
        for (var secret : secrets) {
            byte[] key;
            try {
                key = descriptor.keyOf(secret);
            } catch (IllegalArgumentException unusable) {
                continue; // another one may still be right
            }
            var expected = expected(webhook, descriptor, secret, key, id, statedTime);
            for (var candidate : candidates) {
                found |= MessageDigest.isEqual(expected, candidate);
            }
        }
        return found;
    }

    /** The proofs that the header holds; none if it is not of the described form. */
    private static List<byte[]> candidates(VerifierDescriptor descriptor, String proof) {
        var texts = new ArrayList<String>();
        switch (descriptor.formatOrDefault()) {
            case RAW -> texts.add(proof.strip());
            case PREFIXED -> {
                var prefix = descriptor.prefix();
                if (prefix != null && proof.startsWith(prefix)) {
                    texts.add(proof.substring(prefix.length()).strip());
                }
            }
            case CSV_KV -> {
                for (var pair : proof.split(",", MOST_CANDIDATES + 1)) {
                    if (pair.strip().startsWith(descriptor.signatureKey() + "=")) {
                        texts.add(pair.strip().substring(pair.strip().indexOf('=') + 1));
                    }
                }
            }
            case SPACE_LIST -> {
                for (var versioned : proof.split(" ", MOST_CANDIDATES + 1)) {
                    if (versioned.startsWith(descriptor.signatureKey() + ",")) {
                        texts.add(versioned.substring(versioned.indexOf(',') + 1));
                    }
                }
            }
        }
        var proofs = new ArrayList<byte[]>();
        for (var text : texts) {
            var bytes = descriptor.algorithm().signs() ? decode(descriptor, text) : staticProof(descriptor, text);
            if (bytes != null) {
                proofs.add(bytes);
            }
        }
        return proofs;
    }

    private static byte @Nullable [] decode(VerifierDescriptor descriptor, String text) {
        try {
            return switch (descriptor.encodingOrDefault()) {
                case HEX -> HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
                case BASE64 -> Base64.getDecoder().decode(text);
            };
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }

    private static byte @Nullable [] staticProof(VerifierDescriptor descriptor, String text) {
        var scheme = switch (descriptor.algorithm()) {
            case BEARER -> "Bearer ";
            case BASIC -> "Basic ";
            case STATIC_EQUAL, HMAC_SHA256, HMAC_SHA512 -> "";
        };
        if (!text.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return null;
        }
        // Hashed, so that the comparison takes as long for a secret of any length.
        return digest("static", text.substring(scheme.length()).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] expected(
            IncomingWebhook webhook,
            VerifierDescriptor descriptor,
            String secret,
            byte[] key,
            @Nullable String id,
            @Nullable String statedTime) {
        return switch (descriptor.algorithm()) {
            case HMAC_SHA256 -> mac("HmacSHA256", key, signedBytes(webhook, descriptor, id, statedTime));
            case HMAC_SHA512 -> mac("HmacSHA512", key, signedBytes(webhook, descriptor, id, statedTime));
            case STATIC_EQUAL, BEARER -> digest("static", secret.getBytes(StandardCharsets.UTF_8));
            case BASIC ->
                digest(
                        "static",
                        Base64.getEncoder()
                                .encodeToString(secret.getBytes(StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] signedBytes(
            IncomingWebhook webhook, VerifierDescriptor descriptor, @Nullable String id, @Nullable String statedTime) {
        var template = descriptor.signedOrDefault();
        if (template.equals("{body}")) {
            return webhook.body();
        }
        var bytes = new ByteArrayOutputStream(webhook.body().length + 200);
        var matcher = PLACEHOLDER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            bytes.writeBytes(template.substring(end, matcher.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(
                    switch (matcher.group(1)) {
                        case "id" -> orEmpty(id);
                        case "timestamp" -> orEmpty(statedTime);
                        case "method" -> orEmpty(webhook.method());
                        case "path" -> orEmpty(webhook.path());
                        default -> webhook.body();
                    });
            end = matcher.end();
        }
        bytes.writeBytes(template.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] orEmpty(@Nullable String text) {
        return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String algorithm, byte[] key, byte[] signed) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + algorithm + ".", impossible);
        }
    }

    /** The time as the sender wrote it, since those characters are what is signed. */
    private static @Nullable String statedTime(IncomingWebhook webhook, VerifierDescriptor descriptor, String proof) {
        var source = descriptor.timestamp();
        if (source == null) {
            return null;
        }
        if (source.header() != null) {
            return webhook.header(source.header());
        }
        for (var pair : proof.split(",", MOST_CANDIDATES + 1)) {
            if (pair.strip().startsWith(source.signatureKey() + "=")) {
                return pair.strip().substring(pair.strip().indexOf('=') + 1);
            }
        }
        return null;
    }

    private Verdict.@Nullable Rejected outsideTolerance(VerifierDescriptor descriptor, String statedTime) {
        var now = clock.instant();
        var tolerance = Duration.ofSeconds(descriptor.toleranceOrDefault());
        var time = parse(descriptor, statedTime);
        if (time != null && Duration.between(time, now).abs().compareTo(tolerance) <= 0) {
            return null;
        }
        return new Verdict.Rejected(
                RefusalCause.TIMESTAMP_OUTSIDE_TOLERANCE,
                "The message was signed at '%s'; it is %s here and %d seconds are tolerated. Send it again with a new signature, and check the clock."
                        .formatted(statedTime, now, tolerance.toSeconds()));
    }

    private static @Nullable Instant parse(VerifierDescriptor descriptor, String statedTime) {
        var source = descriptor.timestamp();
        if (source == null) {
            return null;
        }
        try {
            return switch (source.format()) {
                case UNIX -> Instant.ofEpochSecond(Long.parseLong(statedTime.strip()));
                case ISO8601 -> OffsetDateTime.parse(statedTime.strip()).toInstant();
                case RFC2822 ->
                    ZonedDateTime.parse(statedTime.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            };
        } catch (DateTimeException | NumberFormatException unreadable) {
            return null;
        }
    }

    private static byte[] digest(String kind, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
