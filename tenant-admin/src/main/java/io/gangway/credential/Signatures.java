package io.gangway.credential;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Service;

/** Signs with ed25519 keys that follow from the master key, one for each purpose; none of them is kept anywhere. */
@Service
public class Signatures {
    private static final int SEED_BYTES = 32;

    private final byte[] masterKey;

    Signatures(VaultProperties properties) {
        this.masterKey = properties.keyBytes();
    }

    /** @param masterKey as {@code gangway.vault.master-key} has it: 32 bytes in base64 */
    public static Signatures with(String masterKey) {
        return new Signatures(new VaultProperties(masterKey));
    }

    /** @param purpose such as {@code audit}; the same to verify */
    public byte[] sign(String purpose, byte[] text) {
        try {
            return new Ed25519Sign(pair(purpose).getPrivateKey()).sign(text);
        } catch (GeneralSecurityException failed) {
            throw new VaultFailed("Could not sign for '%s'.".formatted(purpose), failed);
        }
    }

    public boolean isValid(String purpose, byte[] text, byte[] signature) {
        try {
            new Ed25519Verify(pair(purpose).getPublicKey()).verify(signature, text);
            return true;
        } catch (GeneralSecurityException invalid) {
            return false;
        }
    }

    private Ed25519Sign.KeyPair pair(String purpose) throws GeneralSecurityException {
        var seed = Hkdf.computeHkdf(
                "HMACSHA256",
                masterKey,
                new byte[0],
                ("signature:" + purpose).getBytes(StandardCharsets.UTF_8),
                SEED_BYTES);
        return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
    }
}
