package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does some steps with the messages that a condition holds for, and others with the rest. */
record WhenStep(Condition condition, List<MessageStep> then, List<MessageStep> otherwise) implements MessageStep {
    static @Nullable WhenStep compile(SpecObject spec) {
        var condition = ConditionSpec.compileMember(spec, "if");
        if (!spec.has("then") && !spec.has("else")) {
            spec.fault(
                    "missing-member",
                    "Neither 'then' nor 'else' is given at %s. Add one with the steps that are to be done."
                            .formatted(spec.pointer()));
        }
        var then = steps(spec, "then");
        var otherwise = steps(spec, "else");
        spec.refuseOthers("if", "then", "else");
        return condition == null ? null : new WhenStep(condition, then, otherwise);
    }

    private static List<MessageStep> steps(SpecObject spec, String member) {
        var steps = new ArrayList<MessageStep>();
        for (var step : spec.has(member) ? OwnOperations.steps(spec, member) : List.<Step>of()) {
            if (step instanceof MessageStep ofMessages) {
                steps.add(ofMessages);
            } else {
                spec.fault(
                        "invalid-member",
                        member,
                        "The steps in '%s' at %s make other messages, which only those of the mapping and of 'within' can. Move 'each', 'keep' and 'drop' there."
                                .formatted(member, spec.pointer()));
                break;
            }
        }
        return List.copyOf(steps);
    }

    @Override
    public void work(Run run, int message, Position at) {
        for (var step : condition.holds(run, message) ? then : otherwise) {
            run.document().countVisit();
            step.work(run, message, at);
        }
    }
}
