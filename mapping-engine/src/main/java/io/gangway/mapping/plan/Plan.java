package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled mapping: its operations in order. Immutable, safe for use by several threads.
 *
 * @param shape what of a payload they look at
 * @param direct the first step, if it can be done that way
 */
public record Plan(
        Names names,
        Shape shape,
        List<Step> steps,
        @Nullable DirectShift direct) {
    /**
     * @param pointer of the step in the mapping
     * @param ofJolt whether it is one of Jolt's, which stop the run if they fail
     */
    public record Step(Pointer pointer, Operation operation, boolean ofJolt) {}

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Of operations that were compiled with {@code names}. */
    public static Plan of(List<Step> steps, Names.Builder names) {
        if (steps.isEmpty() || !(steps.getFirst().operation() instanceof Shift shift)) {
            return new Plan(names.build(), Shape.ALL, steps, null);
        }
        var shape = shift.shape(names);
        var built = names.build();
        return new Plan(built, shape, steps, shape == Shape.ALL ? null : shift.direct(built));
    }
}
