package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a 'translate' makes of what it finds in {@code source}. */
record TranslationCheck(Shape source, Effort effort) {
    /** Numbers that may be looked up by another text than the one they are written in. */
    private static final Pattern WRITTEN_OTHERWISE = Pattern.compile("-?[0-9]+[.eE].*", Pattern.DOTALL);

    Shape made(Map<?, ?> spec, Pointer pointer, boolean inPlace) {
        var rows = new ArrayList<Shape>();
        var table = spec.get("table") instanceof Map<?, ?> map ? map : Map.of();
        effort.spend(table.size() + source.constants().size());
        boolean sure = !source.isAnything()
                && !source.isScalar()
                && source.constants().keySet().stream().noneMatch(TranslationCheck::isWrittenOtherwise);
        var keys = source.constants().keySet().stream().map(String::strip).collect(Collectors.toSet());
        for (var entry : table.entrySet()) {
            var text = String.valueOf(entry.getKey());
            if (!sure || keys.contains(text)) {
                rows.add(Shapes.of(entry.getValue(), pointer.child("table").child(text), effort));
            }
        }
        var made = Shape.union(rows, effort);
        var otherwise = spec.get("otherwise");
        if (otherwise != null) {
            return Shape.union(made, Shapes.of(otherwise, pointer.child("otherwise"), effort), effort, 0);
        }
        return inPlace
                ? Shape.union(
                        made,
                        source.withoutTexts(text -> table.containsKey(text.strip()) && !isWrittenOtherwise(text)),
                        effort,
                        0)
                : made;
    }

    private static boolean isWrittenOtherwise(String text) {
        return WRITTEN_OTHERWISE.matcher(text).matches();
    }
}
