package io.gangway.kernel;

import java.util.UUID;

/** Identifies an organization. Public form: {@code ten_} and 32 hexadecimal digits. */
public record TenantId(UUID value) {
    private static final String PREFIX = "ten";

    /** Reads the public form. Throws {@link IllegalArgumentException} if {@code text} is not of that form. */
    public static TenantId parse(String text) {
        return new TenantId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
