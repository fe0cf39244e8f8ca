package io.gangway.mapping;

import io.gangway.mapping.plan.Names;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object of a mapping, read member by member; what is wrong with it becomes a fault. */
final class SpecObject {
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}(\\.[A-Za-z_][A-Za-z0-9_-]{0,63}){0,7}");

    private static final int TEXTS = 20;

    private final Map<String, @Nullable Object> members;
    private final Pointer pointer;
    private final Names.Builder names;
    private final Faults faults;

    SpecObject(Map<String, @Nullable Object> members, Pointer pointer, Names.Builder names, Faults faults) {
        this.names = names;
        this.members = members;
        this.pointer = pointer;
        this.faults = faults;
    }

    Names.Builder names() {
        return names;
    }

    void fault(String code, String member, String detail) {
        faults.add(code, pointer.child(member).toString(), detail);
    }

    boolean has(String member) {
        return members.get(member) != null;
    }

    @Nullable
    Object value(String member) {
        return members.get(member);
    }

    /** Null and a fault if it is missing or no text. */
    @Nullable
    String text(String member) {
        var text = optionalText(member);
        if (text == null && !has(member)) {
            faults.add(
                    "missing-member",
                    pointer.toString(),
                    "Member '%s' is missing at %s. Add it; it is a text.".formatted(member, pointer));
        }
        return text;
    }

    /** Null if it is missing; null and a fault if it is no text. */
    @Nullable
    String optionalText(String member) {
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
        if (texts.size() > TEXTS) {
            fault(
                    "invalid-member",
                    member,
                    "Member '%s' at %s has %d texts. At most %d are possible."
                            .formatted(member, pointer, texts.size(), TEXTS));
            return List.of();
        }
        if (texts.isEmpty()) {
            faults.add(
                    "missing-member",
                    pointer.toString(),
                    "Member '%s' is missing at %s. Add it; it is a text or an array of texts."
                            .formatted(member, pointer));
        }
        return texts;
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

    private @Nullable FieldPath toPath(String member, String text) {
        if (!PATH.matcher(text).matches()) {
            fault(
                    "invalid-member",
                    member,
                    "Member '%s' at %s names no field. Write names joined by dots, as in 'place.city'."
                            .formatted(member, pointer));
            return null;
        }
        return FieldPath.of(text, names);
    }

    void refuseOthers(String... known) {
        var names = Set.of(known);
        for (var member : members.keySet()) {
            if (!names.contains(member)) {
                fault(
                        "unknown-member",
                        member,
                        "Member '%s' at %s is not known. %s"
                                .formatted(
                                        member.length() <= 100 ? member : member.substring(0, 100) + "…",
                                        pointer,
                                        Suggestion.of(member, names)));
            }
        }
    }
}
