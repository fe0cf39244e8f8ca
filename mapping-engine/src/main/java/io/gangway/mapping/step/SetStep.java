package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts constants into every message. */
record SetStep(List<Assignment> assignments) implements MessageStep {
    record Assignment(FieldPath field, Literal value) {}

    static @Nullable SetStep compile(SpecObject spec) {
        var assignments = new ArrayList<Assignment>();
        for (var member : spec.members()) {
            var field = spec.toPath(member, member);
            var value = Literal.of(spec, member);
            if (field != null && value != null) {
                assignments.add(new Assignment(field, value));
            }
        }
        if (spec.members().isEmpty()) {
            spec.fault(
                    "missing-member",
                    "There is nothing to set at %s. Write fields and their values, as in {\"carrier\": \"acme\"}."
                            .formatted(spec.pointer()));
        }
        return new SetStep(List.copyOf(assignments));
    }

    @Override
    public void work(Run run, int message, Position at) {
        for (var assignment : assignments) {
            assignment.field.put(run, message, assignment.value.node(run.document()));
        }
    }
}
