package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does steps with a part of every message, an object or an array of them, as if it were the document. */
record WithinStep(FieldPath field, List<Step> steps) implements MessageStep {
    static @Nullable WithinStep compile(SpecObject spec) {
        var field = spec.path("field");
        var steps = OwnOperations.steps(spec, "steps");
        spec.refuseOthers("field", "steps");
        return field == null ? null : new WithinStep(field, List.copyOf(steps));
    }

    @Override
    public void work(Run run, int message, Position at) {
        var document = run.document();
        int before = field.get(document, message);
        if (before == Document.ABSENT) {
            return;
        }
        int part = before;
        for (var step : steps) {
            document.countVisit();
            part = step.apply(run, part, at.in(field));
        }
        if (part != before) {
            field.put(run, message, part, before);
        }
    }
}
