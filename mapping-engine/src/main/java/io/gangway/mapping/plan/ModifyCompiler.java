package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a spec of Jolt's modify into rules. */
record ModifyCompiler(Modify.Mode mode, Names.Builder names, SpecProblems problems, Map<Object, Constant> constants) {
    ModifyRules rules(String text, Map<?, ?> spec, Pointer pointer) {
        var key = key(text);
        var children = new ArrayList<ModifyRule>();
        var seen = new HashSet<String>();
        spec.forEach((name, right) -> {
            var place = pointer.child(String.valueOf(name));
            for (var alternative : SpecPath.alternatives(String.valueOf(name))) {
                var rule = problems.tell(place, () -> rule(alternative, right, place));
                if (rule == null) {
                    continue;
                }
                if (!seen.add(rule.key().spec().canonical())) {
                    problems.add(place, "'%s' is here twice. Put both into one.".formatted(alternative));
                }
                children.add(rule);
            }
        });
        boolean items = children.stream().anyMatch(child -> child.key().spec() instanceof SpecKey.Position);
        boolean members = children.stream().anyMatch(child -> child.key().isOfMember());
        if (items && members) {
            problems.add(
                    pointer,
                    "Names and indexes are here side by side, but a value is an object or an array. Keep one kind.");
        }
        return ModifyRules.of(
                key,
                items
                        ? ModifyRules.Container.ARRAY
                        : members ? ModifyRules.Container.OBJECT : ModifyRules.Container.EITHER,
                children,
                names);
    }

    private ModifyRule rule(String text, @Nullable Object right, Pointer place) {
        names.countRule();
        if (right instanceof Map<?, ?> spec && !spec.isEmpty()) {
            return rules(text, spec, place);
        }
        var values = new ArrayList<ModifyValue>();
        if (right instanceof List<?> alternatives && !alternatives.isEmpty()) {
            for (int i = 0; i < alternatives.size(); i++) {
                var at = place.child(i);
                var value = problems.tell(at, () -> value(alternatives.get(at.index()), at));
                if (value != null) {
                    values.add(value);
                }
            }
        } else {
            values.add(value(right, place));
        }
        return new ModifyRule.Leaf(key(text), place, List.copyOf(values));
    }

    private ModifyRule.Key key(String text) {
        if (text.isEmpty()) {
            throw new SpecInvalid("A name is empty here. Write one.");
        }
        boolean stated = Modify.Mode.isStated(text);
        var name = stated ? text.substring(1) : text;
        boolean onlyIfPresent = text.length() > 1 && text.endsWith("?") && !name.endsWith("\\?");
        if (onlyIfPresent) {
            name = name.substring(0, name.length() - 1);
        }
        var spec = SpecPath.key(name);
        if (!(spec instanceof SpecKey.Literal
                || spec instanceof SpecKey.Wildcard
                || spec instanceof SpecKey.Position)) {
            throw new SpecInvalid(
                    "'%s' is not a place to set a value. Write a name, a name with '*', or an index such as '[0]'."
                            .formatted(text));
        }
        return new ModifyRule.Key(spec, Modify.Mode.of(text, mode), onlyIfPresent);
    }

    private ModifyValue value(@Nullable Object right, Pointer place) {
        if (!(right instanceof String text)) {
            return new ModifyValue.Fixed(constant(right));
        }
        if (!text.startsWith("=")) {
            return argument(text, false);
        }
        var call = text.substring(1);
        if (!call.contains("(") && !call.endsWith(")")) {
            return call(call, List.of(), place);
        }
        int open = call.indexOf('(');
        if (open < 0) {
            throw new SpecInvalid("'%s' lacks its '('. Add it.".formatted(text));
        }
        if (open == call.length() - 1) {
            throw new SpecInvalid("'%s' lacks its ')'. Add it.".formatted(text));
        }
        // Whatever its last character is: Jolt drops it unseen.
        var arguments = new ArrayList<ModifyValue>();
        for (var argument : arguments(call.substring(open + 1, call.length() - 1))) {
            arguments.add(argument(argument, true));
        }
        return call(call.substring(0, open), List.copyOf(arguments), place);
    }

    /** One for each value of the spec, be it the right side of several keys. */
    private Constant constant(@Nullable Object right) {
        return right == null
                ? Constant.of(null, names)
                : constants.computeIfAbsent(right, first -> Constant.of(first, names));
    }

    private ModifyValue call(String name, List<ModifyValue> arguments, Pointer place) {
        var function = Functions.find(name);
        if (function != null) {
            return new ModifyValue.Call(function, arguments);
        }
        var detail = "There is no function '%s'. %s".formatted(name, Suggestion.of(name, Functions.names()));
        if (!problems.tolerateUnknownFunction(place, detail)) {
            throw new SpecInvalid(detail);
        }
        return arguments.isEmpty() ? new ModifyValue.Nothing() : arguments.getFirst();
    }

    private ModifyValue argument(String text, boolean ofFunction) {
        if (text.startsWith("^")) {
            return new ModifyValue.FromContext(Path.of(SpecPath.fromRoot(text.substring(1)), names), names.id("root"));
        }
        if (text.startsWith("@")) {
            if (!(SpecPath.fromRoot(text).getLast() instanceof SpecKey.Lookup lookup)) {
                throw new SpecInvalid("'%s' goes on behind its '@'. Write '@(1,name)'.".formatted(text));
            }
            return new ModifyValue.Found(lookup, PathKey.Lookup.of(lookup, names));
        }
        return new ModifyValue.Fixed(Constant.of(ofFunction ? literal(text) : text, names));
    }

    private static @Nullable Object literal(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.startsWith("'") && text.endsWith("'")) {
            if (text.length() == 1) {
                throw new SpecInvalid("A text lacks its second quote. Add it.");
            }
            return text.substring(1, text.length() - 1);
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        var number = Numbers.of(text);
        return number == null ? text : number;
    }

    /** At commas that are neither quoted nor in brackets. */
    private static List<String> arguments(String text) {
        var arguments = new ArrayList<String>();
        boolean inBrackets = false;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> inBrackets |= !quoted;
                case ')' -> inBrackets &= quoted;
                case '\'' -> quoted = !quoted;
                case ',' -> {
                    if (!inBrackets && !quoted) {
                        arguments.add(text.substring(start, i).trim());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        arguments.add(text.substring(start).trim());
        return arguments;
    }
}
