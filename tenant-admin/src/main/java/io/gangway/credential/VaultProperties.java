package io.gangway.credential;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code gangway.vault.*}
 *
 * @param masterKey 32 random bytes in base64, from outside the database; it wraps every tenant's data key. Losing it
 *     loses all that is sealed.
 */
@ConfigurationProperties("gangway.vault")
public record VaultProperties(String masterKey) {
    public VaultProperties {
        if (keyBytes(masterKey).length != 32) {
            throw new IllegalArgumentException(
                    "gangway.vault.master-key must be 32 bytes in base64; make one with: openssl rand -base64 32");
        }
    }

    byte[] keyBytes() {
        return keyBytes(masterKey);
    }

    private static byte[] keyBytes(@Nullable String base64) {
        if (base64 == null) {
            return new byte[0]; // not set at all
        }
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "VaultProperties[masterKey=…]";
    }
}
