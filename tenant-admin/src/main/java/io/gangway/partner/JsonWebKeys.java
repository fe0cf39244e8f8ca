package io.gangway.partner;

import io.gangway.partner.VerifierDescriptor.Algorithm;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the keys of RFC 7517 that an algorithm can use; a set may hold others. */
final class JsonWebKeys {
    static final int ED25519_BYTES = 32;

    private static final int MAX_KEYS = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonWebKeys() {}

    static List<VerificationKey.Public> read(Algorithm algorithm, String text) throws GeneralSecurityException {
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("The key set is not valid JSON. Copy it whole.", malformed);
        }
        var found = new ArrayList<VerificationKey.Public>();
        for (var jwk : document.path("keys").isArray() ? document.path("keys") : List.of(document)) {
            if (jwk.has("d")) {
                throw new IllegalArgumentException("The key set holds a private key. Enter the public keys only.");
            }
            if (isFor(algorithm, jwk)) {
                var key = keyOf(algorithm, jwk);
                PublicKeys.checkStrength(algorithm, key);
                var id = jwk.path("kid").asString("");
                found.add(new VerificationKey.Public(id.isEmpty() ? null : id, key));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "The key set has no key for '%s'.".formatted(PublicKeys.name(algorithm)));
        }
        if (found.size() > MAX_KEYS) {
            throw new IllegalArgumentException(
                    "The key set has %d keys; it may have %d.".formatted(found.size(), MAX_KEYS));
        }
        return found;
    }

    private static boolean isFor(Algorithm algorithm, JsonNode jwk) {
        if (jwk.path("use").asString("sig").equals("enc")) {
            return false;
        }
        var type = jwk.path("kty").asString("");
        var curve = jwk.path("crv").asString("");
        return switch (algorithm) {
            case RSA_SHA256 -> type.equals("RSA");
            case ECDSA_SHA256 -> type.equals("EC") && curve.equals("P-256");
            case ED25519 -> type.equals("OKP") && curve.equals("Ed25519");
            case HMAC_SHA256, HMAC_SHA512, STATIC_EQUAL, BEARER, BASIC -> false;
        };
    }

    private static PublicKey keyOf(Algorithm algorithm, JsonNode jwk) throws GeneralSecurityException {
        return switch (algorithm) {
            case RSA_SHA256 ->
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            case ECDSA_SHA256 -> p256(number(jwk, "x"), number(jwk, "y"));
            case ED25519 -> ed25519(bytes(jwk, "x"));
            case HMAC_SHA256, HMAC_SHA512, STATIC_EQUAL, BEARER, BASIC ->
                throw new IllegalArgumentException("'%s' has no public keys.".formatted(algorithm));
        };
    }

    /** RFC 8032: little endian, the highest bit is the sign of x. */
    static PublicKey ed25519(byte[] encoded) throws GeneralSecurityException {
        if (encoded.length != ED25519_BYTES) {
            throw new IllegalArgumentException(
                    "The Ed25519 key has %d bytes, not %d.".formatted(encoded.length, ED25519_BYTES));
        }
        var bigEndian = new byte[ED25519_BYTES];
        for (int i = 0; i < ED25519_BYTES; i++) {
            bigEndian[i] = encoded[ED25519_BYTES - 1 - i];
        }
        var xIsOdd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(xIsOdd, new BigInteger(1, bigEndian))));
    }

    private static PublicKey p256(BigInteger x, BigInteger y) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    private static BigInteger number(JsonNode jwk, String field) {
        return new BigInteger(1, bytes(jwk, field));
    }

    private static byte[] bytes(JsonNode jwk, String field) {
        try {
            var bytes = Base64.getUrlDecoder().decode(jwk.path(field).asString(""));
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // reported below
        }
        throw new IllegalArgumentException(
                "The field '%s' of a key in the set is missing or not base64url.".formatted(field));
    }
}
