package io.gangway.mapping.check;

import io.gangway.mapping.plan.Suggestion;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member that a value can't have.
 *
 * @param known the members that it can have, or the texts that it can be
 * @param inArray whether the value is an array
 * @param type of the source, if the value comes from it as it is
 */
record Missing(
        String name,
        Set<String> known,
        boolean inArray,
        @Nullable String type) {
    static Missing of(String name, Shape shape) {
        var known = new HashSet<>(shape.names());
        known.addAll(shape.constants().keySet());
        return new Missing(name, known, shape.items() != null && !shape.isObject(), shape.type());
    }

    String remedy() {
        if (inArray) {
            return "There is an array; go down into it by '*' first.";
        }
        return known.isEmpty() ? "There are no names at all; leave it out." : Suggestion.of(name, known);
    }
}
