package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Jolt's functions on texts. All return null where they can't do anything. */
final class Texts {
    private static final int WIDTH = 500;

    private Texts() {}

    /** Of a text from one index to another. */
    static @Nullable String substring(List<@Nullable Object> values) {
        if (values.size() == 3
                && values.get(0) instanceof String text
                && values.get(1) instanceof Integer from
                && values.get(2) instanceof Integer to
                && from >= 0
                && from < to
                && to <= text.length()) {
            return text.substring(from, to);
        }
        return null;
    }

    static String concat(Document document, int[] values) {
        var text = new StringBuilder();
        for (int value : values) {
            if (!document.isNull(value)) {
                append(document, text, JavaValues.text(document, value));
            }
        }
        return text.toString();
    }

    /** Behind a last value that is empty the separator stays, as it does in Jolt. */
    static String join(Document document, String separator, int[] values) {
        var text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            var part = document.isNull(values[i]) ? "" : JavaValues.text(document, values[i]);
            if (!part.isEmpty()) {
                append(document, text, part);
                if (i < values.length - 1) {
                    append(document, text, separator);
                }
            }
        }
        return text.toString();
    }

    private static void append(Document document, StringBuilder text, String part) {
        document.checkTextLength((long) text.length() + part.length());
        text.append(part);
    }

    /** To a width of 500 at most. */
    static @Nullable String pad(String text, List<@Nullable Object> widthAndFiller, boolean left) {
        if (widthAndFiller.size() < 2
                || !(widthAndFiller.get(0) instanceof Integer width)
                || !(widthAndFiller.get(1) instanceof String filler)
                || width <= 0
                || width > WIDTH
                || filler.length() != 1) {
            return null;
        }
        if (width <= text.length()) {
            return text;
        }
        var padding = filler.repeat(width - text.length());
        return left ? padding + text : text + padding;
    }

    /** The separator is a regular expression. */
    static List<String> split(String separator, String text, MatchBudget budget) {
        try {
            budget.look(PatternCost.of(separator, text.length()));
            return Arrays.asList(Pattern.compile(separator).split(budget.counted(text)));
        } catch (PatternSyntaxException noPattern) {
            throw RunFailed.transform("The separator is not a regular expression. Escape its signs by '\\\\'.");
        } catch (StackOverflowError tooNested) {
            throw budget.tooSlow();
        }
    }
}
