package io.gangway.mapping.plan;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what is wrong with a spec, so that all of it can be told at once. */
@FunctionalInterface
public interface SpecProblems {
    /** {@code pointer} leads to the culprit, {@code detail} is a sentence for the author of the mapping. */
    void add(Pointer pointer, String detail);

    /** Whether a function that does not exist is taken as Jolt takes it, and not told. */
    default boolean toleratesUnknownFunctions() {
        return false;
    }

    /** Null if it fails. */
    default <T> @Nullable T tell(Pointer pointer, Supplier<T> work) {
        try {
            return work.get();
        } catch (SpecInvalid invalid) {
            add(pointer, String.valueOf(invalid.getMessage()));
            return null;
        }
    }
}
