package io.gangway.registry;

import io.gangway.kernel.PublicId;
import java.util.Optional;
import java.util.UUID;

/** Identifies a code without a meaning. Public form: {@code cod_} and 32 hexadecimal digits. */
public record UnmappedCodeId(UUID value) {
    private static final String PREFIX = "cod";

    /** Empty if {@code text} is not of the public form. */
    public static Optional<UnmappedCodeId> read(String text) {
        return PublicId.read(PREFIX, text).map(UnmappedCodeId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
