package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import org.jspecify.annotations.Nullable;

/** Keeps the messages that a condition holds for, or drops them. */
record FilterStep(Condition condition, boolean keeps) implements Step {
    static @Nullable FilterStep compile(SpecObject spec, boolean keeps) {
        if (spec.has("if")) {
            spec.fault(
                    "unknown-member",
                    "if",
                    "The spec of 'keep' and 'drop' is the condition itself, without 'if': write {\"field\": \"type\", \"equals\": \"tracker\"} at %s."
                            .formatted(spec.pointer()));
            return null;
        }
        var condition = ConditionSpec.compile(spec);
        return condition == null ? null : new FilterStep(condition, keeps);
    }

    @Override
    public int apply(Run run, int root, Position at) {
        if (run.document().isArray(root)) {
            return filtered(run, run.document(), root, at, 0);
        }
        if (stays(run, root)) {
            return root;
        }
        drop(run, root, at);
        return run.document().newArray();
    }

    private int filtered(Run run, Document document, int array, Position at, int depth) {
        document.checkDepth(depth);
        int left = document.newArray();
        for (int i = 0; i < document.count(array); i++) {
            document.countVisit();
            int item = document.itemAt(array, i);
            if (document.isArray(item)) {
                item = filtered(run, document, item, at, depth + 1);
            } else if (!stays(run, item)) {
                drop(run, item, at);
                continue;
            }
            document.add(left, item);
            run.wrote(left, item);
        }
        return left;
    }

    /** A message whose condition asks for a value that is faulty stays, so that the fault is not lost with it. */
    private boolean stays(Run run, int message) {
        return !run.document().isObject(message)
                || condition.holds(run, message) == keeps
                || condition.asksForFaulty(run, message);
    }

    /** Items of a part are no messages. */
    private static void drop(Run run, int item, Position at) {
        if (at.outer() == null) {
            run.dropped(item);
        }
    }
}
