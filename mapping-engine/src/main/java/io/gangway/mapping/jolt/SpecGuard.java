package io.gangway.mapping.jolt;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what Jolt would take literally and pay for with all memory or time there is. */
final class SpecGuard {
    private static final int INDEX = 1000;
    private static final int INDEX_DIGITS = 4;
    private static final int WILDCARDS = 2;
    private static final int PATH_LENGTH = 64;
    private static final Pattern LITERAL_INDEX = Pattern.compile("\\[(\\d+)");

    private final String operation;

    SpecGuard(String operation) {
        this.operation = operation;
    }

    void check(@Nullable Object spec) {
        check(spec, false);
    }

    private void check(@Nullable Object spec, boolean looksUp) {
        switch (spec) {
            case Map<?, ?> map -> map.forEach((key, value) -> checkEntry(String.valueOf(key), value, looksUp));
            case List<?> list -> list.forEach(item -> check(item, looksUp));
            case String text -> checkText(text);
            case null, default -> {}
        }
    }

    private void checkEntry(String key, @Nullable Object value, boolean looksUp) {
        checkText(key);
        for (var alternative : key.split("\\|")) {
            if (alternative.chars().filter(character -> character == '*').count() > WILDCARDS) {
                throw new JoltSpecInvalid(
                        "'%s' has more than %d wildcards. Use fewer.".formatted(shown(key), WILDCARDS));
            }
        }
        if (operation.equals("default") && tooLarge(key)) {
            throw indexTooLarge(key);
        }
        if (!operation.equals("shift")) {
            check(value, false);
            return;
        }
        var goesDown = value instanceof Map<?, ?>;
        if (looksUp && goesDown && (key.contains("*") || key.startsWith("@"))) {
            throw new JoltSpecInvalid(
                    "'%s' goes on from a value looked up with '@', which could visit the payload again and again. Write its keys out."
                            .formatted(shown(key)));
        }
        check(value, looksUp || (goesDown && key.startsWith("@")));
    }

    private void checkText(String text) {
        var index = LITERAL_INDEX.matcher(text);
        while (index.find()) {
            if (tooLarge(index.group(1))) {
                throw indexTooLarge(text);
            }
        }
        if (text.contains("[@")) {
            throw new JoltSpecInvalid(
                    "'%s' takes the index of an array from a value. Use '[]' or '[&n]'.".formatted(shown(text)));
        }
        if (text.chars()
                        .filter(character -> character == '.' || character == '[')
                        .count()
                > PATH_LENGTH) {
            throw new JoltSpecInvalid(
                    "'%s' has more than %d parts. Use a shorter path.".formatted(shown(text), PATH_LENGTH));
        }
    }

    private static boolean tooLarge(String digits) {
        return digits.chars().allMatch(Character::isDigit)
                && !digits.isEmpty()
                && (digits.length() > INDEX_DIGITS || Integer.parseInt(digits) > INDEX);
    }

    private static JoltSpecInvalid indexTooLarge(String text) {
        return new JoltSpecInvalid("'%s' has an array index above %d. Use a lower one.".formatted(shown(text), INDEX));
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
