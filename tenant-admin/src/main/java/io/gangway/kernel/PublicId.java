package io.gangway.kernel;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The form in which ids leave the system: a prefix that says what it is, an underscore, and the UUID's 32 hexadecimal
 * digits, such as {@code shp_0197f3c2a1b47c3e8f00112233445566}.
 */
public final class PublicId {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    private PublicId() {}

    public static String format(String prefix, UUID value) {
        return prefix + "_" + value.toString().replace("-", "");
    }

    /** Throws {@link IllegalArgumentException} if {@code text} is not {@code prefix} and an id. */
    public static UUID parse(String prefix, String text) {
        return read(prefix, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is not an id of the form %s_ and 32 hexadecimal digits.".formatted(text, prefix)));
    }

    /** Empty if {@code text} is not of the form; for ids that come from outside. */
    public static Optional<UUID> read(String prefix, String text) {
        if (!text.startsWith(prefix + "_")) {
            return Optional.empty();
        }
        var digits = text.substring(prefix.length() + 1);
        if (!HEX.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16)));
    }
}
