package io.gangway.partner;

import io.gangway.partner.VerifierDescriptor.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Public keys as senders publish them: a JWKS or single JWK, PEM, or {@code whpk_} of Standard Webhooks. */
final class PublicKeys {
    private static final String WEBHOOK_KEY = "whpk_";
    private static final String WEBHOOK_PRIVATE_KEY = "whsk_";
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final int P256_BITS = 256;

    private PublicKeys() {}

    static List<VerificationKey.Public> read(Algorithm algorithm, String text) {
        if (text.contains("PRIVATE KEY-----") || text.startsWith(WEBHOOK_PRIVATE_KEY)) {
            throw new IllegalArgumentException("This is a private key. Enter the public key that belongs to it.");
        }
        try {
            if (text.startsWith("{")) {
                return JsonWebKeys.read(algorithm, text);
            }
            var key = text.startsWith(PEM_BEGIN) ? pem(algorithm, text) : bare(algorithm, text);
            checkStrength(algorithm, key);
            return List.of(new VerificationKey.Public(null, key));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The public key can't be used with '%s'. Enter a JWKS, a PEM, or, for ed25519, the key that begins with whpk_."
                            .formatted(name(algorithm)),
                    unusable);
        }
    }

    private static PublicKey pem(Algorithm algorithm, String text) throws GeneralSecurityException {
        var end = text.indexOf(PEM_END);
        if (end < 0) {
            throw new IllegalArgumentException("The public key ends before '%s'. Copy it whole.".formatted(PEM_END));
        }
        return KeyFactory.getInstance(family(algorithm))
                .generatePublic(new X509EncodedKeySpec(decode(text.substring(PEM_BEGIN.length(), end))));
    }

    /** Ed25519 keys are often written as their 32 bytes alone; everything else in base64 is the content of a PEM. */
    private static PublicKey bare(Algorithm algorithm, String text) throws GeneralSecurityException {
        var bytes = decode(text.startsWith(WEBHOOK_KEY) ? text.substring(WEBHOOK_KEY.length()) : text);
        return algorithm == Algorithm.ED25519 && bytes.length == JsonWebKeys.ED25519_BYTES
                ? JsonWebKeys.ed25519(bytes)
                : KeyFactory.getInstance(family(algorithm)).generatePublic(new X509EncodedKeySpec(bytes));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("The public key is not base64. Copy it whole.", notBase64);
        }
    }

    /** Throws {@link IllegalArgumentException} if the key is weaker or larger than what is used today. */
    static void checkStrength(Algorithm algorithm, PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            var bits = rsa.getModulus().bitLength();
            if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
                throw new IllegalArgumentException(
                        "The RSA key has %d bits; %d to %d are taken.".formatted(bits, MIN_RSA_BITS, MAX_RSA_BITS));
            }
        }
        if (algorithm == Algorithm.ECDSA_SHA256
                && !(key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS)) {
            throw new IllegalArgumentException("The key is not on the curve P-256.");
        }
    }

    static String family(Algorithm algorithm) {
        return switch (algorithm) {
            case RSA_SHA256 -> "RSA";
            case ECDSA_SHA256 -> "EC";
            case ED25519 -> "Ed25519";
            case HMAC_SHA256, HMAC_SHA512, STATIC_EQUAL, BEARER, BASIC ->
                throw new IllegalArgumentException("'%s' has no public keys.".formatted(algorithm));
        };
    }

    static String name(Algorithm algorithm) {
        return algorithm.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
