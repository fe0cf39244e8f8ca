package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.function.Consumer;

/**
 * Takes what is found.
 *
 * @param canonical whether the mapping has a canonical target; without one, nothing but what the source lacks is a fault
 */
record Findings(Consumer<Finding> consumer, boolean canonical) {
    void fault(String code, Pointer pointer, boolean ofValue, String detail) {
        consumer.accept(new Finding(canonical, code, pointer, ofValue, detail));
    }

    void warning(Pointer pointer, boolean ofValue, String detail) {
        consumer.accept(new Finding(false, "never-matches", pointer, ofValue, detail));
    }

    /** Something looks at a member that can't be there. */
    void missing(Missing missing, Pointer pointer, boolean ofValue) {
        var name = missing.name();
        var shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
        if (missing.type() != null) {
            consumer.accept(new Finding(
                    true,
                    "unknown-field",
                    pointer,
                    ofValue,
                    "Field '%s', read at %s, is not in %s. %s"
                            .formatted(shown, pointer, missing.type(), missing.remedy())));
        } else {
            warning(
                    pointer,
                    ofValue,
                    "No step before makes '%s', so it is never found at %s. %s"
                            .formatted(shown, pointer, missing.remedy()));
        }
    }
}
