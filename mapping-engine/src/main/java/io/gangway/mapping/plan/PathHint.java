package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says how a path that was written as JSONPath, or with an array's brackets, is written in a spec. */
public final class PathHint {
    private static final int LENGTH = 200;
    private static final Pattern JSON_PATH =
            Pattern.compile("\\$(?:\\.[A-Za-z_][\\w-]*|\\[(?:\\*|\\d+|'[^'\\]]+'|\"[^\"\\]]+\")\\]|\\.\\*)+");
    private static final Pattern BRACKETED =
            Pattern.compile("[^\\[\\]$@&#(]+(?:\\[(?:\\*|\\d*)\\](?:\\.[^\\[\\].$@&#(]+)?)+");
    private static final Pattern PART = Pattern.compile("\\[['\"]?([^'\"\\]]*)['\"]?\\]|\\.?([^.\\[\\]]+)");

    private PathHint() {}

    /** For the left side of a spec; empty if the text is something else. */
    static Optional<String> ofKey(String text) {
        if (text.length() <= LENGTH && JSON_PATH.matcher(text).matches()) {
            return Optional.of("'%s' is JSONPath, which a spec does not know. Write %s."
                    .formatted(text, nested(parts(text.substring(1)))));
        }
        if (text.length() <= LENGTH && BRACKETED.matcher(text).matches()) {
            return Optional.of(
                    "'%s' does not reach the items of an array: they are matched one level further in, by '*' or their number. Write %s."
                            .formatted(text, nested(parts(text))));
        }
        return Optional.empty();
    }

    /** For the right side of a spec; empty if the text is something else. */
    static Optional<String> ofTarget(String text) {
        if (text.length() <= LENGTH && JSON_PATH.matcher(text).matches()) {
            return Optional.of("'%s' is JSONPath, which a spec does not know. Write '%s'."
                    .formatted(text, target(text.substring(1))));
        }
        if (text.length() <= LENGTH && text.contains("[*]")) {
            return Optional.of(
                    "'%s' has '[*]', which only matches what is read. Write '%s' for the item with the number that a '*' one level up matched, or '[]' to append."
                            .formatted(text, target(text)));
        }
        return Optional.empty();
    }

    private static String target(String text) {
        var target = text.replaceAll("\\['([^']*)'\\]|\\[\"([^\"]*)\"\\]", ".$1$2")
                .replace("[*]", "[&1]")
                .replace(".*", "[&1]");
        return target.startsWith(".") ? target.substring(1) : target;
    }

    /** Objects in each other for a name with dots: {@code {"a": {"b": …}}}. */
    public static String nested(String dotted) {
        return nested(List.of(dotted.split("\\.")));
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var matcher = PART.matcher(text);
        while (matcher.find()) {
            var part = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            parts.add(part.isEmpty() ? "*" : part);
        }
        return parts;
    }

    private static String nested(List<String> parts) {
        if (parts.size() == 1) {
            return '"' + parts.getFirst() + '"';
        }
        var nested = new StringBuilder();
        parts.forEach(part -> nested.append("{\"").append(part).append("\": "));
        return nested.append('…').append("}".repeat(parts.size())).toString();
    }
}
