package io.gangway.partner;

import io.gangway.kernel.PublicId;
import java.util.UUID;

/** Identifies a connection. Public form: {@code con_} and 32 hexadecimal digits. */
public record ConnectionId(UUID value) {
    private static final String PREFIX = "con";

    /** Reads the public form. Throws {@link IllegalArgumentException} if {@code text} is not of that form. */
    public static ConnectionId parse(String text) {
        return new ConnectionId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
