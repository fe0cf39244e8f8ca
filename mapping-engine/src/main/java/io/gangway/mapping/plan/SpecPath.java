package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the keys and paths of Jolt's specs, as Jolt 0.1.8 reads them. All methods throw {@link SpecInvalid}. */
public final class SpecPath {
    private static final String ROOT = "root";

    private SpecPath() {}

    static String canonical(List<SpecKey> path) {
        return path.stream().map(SpecKey::canonical).collect(Collectors.joining("."));
    }

    /** A path to write to or to look up, from {@code root} on. */
    public static List<SpecKey> fromRoot(String path) {
        return path.isBlank() ? parse(ROOT) : parse(ROOT + "." + path);
    }

    /** Likewise; empty if the text is not a path. */
    public static Optional<List<SpecKey>> findFromRoot(String path) {
        try {
            return Optional.of(fromRoot(path));
        } catch (SpecInvalid text) {
            return Optional.empty();
        }
    }

    /** A path of keys that can be evaluated. */
    static List<SpecKey> parse(String path) {
        try {
            return parseOrFault(path);
        } catch (SpecInvalid invalid) {
            throw PathHint.ofTarget(path.startsWith(ROOT + ".") ? path.substring(ROOT.length() + 1) : path)
                    .map(SpecInvalid::new)
                    .orElse(invalid);
        }
    }

