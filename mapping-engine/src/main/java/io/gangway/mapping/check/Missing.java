package io.gangway.mapping.check;

import io.gangway.mapping.plan.Suggestion;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member that a value can't have.
 *
 * @param known the members that it can have, or the texts that it can be
 * @param intoArray how to get at items if the value is an array; null if it is none
 * @param type of the source, if the value comes from it as it is
 */
record Missing(
        String name,
        Set<String> known,
        @Nullable String intoArray,
        @Nullable String type) {
    static Missing of(String name, Shape shape) {
        return of(name, shape, "go down into it by '*' first");
    }

    static Missing ofMessage(String name, Shape shape) {
        return of(name, shape, "'each' makes messages of its items, and 'within' goes into them");
    }

    private static Missing of(String name, Shape shape, String intoArray) {
        var known = new HashSet<>(shape.names());
        known.addAll(shape.constants().keySet());
        return new Missing(name, known, shape.items() != null && !shape.isObject() ? intoArray : null, shape.type());
    }

    String remedy() {
        if (intoArray != null) {
            return "There is an array; %s.".formatted(intoArray);
        }
        return known.isEmpty() ? "There are no names at all; leave it out." : Suggestion.of(name, known);
    }
}
