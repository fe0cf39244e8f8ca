package io.gangway.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a sender proves that a message is its own. Data, not code: a new sender's scheme needs no release. The proof stands in
 * one place: {@code header}, {@code query}, {@code pathSegment} or {@code bodyPointer}.
 *
 * @param algorithm how the proof is made
 * @param header the request header that carries the proof
 * @param query the parameter of the address that carries the proof ({@code /hooks/…?token=…})
 * @param pathSegment whether the proof is the last part of the path ({@code /hooks/…/proof})
 * @param bodyPointer JSON pointer to the proof in the body
 * @param format how the proof is written; {@code raw} if absent
 * @param prefix the text before the proof, such as {@code hmac-sha256-hex=}, in any case; needed for {@code prefixed},
 *     possible for {@code list}
 * @param signatureKey for {@code csv-kv} the key of the proof ({@code t=…,v1=…}); for {@code space-list} the version in
 *     front of the comma ({@code v1,…})
 * @param encoding how the proof's bytes are written; {@code hex} if absent
 * @param secretDecoding how the secret's text becomes the key; {@code utf8} if absent
 * @param keyId where the request names the public key that it is signed with ({@code kid}); every key is tried if absent
 * @param signed the template of the signed bytes with {@code {id}}, {@code {timestamp}}, {@code {method}}, {@code {path}},
 *     {@code {body}} and, for a signature in the body, JSON pointers such as {@code {/token}}; {@code {body}} if absent
 * @param timestamp where the sender states its time; absent if the scheme has none
 * @param toleranceSeconds how far that time may be from ours, both ways; 300 if absent
 * @param messageId what tells a message from another: a message with a known id is a duplicate; the hash of the body if
 *     absent
 * @param formField the field of a form that holds the JSON, for senders that post forms
 * @param urlCheck what the sender's check of the address by GET or HEAD is answered; 405 if absent
 */
public record VerifierDescriptor(
        Algorithm algorithm,
        @Nullable String header,
        @Nullable String query,
        @Nullable Boolean pathSegment,
        @Nullable String bodyPointer,
        @Nullable Format format,
        @Nullable String prefix,
        @Nullable String signatureKey,
        @Nullable Encoding encoding,
        @Nullable SecretDecoding secretDecoding,
        @Nullable KeyId keyId,
        @Nullable String signed,
        @Nullable Timestamp timestamp,
        @Nullable Integer toleranceSeconds,
        @Nullable MessageId messageId,
        @Nullable String formField,
        @Nullable UrlCheck urlCheck) {

    /** The static ones compare the proof with the secret itself, in constant time. */
    public enum Algorithm {
        @JsonProperty("hmac-sha256")
        HMAC_SHA256,
        @JsonProperty("hmac-sha512")
        HMAC_SHA512,
        @JsonProperty("rsa-sha256")
        RSA_SHA256,
        @JsonProperty("ecdsa-sha256")
        ECDSA_SHA256,
        @JsonProperty("ed25519")
        ED25519,
        @JsonProperty("static-equal")
        STATIC_EQUAL,
        @JsonProperty("bearer")
        BEARER,
        @JsonProperty("basic")
        BASIC;

        /** Whether the proof is made of what is sent. */
        public boolean signs() {
            return usesSharedKey() || usesPublicKey();
        }

        /** Whether both sides sign with the same secret. */
        public boolean usesSharedKey() {
            return this == HMAC_SHA256 || this == HMAC_SHA512;
        }

        /** Whether the sender signs with a key that we don't have. */
        public boolean usesPublicKey() {
            return this == RSA_SHA256 || this == ECDSA_SHA256 || this == ED25519;
        }
    }

    /** {@code list}: several proofs, separated by blanks or commas; any of them may match. */
    public enum Format {
        @JsonProperty("raw")
        RAW,
        @JsonProperty("prefixed")
        PREFIXED,
        @JsonProperty("csv-kv")
        CSV_KV,
        @JsonProperty("space-list")
        SPACE_LIST,
        @JsonProperty("list")
        LIST
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

    /** A header of its own, a key of a {@code csv-kv} proof, or a JSON pointer into the body. */
    public record Timestamp(
            @Nullable String header,
            @Nullable String signatureKey,
            @Nullable String bodyPointer,
            TimestampFormat format) {}

    /** Either a header or a JSON pointer into the body. */
    public record MessageId(
            @Nullable String header, @Nullable String bodyPointer) {}

    /** The header that carries the {@code kid}. */
    public record KeyId(String header) {}

    /** @param challenge the parameter whose value is sent back; the answer is empty if absent */
    public record UrlCheck(@Nullable String challenge) {}

    public VerifierDescriptor {
        var faults = VerifierDescriptorFaults.of(
                algorithm,
                header,
                query,
                Boolean.TRUE.equals(pathSegment),
                bodyPointer,
                format,
                prefix,
                signatureKey,
                keyId,
                signed,
                timestamp,
                toleranceSeconds,
                messageId,
                formField,
                urlCheck);
        if (!faults.isEmpty()) {
            throw new VerifierDescriptorInvalid(faults);
        }
    }

    /** Whether the proof is part of the address, so that it is known before the body. */
    @JsonIgnore
    public boolean isProofInAddress() {
        return query != null || Boolean.TRUE.equals(pathSegment);
    }

    /** Where the proof stands, in words that name nothing secret. */
    public String proofPlace() {
        if (header != null) {
            return "the header '%s'".formatted(header);
        }
        if (query != null) {
            return "the parameter '%s' of the address".formatted(query);
        }
        return bodyPointer != null ? "'%s' of the body".formatted(bodyPointer) : "the last part of the address";
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
