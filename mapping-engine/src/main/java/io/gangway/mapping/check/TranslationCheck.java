package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.Map;
import java.util.regex.Pattern;

/** What a 'translate' makes of what it finds in {@code source}. */
record TranslationCheck(Shape source, Effort effort) {
    /** Numbers that may be looked up by another text than the one they are written in. */
    private static final Pattern WRITTEN_OTHERWISE = Pattern.compile("-?[0-9]+[.eE].*", Pattern.DOTALL);

    Shape made(Map<?, ?> spec, Pointer pointer, boolean inPlace) {
        var made = Shape.NOTHING;
        var table = spec.get("table") instanceof Map<?, ?> map ? map : Map.of();
        effort.spend(table.size() + source.constants().size());
        boolean sure = !source.isAnything()
                && !source.isScalar()
                && source.constants().keySet().stream().noneMatch(TranslationCheck::isWrittenOtherwise);
        for (var entry : table.entrySet()) {
            var text = String.valueOf(entry.getKey());
            if (!sure
                    || source.constants().keySet().stream()
                            .anyMatch(key -> key.strip().equals(text))) {
                made = union(made, entry.getValue(), pointer.child("table").child(text));
            }
        }
        var otherwise = spec.get("otherwise");
        if (otherwise != null) {
            return union(made, otherwise, pointer.child("otherwise"));
        }
        return inPlace
                ? Shape.union(
                        made,
                        source.withoutTexts(text -> table.containsKey(text.strip()) && !isWrittenOtherwise(text)),
                        effort,
                        0)
                : made;
    }

    private Shape union(Shape made, Object value, Pointer pointer) {
        return Shape.union(made, Shapes.of(value, pointer, effort), effort, 0);
    }

    private static boolean isWrittenOtherwise(String text) {
        return WRITTEN_OTHERWISE.matcher(text).matches();
    }
}
