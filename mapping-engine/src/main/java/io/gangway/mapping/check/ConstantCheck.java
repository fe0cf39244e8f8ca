package io.gangway.mapping.check;

import io.gangway.canonical.FieldType;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Suggestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a constant can be the value of a field. */
final class ConstantCheck {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,16}");

    private final Findings findings;
    private final Set<String> told = new HashSet<>();

    ConstantCheck(Findings findings) {
        this.findings = findings;
    }

    void check(FieldType type, String constant, Pointer rule, String path) {
        var text = constant.strip();
        if (text.isEmpty()) {
            return;
        }
        var wrong = wrong(type, text);
        if (wrong != null && told.add(rule + " " + path)) {
            findings.fault(
                    "invalid-field",
                    rule,
                    false,
                    "'%s', which the rule at %s puts in field '%s', is %s"
                            .formatted(text.length() <= 100 ? text : text.substring(0, 100) + "…", rule, path, wrong));
        }
    }

    /** What it is not, and a remedy; null if it fits. */
    private static @Nullable String wrong(FieldType type, String text) {
        return switch (type) {
            case FieldType.CodeType code ->
                code.names().contains(text) ? null : "not known. " + Suggestion.of(text, code.names());
            case FieldType.TextType texts -> {
                var format = texts.format();
                if (texts.cut()) {
                    yield null;
                }
                if (format != null && !format.matches(text)) {
                    yield "not a valid %s. %s".formatted(format.title(), format.remedy());
                }
                yield text.length() <= texts.maxLength()
                        ? null
                        : "too long. At most %d characters are possible.".formatted(texts.maxLength());
            }
            case FieldType.IntegerType integer -> {
                var unit = integer.unit();
                yield INTEGER.matcher(text).matches()
                                && Long.parseLong(text) >= unit.minimum()
                                && Long.parseLong(text) <= unit.maximum()
                        ? null
                        : "not a whole number from %d to %d. Write one.".formatted(unit.minimum(), unit.maximum());
            }
            case FieldType.BooleanType flag ->
                text.equals("true") || text.equals("false") ? null : "neither true nor false. Write one of them.";
            case FieldType.InstantType instant ->
                isTime(() -> Instant.parse(text))
                        ? null
                        : "not an instant in UTC. Write one such as '2026-07-31T12:00:00Z'.";
            case FieldType.DateType date ->
                isTime(() -> LocalDate.parse(text)) ? null : "not a day. Write one such as '2026-07-31'.";
            case FieldType.ObjectType object -> null;
            case FieldType.ListType list -> null;
        };
    }

    private static boolean isTime(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException otherwise) {
            return false;
        }
    }
}
