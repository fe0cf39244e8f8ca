package io.gangway.identity;

import io.gangway.kernel.PublicId;
import java.util.Optional;
import java.util.UUID;

/** Identifies an API key; not the key itself. Public form: {@code key_} and 32 hexadecimal digits. */
public record ApiKeyId(UUID value) {
    private static final String PREFIX = "key";

    /** Empty if {@code text} is not of the public form. */
    public static Optional<ApiKeyId> read(String text) {
        return PublicId.read(PREFIX, text).map(ApiKeyId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
