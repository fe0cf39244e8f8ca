package io.gangway.mapping.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link DirectShift} takes of a part of the payload. Immutable, but for what it has learned of payloads. */
sealed interface DirectSource {

    /**
     * An object: of which members what is taken. All that its objects take stands in one frame, up to the next array.
     *
     * @param numbers of the members, by name
     */
    record Members(Map<Integer, Integer> numbers, Member[] members, Learned learned) implements DirectSource {}

    /**
     * An array: what is taken of each item. Each has a frame of its own.
     *
     * @param size slots of a frame
     */
    record Items(DirectSource item, int size) implements DirectSource {}

    /**
     * A member that something is taken of.
     *
     * @param slot in the frame: for the value itself, or for the frames of an array's items; an object of which members
     *     are taken has one, too, to show that it was there
     * @param below null if the value itself is taken
     */
    record Member(int slot, @Nullable DirectSource below) {}

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
