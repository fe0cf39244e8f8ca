package io.gangway.mapping.step;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object of a mapping, read member by member; what is wrong with it becomes a fault. */
public final class SpecObject {
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}(\\.[A-Za-z_][A-Za-z0-9_-]{0,63}){0,7}");

    private static final Pattern OTHER_PATH = Pattern.compile("^(\\$\\.|#?/|@\\.)");

    private final Map<String, @Nullable Object> members;
    private final Pointer pointer;
    private final Compilation compilation;

    public SpecObject(Map<String, @Nullable Object> members, Pointer pointer, Compilation compilation) {
        this.members = members;
        this.pointer = pointer;
        this.compilation = compilation;
    }

    public Compilation compilation() {
        return compilation;
    }

    public Pointer pointer() {
        return pointer;
    }

    /** Of all members, in their order. */
    Set<String> members() {
        return members.keySet();
    }

    /** The number of a name that the mapping mentions. */
    int name(String name) {
        return compilation.names().id(name);
    }

    /** Tells what is wrong with a member. */
    public void fault(String code, String member, String detail) {
        compilation.faults().fault(code, pointer.child(member).toString(), detail);
    }

    /** Tells what is wrong with the object. */
    public void fault(String code, String detail) {
        compilation.faults().fault(code, pointer.toString(), detail);
    }

    public boolean has(String member) {
        return members.get(member) != null;
    }

    public @Nullable Object value(String member) {
        return members.get(member);
    }

    /** Null and a fault if it is missing or no text. */
    public @Nullable String text(String member) {
        var text = optionalText(member);
        if (text == null && !has(member)) {
            fault("missing-member", "Member '%s' is missing at %s. Add it; it is a text.".formatted(member, pointer));
        }
        return text;
    }

    /** Null if it is missing; null and a fault if it is no text. */
    public @Nullable String optionalText(String member) {
        return switch (members.get(member)) {
            case null -> null;
            case String text when !text.isBlank() -> text;
            default -> {
                fault(
                        "invalid-member",
                        member,
                        "Member '%s' at %s is not a text. Write one, in quotes.".formatted(member, pointer));
                yield null;
            }
        };
    }

    /** Blank ones count; {@code absent} if it is missing, and with a fault if it is no text. */
    String anyText(String member, String absent) {
        if (members.get(member) instanceof String text) {
            return text;
        }
        optionalText(member);
        return absent;
    }

    /** Empty and a fault if it is missing or no array of texts; a single text is an array of one. */
    List<String> texts(String member) {
        var value = members.get(member);
        var texts = new ArrayList<String>();
        for (var item : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (!(item instanceof String text) || text.isBlank()) {
                fault(
                        "invalid-member",
                        member,
                        "Member '%s' at %s is not an array of texts. Write them in quotes.".formatted(member, pointer));
                return List.of();
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            fault(
                    "missing-member",
                    "Member '%s' is missing at %s. Add it; it is a text or an array of texts."
                            .formatted(member, pointer));
        }
        return texts;
    }

    /** Null and a fault if it is missing or no object. */
    @Nullable
    SpecObject object(String member) {
        var value = members.get(member);
        var object = Messages.asObject(value);
        if (object != null) {
            return new SpecObject(object, pointer.child(member), compilation);
        }
        if (value == null) {
            fault(
                    "missing-member",
                    "Member '%s' is missing at %s. Add it; it is an object.".formatted(member, pointer));
        } else {
            fault(
                    "invalid-member",
                    member,
                    "Member '%s' at %s is not an object. Write one.".formatted(member, pointer));
        }
        return null;
    }

    /** The member's text if it is one; null otherwise, without a fault. */
    @Nullable
    String textOrNull(String member) {
        return members.get(member) instanceof String text ? text : null;
    }

    /** Empty and a fault if it is missing or no array of objects with at least one. */
    List<SpecObject> objects(String member) {
        var objects = new ArrayList<SpecObject>();
        var items = members.get(member) instanceof List<?> list ? list : List.of();
        for (var item : items) {
            var object = Messages.asObject(item);
            if (object != null) {
                objects.add(new SpecObject(object, pointer.child(member).child(objects.size()), compilation));
            }
        }
        if (items.isEmpty() || objects.size() < items.size()) {
            fault(
                    "invalid-member",
                    member,
                    "Member '%s' at %s is not an array of objects. Write one with at least one of them."
                            .formatted(member, pointer));
        }
        return objects;
    }

    /** {@code absent} if it is missing; {@code absent} and a fault if it is not a whole number in the range. */
    int wholeNumber(String member, int from, int to, int absent) {
        var value = members.get(member);
        if (value == null) {
            return absent;
        }
        if (value instanceof Integer number && number >= from && number <= to) {
            return number;
        }
        fault(
                "invalid-member",
                member,
                "Member '%s' at %s is not a whole number from %d to %d. Write one, without quotes."
                        .formatted(member, pointer, from, to));
        return absent;
    }

    /** Of one member's allowed texts; {@code absent} if it is missing, and with a fault if it is another. */
    String choice(String member, Set<String> allowed, String absent) {
        var text = optionalText(member);
        if (text == null) {
            return absent;
        }
        if (!allowed.contains(text)) {
            fault(
                    "invalid-member",
                    member,
                    "'%s' in member '%s' at %s is not known. %s"
                            .formatted(Scalar.shown(text), member, pointer, Suggestion.of(text, allowed)));
            return absent;
        }
        return text;
    }

    /** Exactly one of two members, or a fault. */
    void requireOne(String one, String other) {
        if (has(one) && has(other)) {
            fault("invalid-member", other, "Both '%s' and '%s' are given. Keep one.".formatted(one, other));
        } else if (!has(one) && !has(other)) {
            fault("missing-member", "Neither '%s' nor '%s' is given at %s. Add one.".formatted(one, other, pointer));
        }
    }

    @Nullable
    FieldPath path(String member) {
        var text = text(member);
        return text == null ? null : toPath(member, text);
    }

    @Nullable
    FieldPath optionalPath(String member) {
        var text = optionalText(member);
        return text == null ? null : toPath(member, text);
    }

    /** Empty and a fault if any of them is none. */
    List<FieldPath> paths(String member) {
        var paths = new ArrayList<FieldPath>();
        for (var text : texts(member)) {
            var path = toPath(member, text);
            if (path == null) {
                return List.of();
            }
            paths.add(path);
        }
        return paths;
    }

    @Nullable
    FieldPath toPath(String member, String text) {
        if (!PATH.matcher(text).matches()) {
            var plain = OTHER_PATH.matcher(text).replaceFirst("").replace('/', '.');
            fault(
                    "invalid-member",
                    member,
                    plain.length() < text.length() && PATH.matcher(plain).matches()
                            ? "Member '%s' at %s is not JSONPath and not a JSON pointer: write '%s'."
                                    .formatted(member, pointer, plain)
                            : "Member '%s' at %s names no field. Write names joined by dots, as in 'place.city'."
                                    .formatted(member, pointer));
            return null;
        }
        return FieldPath.of(text, compilation.names());
    }

    public void refuseOthers(String... known) {
        var names = Set.of(known);
        for (var member : members.keySet()) {
            if (!names.contains(member)) {
                fault(
                        "unknown-member",
                        member,
                        "Member '%s' at %s is not known. %s"
                                .formatted(Scalar.shown(member), pointer, Suggestion.of(member, names)));
            }
        }
    }
}
