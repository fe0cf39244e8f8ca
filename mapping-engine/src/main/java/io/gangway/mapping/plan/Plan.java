package io.gangway.mapping.plan;

import java.util.List;

/**
 * A compiled mapping: its operations in order. Immutable, safe for use by several threads.
 *
 * @param shape what of a payload they look at
 */
public record Plan(Names names, Shape shape, List<Step> steps) {
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
        var shape = !steps.isEmpty() && steps.getFirst().operation() instanceof Shift shift
                ? shift.shape(names)
                : Shape.ALL;
        return new Plan(names.build(), shape, steps);
    }
}
