package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces a value by the one that a table of the mapping has for it. */
record TranslateStep(
        Route route, Map<String, Literal> table, @Nullable Literal otherwise) implements MessageStep {
    static @Nullable TranslateStep compile(SpecObject spec) {
        var route = Route.of(spec);
        var entries = spec.object("table");
        var otherwise = spec.has("otherwise") ? Literal.of(spec, "otherwise") : null;
        spec.refuseOthers("field", "from", "table", "otherwise");
        if (route == null || entries == null) {
            return null;
        }
        var table = new HashMap<String, Literal>();
        for (var value : entries.members()) {
            var translation = Literal.of(entries, value);
            if (translation != null) {
                table.put(value, translation);
            }
        }
        return new TranslateStep(route, Map.copyOf(table), otherwise);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var text = Scalar.wordOf(run.document(), route.source(run.document(), message));
        if (text == null) {
            return;
        }
        var found = table.get(text);
        var translation = found == null ? otherwise : found;
        if (translation != null) {
            route.put(run, message, translation.node(run.document()));
        }
    }
}
