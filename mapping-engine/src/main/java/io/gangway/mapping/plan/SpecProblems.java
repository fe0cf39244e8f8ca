package io.gangway.mapping.plan;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what is wrong with a spec, so that all of it can be told at once. */
@FunctionalInterface
public interface SpecProblems {
    /** {@code pointer} leads to the culprit, {@code detail} is a sentence for the author of the mapping. */
    void add(Pointer pointer, String detail);

    /**
     * What Jolt does in silence with a function that does not exist may be done here too, with a warning; false if it is not
     * tolerated.
     *
     * @param detail what is wrong, for the author of the mapping
     */
    default boolean tolerateUnknownFunction(Pointer pointer, String detail) {
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
