package io.gangway.mapping;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Suggestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an object that a mapping made. Texts are trimmed, blank counts as absent. */
final class MessageFields {
    private static final String SCRATCH = "_";
    private static final int SHOWN = 100;

    private final Map<String, @Nullable Object> members;
    private final Pointer pointer;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    MessageFields(Map<String, @Nullable Object> members, Pointer pointer, Faults faults) {
        this.members = members;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Tells of a fault at a field, unless one was told there already. */
    void fault(String code, String field, String detail) {
        faults.addUnlessFaulty(code, pointer.child(field).toString(), detail);
    }

    @Nullable
    String required(String field, int length) {
        var text = optional(field, length);
        if (text == null) {
            missing(field);
        }
        return text;
    }

    private void missing(String field) {
        fault(
                "missing-field",
                field,
                "Field '%s' is missing at %s. Let a step of the mapping fill it, or have the sender send it."
                        .formatted(field, pointer));
    }

    /** What is longer is a fault: an identifier that is cut names something else. */
    @Nullable
    String optional(String field, int length) {
        var text = text(field);
        if (text != null && text.length() > length) {
            fault(
                    "too-long",
                    field,
                    "Field '%s' at %s has %d characters. At most %d are possible."
                            .formatted(field, pointer, text.length(), length));
            return null;
        }
        return text;
    }

    /** What is longer is cut. */
    @Nullable
    String cut(String field, int length) {
        var text = text(field);
        if (text == null || text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private @Nullable String text(String field) {
        known.add(field);
        var value = members.get(field);
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

    /** A single value is a list of one; blank entries and repetitions are left out. */
    List<String> list(String field, int length, int size) {
        known.add(field);
        var value = members.get(field);
        var texts = new LinkedHashSet<String>();
        for (var item : value instanceof List<?> list ? list : new ArrayList<@Nullable Object>(Arrays.asList(value))) {
            var text = Scalar.textOf(item);
            if (text != null && text.length() > length || item instanceof Map<?, ?> || item instanceof List<?>) {
                fault(
                        "invalid-field",
                        field,
                        "Field '%s' at %s has an entry that is no text of at most %d characters. Let the mapping put such texts there."
                                .formatted(field, pointer, length));
                return List.of();
            }
            if (text != null) {
                texts.add(text);
            }
        }
        if (texts.size() > size) {
            fault(
                    "too-long",
                    field,
                    "Field '%s' at %s has %d entries. At most %d are possible."
                            .formatted(field, pointer, texts.size(), size));
            return List.of();
        }
        return List.copyOf(texts);
    }

    @Nullable
    Instant requiredInstant(String field) {
        var instant = optionalInstant(field);
        if (instant == null) {
            missing(field);
        }
        return instant;
    }

    @Nullable
    Instant optionalInstant(String field) {
        var text = optional(field, SHOWN);
        if (text == null) {
            return null;
        }
        try {
            var instant = Instant.parse(text);
            if (TimeStep.isPlausible(instant)) {
                return instant;
            }
        } catch (DateTimeException otherwise) {
            // told below, with the instants that no shipment sees
        }
        fault(
                "invalid-time",
                field,
                "'%s' in field '%s' at %s is no instant in UTC between 1970 and 2200. Use the operation 'time'."
                        .formatted(text, field, pointer));
        return null;
    }

    <E extends Enum<E>> @Nullable E required(String field, Class<E> type) {
        var constant = optional(field, type);
        if (constant == null) {
            missing(field);
        }
        return constant;
    }

    <E extends Enum<E>> @Nullable E optional(String field, Class<E> type) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var names = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
            names.add(constant.name());
        }
        fault(
                "invalid-field",
                field,
                "'%s' in field '%s' at %s is not known. %s"
                        .formatted(shown(text), field, pointer, Suggestion.of(text, names)));
        return null;
    }

    /** Null if it is absent. */
    @Nullable
    MessageFields object(String field) {
        known.add(field);
        var value = members.get(field);
        var object = Messages.asObject(value);
        if (object == null) {
            if (value != null) {
                fault(
                        "invalid-field",
                        field,
                        "Field '%s' at %s is not an object. Let the mapping fill its fields."
                                .formatted(field, pointer));
            }
            return null;
        }
        return new MessageFields(object, pointer.child(field), faults);
    }

    /** Fields beside those asked for are faults, unless they are scratch. */
    void refuseOthers() {
        for (var field : members.keySet()) {
            if (!known.contains(field) && !field.startsWith(SCRATCH)) {
                fault(
                        "unknown-field",
                        field,
                        "Field '%s' at %s is not in tracking-event/1. %s"
                                .formatted(shown(field), pointer, Suggestion.of(field, known)));
            }
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
