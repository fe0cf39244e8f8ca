package io.gangway.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sender proves that a message is its own. Data, not code: a new sender's scheme needs no release.
 *
 * @param algorithm how the proof is made
 * @param header the request header that carries the proof
 * @param format how the proof stands in the header; {@code raw} if absent
 * @param prefix for {@code prefixed}: the text before the proof, such as {@code hmac-sha256-hex=}
 * @param signatureKey for {@code csv-kv} the key of the proof ({@code t=…,v1=…}); for {@code space-list} the version in
 *     front of the comma ({@code v1,…})
 * @param encoding how the proof's bytes are written; {@code hex} if absent
 * @param secretDecoding how the secret's text becomes the key; {@code utf8} if absent
 * @param signed the template of the signed bytes with {@code {id}}, {@code {timestamp}}, {@code {method}},
 *     {@code {path}} and {@code {body}}; {@code {body}} if absent
 * @param timestamp where the sender states its time; absent if the scheme has none
 * @param toleranceSeconds how far that time may be from ours, both ways; 300 if absent
 * @param messageId what tells a message from another: a message with a known id is a duplicate; the hash of the body if
 *     absent
 */
public record VerifierDescriptor(
        Algorithm algorithm,
        String header,
        @Nullable Format format,
        @Nullable String prefix,
        @Nullable String signatureKey,
        @Nullable Encoding encoding,
        @Nullable SecretDecoding secretDecoding,
        @Nullable String signed,
        @Nullable Timestamp timestamp,
        @Nullable Integer toleranceSeconds,
        @Nullable MessageId messageId) {

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final String PREFIX = "whsec_";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> PLACEHOLDERS = Set.of("id", "timestamp", "method", "path", "body");

    /** The static ones compare the header with the secret itself, in constant time. */
    public enum Algorithm {
        @JsonProperty("hmac-sha256")
        HMAC_SHA256,
        @JsonProperty("hmac-sha512")
        HMAC_SHA512,
        @JsonProperty("static-equal")
        STATIC_EQUAL,
        @JsonProperty("bearer")
        BEARER,
        @JsonProperty("basic")
        BASIC;

        public boolean signs() {
            return this == HMAC_SHA256 || this == HMAC_SHA512;
        }
    }

    public enum Format {
        @JsonProperty("raw")
        RAW,
        @JsonProperty("prefixed")
        PREFIXED,
        @JsonProperty("csv-kv")
        CSV_KV,
        @JsonProperty("space-list")
        SPACE_LIST
    }

    public enum Encoding {
        @JsonProperty("hex")
        HEX,
        @JsonProperty("base64")
        BASE64
    }

    /** {@code nfkd}: the text is normalised to Unicode form NFKD first. {@code base64} ignores a {@code whsec_} prefix. */
    public enum SecretDecoding {
        @JsonProperty("utf8")
        UTF8,
        @JsonProperty("nfkd")
        NFKD,
        @JsonProperty("base64")
        BASE64,
        @JsonProperty("hex")
        HEX
    }

    public enum TimestampFormat {
        @JsonProperty("unix")
        UNIX,
        @JsonProperty("iso8601")
        ISO8601,
        @JsonProperty("rfc2822")
        RFC2822
    }

    /** Either a header of its own, or a key of a {@code csv-kv} signature header. */
    public record Timestamp(
            @Nullable String header, @Nullable String signatureKey, TimestampFormat format) {}

    /** Either a header or a JSON pointer into the body. */
    public record MessageId(
            @Nullable String header, @Nullable String bodyPointer) {}

    public VerifierDescriptor {
        var faults = new ArrayList<String>();
        if (!HEADER_NAME.matcher(header).matches()) {
            faults.add("'header' is '%s', which is not the name of an HTTP header.".formatted(header));
        }
        if (format == Format.PREFIXED && prefix == null) {
            faults.add("'prefix' is missing: format 'prefixed' needs the text before the proof.");
        }
        if ((format == Format.CSV_KV || format == Format.SPACE_LIST) && signatureKey == null) {
            faults.add("'signatureKey' is missing: the format needs the key or version of the proof, such as 'v1'.");
        }
        if (toleranceSeconds != null && (toleranceSeconds < 1 || toleranceSeconds > 86_400)) {
            faults.add("'toleranceSeconds' is %d; it must be from 1 to 86400.".formatted(toleranceSeconds));
        }
        checkTimestamp(timestamp, format, faults);
        checkSigned(algorithm, signed, timestamp, messageId, faults);
        checkMessageId(messageId, faults);
        if (!faults.isEmpty()) {
            throw new VerifierDescriptorInvalid(faults);
        }
    }

    private static void checkTimestamp(@Nullable Timestamp timestamp, @Nullable Format format, List<String> faults) {
        if (timestamp == null) {
            return;
        }
        if ((timestamp.header() == null) == (timestamp.signatureKey() == null)) {
            faults.add("'timestamp' needs either 'header' or 'signatureKey'.");
        }
        if (timestamp.signatureKey() != null && format != Format.CSV_KV) {
            faults.add("'timestamp.signatureKey' needs format 'csv-kv'.");
        }
    }

    private static void checkSigned(
            Algorithm algorithm,
            @Nullable String signed,
            @Nullable Timestamp timestamp,
            @Nullable MessageId messageId,
            List<String> faults) {
        var template = signed == null ? "{body}" : signed;
        var matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            if (!PLACEHOLDERS.contains(matcher.group(1))) {
                faults.add("'signed' has '%s'; known are {id}, {timestamp}, {method}, {path} and {body}."
                        .formatted(matcher.group()));
            }
        }
        if (!algorithm.signs()) {
            return;
        }
        if (!template.contains("{body}")) {
            faults.add("'signed' lacks {body}: the proof would say nothing about what was sent.");
        }
        if ((timestamp != null) != template.contains("{timestamp}")) {
            faults.add(
                    "'timestamp' and {timestamp} in 'signed' need each other: a time that isn't signed can be forged.");
        }
        var idFromHeader = messageId != null && messageId.header() != null;
        if (idFromHeader != template.contains("{id}")) {
            faults.add("'messageId.header' and {id} in 'signed' need each other: an id that isn't signed could be"
                    + " changed to pass a copy off as new.");
        }
    }

    private static void checkMessageId(@Nullable MessageId messageId, List<String> faults) {
        if (messageId == null) {
            return;
        }
        if ((messageId.header() == null) == (messageId.bodyPointer() == null)) {
            faults.add("'messageId' needs either 'header' or 'bodyPointer'.");
        }
        if (messageId.bodyPointer() != null && !messageId.bodyPointer().startsWith("/")) {
            faults.add("'messageId.bodyPointer' must be a JSON pointer such as '/event_id'.");
        }
    }

    /**
     * The bytes of a secret as this scheme takes it. Throws {@link IllegalArgumentException} with the remedy if it is blank or
     * not in the described encoding; the text never holds the secret.
     */
    public byte[] keyOf(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret is empty. Take the one that the sender signs with.");
        }
        try {
            var key = switch (secretDecodingOrDefault()) {
                case UTF8 -> secret.getBytes(StandardCharsets.UTF_8);
                case NFKD -> Normalizer.normalize(secret, Normalizer.Form.NFKD).getBytes(StandardCharsets.UTF_8);
                case HEX -> HexFormat.of().parseHex(secret);
                case BASE64 ->
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            };
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException notEncoded) {
            // told below, without the secret that Java's own message may quote
        }
        throw new IllegalArgumentException(
                "The secret is not in the encoding '%s' that the verifier names. Copy it whole."
                        .formatted(secretDecodingOrDefault().name().toLowerCase(Locale.ROOT)));
    }

    public Format formatOrDefault() {
        return format == null ? Format.RAW : format;
    }

    public Encoding encodingOrDefault() {
        return encoding == null ? Encoding.HEX : encoding;
    }

    public SecretDecoding secretDecodingOrDefault() {
        return secretDecoding == null ? SecretDecoding.UTF8 : secretDecoding;
    }

    public String signedOrDefault() {
        return signed == null ? "{body}" : signed;
    }

    public int toleranceOrDefault() {
        return toleranceSeconds == null ? 300 : toleranceSeconds;
    }
}
