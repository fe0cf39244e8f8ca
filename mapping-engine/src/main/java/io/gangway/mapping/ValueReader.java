package io.gangway.mapping;

import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.TextType;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Suggestion;
import io.gangway.mapping.step.IsoTime;
import io.gangway.mapping.step.PlausibleInstants;
import io.gangway.mapping.step.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads values of the fields of one object. Texts are trimmed, numbers are taken for texts. Blank counts as
 * absent, and so do {@code false} and {@code []}, with which Odoo and PHP write that there is nothing. */
final class ValueReader {
    private static final int SHOWN = 100;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,16}");

    private final Pointer pointer;
    private final Faults faults;

    ValueReader(Pointer pointer, Faults faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Tells of a fault at a field, unless one was told there already. */
    void fault(String code, String field, String detail) {
        faults.addUnlessFaulty(code, pointer.child(field).toString(), detail);
    }

    /** What is too long is a fault, except for words that may be cut. */
    @Nullable
    String text(String field, @Nullable Object value, TextType type) {
        var text = scalar(field, value);
        if (text == null) {
            return null;
        }
        if (type.cut()) {
            return cut(text, type.maxLength());
        }
        var format = type.format();
        if (format != null && text.length() <= Math.max(SHOWN, type.maxLength()) && !format.matches(text)) {
            fault(
                    "invalid-field",
                    field,
                    "'%s' is not a valid %s. %s".formatted(shown(text), format.title(), format.remedy()));
            return null;
        }
        return upTo(type.maxLength(), field, text);
    }

    private @Nullable String upTo(int length, String field, String text) {
        if (text.length() <= length) {
            return text;
        }
        fault(
                "too-long",
                field,
                "Field '%s' at %s has %d characters. At most %d are possible."
                        .formatted(field, pointer, text.length(), length));
        return null;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length)
                .stripTrailing();
    }

    private @Nullable String scalar(String field, @Nullable Object value) {
        if (isEmpty(value)) {
            return null;
        }
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            fault(
                    "invalid-field",
                    field,
                    "Field '%s' at %s is an object or array. Let the mapping put a single value there."
                            .formatted(field, pointer));
            return null;
        }
        return Scalar.textOf(value);
    }

    @Nullable
    Enum<?> code(String field, @Nullable Object value, CodeType type) {
        var text = scalar(field, value);
        if (text == null) {
            return null;
        }
        var constant = type.constants().get(text);
        if (constant == null) {
            fault(
                    "invalid-field",
                    field,
                    "'%s' in field '%s' at %s is not known. %s"
                            .formatted(shown(text), field, pointer, Suggestion.of(text, type.names())));
        }
        return constant;
    }

    /** A whole number or a text of one. */
    @Nullable
    Long integer(String field, @Nullable Object value, IntegerType type) {
        var text = scalar(field, value);
        if (text == null) {
            return null;
        }
        var unit = type.unit();
        if (!(value instanceof Double) && INTEGER.matcher(text).matches()) {
            var number = Long.parseLong(text);
            if (number >= unit.minimum() && number <= unit.maximum()) {
                return number;
            }
        }
        fault(
                "invalid-field",
                field,
                "'%s' in field '%s' at %s is not a whole number from %d to %d. Let the mapping put one there."
                        .formatted(shown(text), field, pointer, unit.minimum(), unit.maximum()));
        return null;
    }

    /** Whether there is nothing in an object or array. */
    private static boolean isEmpty(@Nullable Object value) {
        return (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> object && object.isEmpty());
    }

    @Nullable
    Boolean flag(String field, @Nullable Object value) {
        var text = value instanceof Boolean flag ? flag.toString() : scalar(field, value);
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> {
                fault(
                        "invalid-field",
                        field,
                        "'%s' in field '%s' at %s is neither true nor false. Let the mapping put one of them there."
                                .formatted(shown(text), field, pointer));
                yield null;
            }
        };
    }

    @Nullable
    Instant instant(String field, @Nullable Object value) {
        var text = shortScalar(field, value);
        if (text == null) {
            return null;
        }
        try {
            var usual = IsoTime.instant(text);
            var instant = usual == null ? Instant.parse(text) : usual;
            if (PlausibleInstants.contains(instant)) {
                return instant;
            }
        } catch (DateTimeException otherwise) {
            // reported below, with the instants that no shipment sees
        }
        fault(
                "invalid-time",
                field,
                "'%s' in field '%s' at %s is not an instant in UTC between 2000 and 2100. Use the operation 'time', and check seconds against milliseconds."
                        .formatted(text, field, pointer));
        return null;
    }

    @Nullable
    LocalDate date(String field, @Nullable Object value) {
        var text = shortScalar(field, value);
        if (text == null) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            if (PlausibleInstants.contains(date.atStartOfDay().toInstant(ZoneOffset.UTC))) {
                return date;
            }
        } catch (DateTimeException otherwise) {
            // reported below, with the days that no shipment sees
        }
        fault(
                "invalid-time",
                field,
                "'%s' in field '%s' at %s is not a day between 2000 and 2100. Write it as in '2026-07-31'."
                        .formatted(text, field, pointer));
        return null;
    }

    private @Nullable String shortScalar(String field, @Nullable Object value) {
        var text = scalar(field, value);
        return text == null ? null : upTo(SHOWN, field, text);
    }

    /** A single value is a list of one; blank entries and repetitions are left out. */
    List<String> texts(String field, @Nullable Object value, TextType type, int size) {
        return distinct(field, value, size, item -> entry(field, item, type.maxLength()));
    }

    /** A single value is a list of one; blank entries and repetitions are left out. */
    List<Enum<?>> codes(String field, @Nullable Object value, CodeType type, int size) {
        return distinct(field, value, size, item -> code(field, item, type));
    }

    private <T> List<T> distinct(
            String field, @Nullable Object value, int size, Function<@Nullable Object, @Nullable T> read) {
        var before = faults.count();
        var entries = new LinkedHashSet<T>();
        for (var item : items(value)) {
            var entry = read.apply(item);
            if (faults.count() > before) {
                return List.of();
            }
            if (entry != null) {
                entries.add(entry);
            }
        }
        if (entries.size() > size) {
            tooMany(field, entries.size(), size);
            return List.of();
        }
        return List.copyOf(entries);
    }

    private @Nullable String entry(String field, @Nullable Object item, int length) {
        var text = Scalar.textOf(item);
        if (isEmpty(item)) {
            return null;
        }
        if ((text != null && text.length() > length) || item instanceof Map<?, ?> || item instanceof List<?>) {
            fault(
                    "invalid-field",
                    field,
                    "Field '%s' at %s has an entry that is not a text of at most %d characters. Let the mapping put such texts there."
                            .formatted(field, pointer, length));
            return null;
        }
        return text;
    }

    void tooMany(String field, int entries, int size) {
        fault(
                "too-long",
                field,
                "Field '%s' at %s has %d entries. At most %d are possible.".formatted(field, pointer, entries, size));
    }

    static List<@Nullable Object> items(@Nullable Object value) {
        return value instanceof List<?> list ? Collections.unmodifiableList(list) : Collections.singletonList(value);
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
