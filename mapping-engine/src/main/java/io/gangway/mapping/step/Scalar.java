package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Values as text: senders write the same code as text here and as a number there. {@code false} is how Odoo writes that there
 * is nothing, so only {@link #wordOf} takes it for a text.
 */
public final class Scalar {
    private static final int SHOWN = 100;

    private Scalar() {}

    /** As {@link #textOf(Object)}, of a node or {@link Document#ABSENT}. */
    public static @Nullable String textOf(Document document, int node) {
        return document.isObject(node) || document.isArray(node) ? null : textOf(document.toJava(node));
    }

    /** As {@link #wordOf(Object)}, of a node or {@link Document#ABSENT}. */
    static @Nullable String wordOf(Document document, int node) {
        return document.isObject(node) || document.isArray(node) ? null : wordOf(document.toJava(node));
    }

    /** Trimmed; null if the value is absent, blank, {@code false}, an object or an array. */
    public static @Nullable String textOf(@Nullable Object value) {
        return Boolean.FALSE.equals(value) ? null : wordOf(value);
    }

    /** As {@link #textOf(Object)}, but a truth value is one of two words: for what is compared with others. */
    public static @Nullable String wordOf(@Nullable Object value) {
        var text = switch (value) {
            case String string -> string.strip();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> number.toString();
            case Double number when Double.isFinite(number) -> plain(BigDecimal.valueOf(number));
            case Boolean flag -> flag.toString();
            case null, default -> "";
        };
        return text.isEmpty() ? null : text;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Neither absent, null, false, a blank text nor an empty object or array. */
    static boolean isPresent(Document document, int node) {
        document.countVisit();
        return document.isObject(node) || document.isArray(node)
                ? document.count(node) > 0
                : document.isNumber(node) || textOf(document, node) != null;
    }

    /** As faults show it, in quotes. */
    static String shown(Document document, int node) {
        var text = textOf(document, node);
        return text == null ? "The value" : "'%s'".formatted(shown(text));
    }

    /** As faults show it: cut at 100 characters. */
    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
