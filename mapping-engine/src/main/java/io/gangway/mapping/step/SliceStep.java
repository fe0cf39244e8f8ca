package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a piece out of a text.
 *
 * @param start the first character, counted from 0, or from the end if negative
 * @param end the character after the last, counted alike; null for all that follows
 */
record SliceStep(Route route, int start, @Nullable Integer end) implements MessageStep {
    private static final int LENGTH = 100_000;

    static @Nullable SliceStep compile(SpecObject spec) {
        var route = Route.of(spec);
        int start = spec.wholeNumber("start", -LENGTH, LENGTH, 0);
        int end = spec.wholeNumber("end", -LENGTH, LENGTH, 0);
        spec.refuseOthers("field", "from", "start", "end");
        return route == null ? null : new SliceStep(route, start, spec.has("end") ? end : null);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var text = route.text(run, message);
        if (text == null) {
            return;
        }
        // Characters as people count them: one beyond the basic plane is one.
        int length = text.codePointCount(0, text.length());
        int first = position(start, length);
        int last = end == null ? length : position(end, length);
        var piece = first >= last
                ? ""
                : text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, last))
                        .strip();
        if (piece.isEmpty()) {
            route.field().remove(run.document(), message);
        } else {
            route.put(run, message, piece);
        }
    }

    private static int position(int position, int length) {
        return Math.clamp(position < 0 ? (long) length + position : position, 0, length);
    }
}
