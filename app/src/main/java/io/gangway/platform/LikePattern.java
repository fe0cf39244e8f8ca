package io.gangway.platform;

import org.jspecify.annotations.Nullable;

/** What a person types into a search box, as a pattern of SQL's LIKE: a percent sign is looked for, not obeyed. */
public final class LikePattern {
    private LikePattern() {}

    /** Null if nothing was typed. */
    public static @Nullable String containing(String text) {
        var wanted = text.strip().replace("\0", "");
        return wanted.isEmpty() ? null : "%" + literal(wanted) + "%";
    }

    /** The text alone, with its signs taken as they are. */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