    private static List<SpecKey> parseOrFault(String path) {
        if ((path.contains("*") && !path.contains("\\*")) || (path.contains("$") && !path.contains("\\$"))) {
            throw new SpecInvalid(
                    "Path '%s' has a '*' or '$', which only match what is read. Use '&' for a matched name, or write '\\\\*'."
                            .formatted(path));
        }
        var keys = new ArrayList<SpecKey>();
        for (var part : split(withDotsBeforeBrackets(path), path)) {
            var key = key(part);
            if (key instanceof SpecKey.Itself || key instanceof SpecKey.Wildcard || key instanceof SpecKey.Constant) {
                throw new SpecInvalid(
                        "'%s' in path '%s' names no place. Paths are made of names, '&', '[…]' and '@(…)'."
                                .formatted(part, path));
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw new SpecInvalid("Path '%s' names nothing. Write a name.".formatted(path));
        }
        return List.copyOf(keys);
    }

    /** A key on the left side. */
    public static SpecKey key(String text) {
        try {
            return keyOrFault(text);
        } catch (SpecInvalid invalid) {
            throw PathHint.ofKey(text).map(SpecInvalid::new).orElse(invalid);
        }
    }

    private static SpecKey keyOrFault(String text) {
        boolean escapes = text.indexOf('\\') >= 0;
        var plain = escapes ? withoutEscaped(text) : text;
        var name = escapes ? unescaped(text) : text;
        if (plain.equals("@")) {
            if (!name.equals("@")) {
                throw new SpecInvalid("'%s' mixes '@' with something else. Write '@' alone.".formatted(text));
            }
            return new SpecKey.Itself();
        }
        if (plain.equals("*")) {
            if (!name.equals("*")) {
                throw new SpecInvalid("'%s' mixes '*' with something escaped. Leave one of them out.".formatted(text));
            }
            return new SpecKey.Wildcard(NamePattern.of(name));
        }
        if (plain.startsWith("[")) {
            return index(name, plain, text);
        }
        if (plain.startsWith("@") || plain.contains("@(")) {
            return lookup(text);
        }
        if (plain.contains("@")) {
            throw new SpecInvalid(
                    "'%s' has an '@' that is not at its start. Write '\\\\@' for the sign itself.".formatted(text));
        }
        if (plain.contains("$")) {
            return new SpecKey.MatchedName(reference(name, '$'));
        }
        if (plain.contains("[")) {
            return index(name, plain, text);
        }
        if (plain.contains("&")) {
            if (plain.contains("*")) {
                throw new SpecInvalid("'%s' mixes '*' and '&'. Use one of them.".formatted(text));
            }
            return composed(name);
        }
        if (plain.contains("*")) {
            return new SpecKey.Wildcard(NamePattern.of(name, count(plain, '*')));
        }
        if (plain.contains("#")) {
            return constant(name);
        }
        return new SpecKey.Literal(name);
    }

    private static SpecKey constant(String name) {
        if (!name.startsWith("#") || name.length() == 1) {
            throw new SpecInvalid("'%s' is not a constant. Write '#' and the text behind it.".formatted(name));
        }
        if (name.charAt(1) != '(') {
            return new SpecKey.Constant(name.substring(1));
        }
        if (!name.endsWith(")") || name.length() < 3) {
            throw new SpecInvalid("'%s' lacks its ')'. Add it.".formatted(name));
        }
        return new SpecKey.Constant(name.substring(2, name.length() - 1));
    }

    private static SpecKey.Composed composed(String name) {
        var parts = new ArrayList<SpecKey.Composed.Part>();
        int textStart = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '&') {
                continue;
            }
            if (i > textStart) {
                parts.add(new SpecKey.Composed.Part(name.substring(textStart, i), null));
            }
            int end = i + 1;
            while (end < name.length() && isOfReference(name.charAt(end))) {
                end++;
            }
            parts.add(new SpecKey.Composed.Part(null, reference(name.substring(i, end), '&')));
            textStart = end;
            i = end - 1;
        }
        if (textStart < name.length()) {
            parts.add(new SpecKey.Composed.Part(name.substring(textStart), null));
        }
        return new SpecKey.Composed(List.copyOf(parts));
    }

    private static boolean isOfReference(char character) {
        return Character.isDigit(character) || character == '(' || character == ')' || character == ',';
    }

    private static SpecKey.Reference reference(String text, char sign) {
        if (text.isEmpty() || text.charAt(0) != sign) {
            throw noReference(text, sign);
        }
        var meat = text.substring(1);
        if (meat.isEmpty()) {
            return new SpecKey.Reference(0, 0);
        }
        if (meat.length() < 3 || !meat.startsWith("(") || !meat.endsWith(")")) {
            return new SpecKey.Reference(number(meat, text, sign), 0);
        }
        var numbers = meat.substring(1, meat.length() - 1).split(",");
        if (numbers.length == 0 || numbers.length > 2) {
            throw noReference(text, sign);
        }
        return new SpecKey.Reference(
                number(numbers[0], text, sign), numbers.length == 2 ? number(numbers[1], text, sign) : 0);
    }

    private static int number(String digits, String text, char sign) {
        try {
            int number = Integer.parseInt(digits);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException otherwise) {
            // reported below, with the negative ones
        }
        throw noReference(text, sign);
    }

    private static SpecInvalid noReference(String text, char sign) {
        return new SpecInvalid("'%s' is not a reference. Write '%s', '%s1' or '%s(1,2)': level and group."
                .formatted(text, sign, sign, sign));
    }

    private static SpecKey index(String name, String plain, String text) {
        if (count(plain, '[') != 1 || count(plain, ']') != 1) {
            throw new SpecInvalid("'%s' has more than one pair of brackets. Put a dot between them.".formatted(text));
        }
        if (!name.startsWith("[") || !name.endsWith("]")) {
            throw new SpecInvalid(
                    "'%s' is not an index. Write '[]', '[0]', '[&1]', '[#2]' or '[@(1,name)]'.".formatted(text));
        }
        var meat = name.substring(1, name.length() - 1);
        if (meat.isEmpty()) {
            return new SpecKey.Append();
        }
        return switch (meat.charAt(0)) {
            case '&' -> new SpecKey.MatchedPosition(reference(meat, '&'));
            case '#' -> new SpecKey.Matches(meat.length() == 1 ? 0 : number(meat.substring(1), meat, '#'));
            case '@' -> new SpecKey.LookedUpPosition(lookup(meat));
            default -> {
                if (nonNegative(meat) < 0) {
                    throw new SpecInvalid("'%s' is not an index. Write '[]', '[0]', '[&1]', '[#2]' or '[@(1,name)]'."
                            .formatted(text));
                }
                yield new SpecKey.Position(meat);
            }
        };
    }

    /** What Java reads as a number from 0 on; -1 for anything else. */
    static int nonNegative(String digits) {
        try {
            return Math.max(-1, Integer.parseInt(digits));
        } catch (NumberFormatException otherwise) {
            return -1;
        }
    }

    static SpecKey.Lookup lookup(String text) {
        if (text.length() < 2 || text.charAt(0) != '@') {
            throw new SpecInvalid("'%s' looks nothing up. Write '@(1,name)': level and path.".formatted(text));
        }
        var meat = text.substring(1);
        if (meat.contains("@")) {
            throw new SpecInvalid("'%s' has an '@' within an '@'. Use one.".formatted(text));
        }
        if (meat.contains("*") || meat.contains("[]")) {
            throw new SpecInvalid("'%s' looks up many values. Leave '*' and '[]' out.".formatted(text));
        }
        if (meat.startsWith("(")) {
            if (!meat.endsWith(")")) {
                throw new SpecInvalid("'%s' lacks its ')'. Add it.".formatted(text));
            }
            meat = meat.substring(1, meat.length() - 1);
        }
        if (meat.isEmpty()) {
            throw new SpecInvalid("'%s' looks nothing up. Write '@(1,name)': level and path.".formatted(text));
        }
        if (!Character.isDigit(meat.charAt(0))) {
            if (meat.isBlank()) {
                throw new SpecInvalid("'%s' looks up a blank. Write '@(1,name)' or '@1'.".formatted(text));
            }
            return new SpecKey.Lookup(0, parse(meat));
        }
        int comma = meat.indexOf(',');
        int level = nonNegative(comma < 0 ? meat : meat.substring(0, comma));
        if (level < 0) {
            throw new SpecInvalid("'%s' has no level. Write '@(1,name)': level and path.".formatted(text));
        }
        var path = comma < 0 ? "" : meat.substring(comma + 1);
        if (!path.isEmpty() && path.isBlank()) {
            throw new SpecInvalid("'%s' looks up a blank. Write '@(1,name)' or '@1'.".formatted(text));
        }
        return new SpecKey.Lookup(level, path.isEmpty() ? null : parse(path));
    }

    private static String withDotsBeforeBrackets(String path) {
        var fixed = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (i > 0 && character == '[') {
                char before = path.charAt(i - 1);
                if (before != '\\' && before != '@' && before != '.') {
                    fixed.append('.');
                }
            }
            fixed.append(character);
        }
        return fixed.toString();
    }

    /** Parts between dots. Escapes stay, but for those of dots and backslashes. */
    private static List<String> split(String path, String shown) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            boolean escapes = character == '\\' && !escaped;
            if (escaped && character != '.' && character != '\\') {
                part.append('\\').append(character);
            } else if (character == '@') {
                i = appendLookup(path, i, part, shown);
                if (part.indexOf("[") < 0 || part.indexOf("]") >= 0) {
                    parts.add(part.toString());
                    part.setLength(0);
                }
            } else if (character == '.' && !escaped) {
                addTo(parts, part);
            } else if (!escapes) {
                part.append(character);
            }
            escaped = escapes;
        }
        addTo(parts, part);
        return parts;
    }

    private static void addTo(List<String> parts, StringBuilder part) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    /** Returns where the last character of the look-up is. */
    private static int appendLookup(String path, int at, StringBuilder part, String shown) {
        part.append('@');
        int start = at + 1;
        if (start == path.length()) {
            return at;
        }
        if (path.charAt(start) == '.') {
            throw new SpecInvalid("Path '%s' has nothing behind its '@'. Write '@(1,name)'.".formatted(shown));
        }
        if (path.charAt(start) == '(') {
            int close = path.indexOf(')', start);
            int open = path.indexOf('(', start + 1);
            if (close < 0 || (open >= 0 && open < close)) {
                throw new SpecInvalid("Path '%s' has an '@(' whose ')' is missing. Add it.".formatted(shown));
            }
            part.append(path, start, close + 1);
            return close;
        }
        int dot = path.indexOf('.', start + 1);
        if (dot < 0) {
            part.append(path, start, path.length());
            return path.length() - 1;
        }
        part.append('(').append(path, start, dot).append(')');
        return dot;
    }

    private static String withoutEscaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                plain.append(text.charAt(i));
            } else if (++i < text.length()) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    static int count(String text, char wanted) {
        return (int) text.chars().filter(character -> character == wanted).count();
    }

    /** The names of a key that is several at once; Jolt reads the bar even where it is escaped. */
    public static List<String> alternatives(String key) {
        return List.of(key.split("\\|"));
    }

    static @Nullable String constantText(SpecKey key) {
        return key instanceof SpecKey.Literal literal ? literal.name() : null;
    }
}
