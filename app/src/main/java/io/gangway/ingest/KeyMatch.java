package io.gangway.ingest;

import io.gangway.partner.VerificationKey;
import io.gangway.partner.VerifierDescriptor.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether a proof was made with a key. Shared secrets are compared in constant time. */
final class KeyMatch {
    /** Two numbers of 32 bytes each, as JWS and WebCrypto write a signature; others write DER. */
    private static final int RAW_P256_BYTES = 64;

    private KeyMatch() {}

    static boolean any(Algorithm algorithm, VerificationKey key, List<byte[]> proofs, byte[] signed) {
        return switch (key) {
            case VerificationKey.Shared shared -> {
                var expected = expected(algorithm, shared, signed);
                var found = false;
                for (var proof : proofs) {
                    found |= MessageDigest.isEqual(expected, proof);
                }
                yield found;
            }
            case VerificationKey.Public(var id, var publicKey) ->
                proofs.stream().anyMatch(proof -> isSignature(algorithm, publicKey, proof, signed));
        };
    }

    private static byte[] expected(Algorithm algorithm, VerificationKey.Shared key, byte[] signed) {
        return switch (algorithm) {
            case HMAC_SHA256 -> mac("HmacSHA256", key.bytes(), signed);
            case HMAC_SHA512 -> mac("HmacSHA512", key.bytes(), signed);
            // Hashed, so that the comparison takes as long for a secret of any length.
            case STATIC_EQUAL, BEARER -> Digests.of("static", key.text());
            case BASIC ->
                Digests.of(
                        "static", Base64.getEncoder().encodeToString(key.text().getBytes(StandardCharsets.UTF_8)));
            case RSA_SHA256, ECDSA_SHA256, ED25519 ->
                throw new IllegalStateException("'%s' has no shared key.".formatted(algorithm));
        };
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

    private static boolean isSignature(Algorithm algorithm, PublicKey key, byte[] proof, byte[] signed) {
        return switch (algorithm) {
            case RSA_SHA256 -> verifies("SHA256withRSA", key, proof, signed);
            case ED25519 -> verifies("Ed25519", key, proof, signed);
            case ECDSA_SHA256 ->
                verifies("SHA256withECDSA", key, proof, signed)
                        || proof.length == RAW_P256_BYTES
                                && verifies("SHA256withECDSAinP1363Format", key, proof, signed);
            case HMAC_SHA256, HMAC_SHA512, STATIC_EQUAL, BEARER, BASIC ->
                throw new IllegalStateException("'%s' has no public key.".formatted(algorithm));
        };
    }

    private static boolean verifies(String algorithm, PublicKey key, byte[] proof, byte[] signed) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(proof);
        } catch (SignatureException notEvenOne) {
            return false;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The key can't be used with " + algorithm + ".", unusable);
        }
    }
}
