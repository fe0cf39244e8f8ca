package io.gangway.mapping.plan;

import java.util.Map;

/** What a {@link DirectShift} takes of a part of the payload. Immutable, but for what it has learned of payloads. */
sealed interface DirectSource {

    /**
     * An object: of which members what is taken. All that its objects take stands in one frame, up to the next array.
     *
     * @param members by name: the slot for the value, or what stands for a part
     */
    record Members(Map<Integer, Integer> members, Part[] parts, Learned learned) implements DirectSource {}

    /**
     * An array: what is taken of each item. Each has a frame of its own.
     *
     * @param size slots of a frame
     */
    record Items(DirectSource item, int size) implements DirectSource {}

    /**
     * A member of which parts are taken.
     *
     * @param slot in the frame: for the frames of an array's items; an object has one, too, to show that it was there
     */
    record Part(int slot, DirectSource source) {

        /** What stands for a part in place of a slot. */
        static int mark(int place) {
            return DirectLayout.SKIPPED - 1 - place;
        }

        static int place(int mark) {
            return DirectLayout.SKIPPED - 1 - mark;
        }
    }

    /** The names that payloads had here, in their order. Safe for several threads: what is lost is learned again. */
    final class Learned {
        /** How often all is forgotten because other names came; after that what is known stays as it is. */
        private static final int BEGINNINGS = 100;

        private volatile DirectLayout layout = DirectLayout.EMPTY;
        private volatile int beginnings;

        DirectLayout layout() {
            return layout;
        }

        /** Learns a name, and returns what is known then; {@code known} is what the reader went by. */
        DirectLayout with(DirectLayout known, int position, byte[] bytes, int at, int length, int member) {
            var old = known;
            if (known.isFull()) {
                if (beginnings >= BEGINNINGS) {
                    return known;
                }
                beginnings = beginnings + 1;
                old = DirectLayout.EMPTY;
            }
            var next = old.with(position, bytes, at, length, member);
            layout = next;
            return next;
        }
    }
}
