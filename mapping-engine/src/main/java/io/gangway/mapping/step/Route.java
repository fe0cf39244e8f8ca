package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import org.jspecify.annotations.Nullable;

/**
 * From where to where a step works: members {@code from} and {@code field}, which is both if {@code from} is missing. If
 * nothing is at {@code from}, a step leaves {@code field} alone, for an earlier one may have filled it.
 */
record Route(FieldPath field, FieldPath from) {
    static @Nullable Route of(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.optionalPath("from");
        return field == null ? null : new Route(field, from == null ? field : from);
    }

    int source(Document document, int message) {
        return from.get(document, message);
    }

    /** Null if there is none. */
    @Nullable
    String text(Run run, int message) {
        return Scalar.textOf(run.document(), from.get(run.document(), message));
    }

    void put(Run run, int message, int value) {
        field.put(run, message, value, from.get(run.document(), message));
    }

    void put(Run run, int message, String text) {
        put(run, message, run.document().newText(text));
    }
}
