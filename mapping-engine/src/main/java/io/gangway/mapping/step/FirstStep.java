package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the first of several fields that has something in it. */
record FirstStep(FieldPath field, List<FieldPath> from) implements MessageStep {
    static @Nullable FirstStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.paths("from");
        spec.refuseOthers("field", "from");
        return field == null || from.isEmpty() ? null : new FirstStep(field, from);
    }

    @Override
    public void work(Run run, int message, Position at) {
        for (var path : from) {
            int value = path.get(run.document(), message);
            if (Scalar.isPresent(run.document(), value)) {
                field.put(run, message, Copies.of(run, value), value);
                return;
            }
        }
    }
}
