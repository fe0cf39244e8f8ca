package io.gangway.mapping;

import io.gangway.mapping.jolt.JoltFailed;
import io.gangway.mapping.jolt.JoltOperation;
import org.jspecify.annotations.Nullable;

/** A step that Jolt does. */
record JoltStep(String pointer, JoltOperation operation, MappingLimits limits) implements Step {
    @Override
    public @Nullable Object apply(Object document, Faults faults) {
        try {
            var made = new OutputCopy(limits).of(operation.apply(document));
            if (made == null) {
                faults.add(
                        "no-message",
                        pointer,
                        "The step at %s left nothing of the payload. Check whether its paths fit the payload."
                                .formatted(pointer));
            }
            return made;
        } catch (JoltFailed failed) {
            faults.add(
                    "transform-failed", pointer, "The step at %s failed. %s".formatted(pointer, failed.getMessage()));
            return null;
        } catch (OutputCopy.TooLarge tooLarge) {
            faults.add(
                    "output-too-large",
                    pointer,
                    "The step at %s made %s. Let it copy less of the payload."
                            .formatted(pointer, tooLarge.getMessage()));
            return null;
        }
    }
}
