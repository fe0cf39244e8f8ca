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

    /** The names that payloads had here, in their order. Safe for several threads. */
    final class Learned {
        private volatile DirectLayout layout = DirectLayout.EMPTY;

        DirectLayout layout() {
            return layout;
        }

        /** What another thread learned meanwhile may be lost, and will be learned again. */
        void learn(DirectLayout next) {
            layout = next;
        }
    }
}
