package io.gangway.mapping.step;

import io.gangway.mapping.plan.Pointer;
import org.jspecify.annotations.Nullable;

/** Where a step is at work, from the document's messages on. Rendered only when something is wrong there. */
record Position(@Nullable Position outer, @Nullable FieldPath field, int index) {
    static final Position ROOT = new Position(null, null, 0);

    Position item(int position) {
        return new Position(this, null, position);
    }

    Position in(FieldPath inner) {
        return new Position(this, inner, 0);
    }

    Pointer pointer() {
        if (outer == null) {
            return Pointer.ROOT;
        }
        return field == null ? outer.pointer().child(index) : field.in(outer.pointer());
    }

    /** Of a field of what is here. */
    String pointer(FieldPath inner) {
        return inner.in(pointer()).toString();
    }
}
