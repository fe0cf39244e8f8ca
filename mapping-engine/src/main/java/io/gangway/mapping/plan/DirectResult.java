package io.gangway.mapping.plan;

import java.util.List;

/** What a {@link DirectShift} makes: a value whose form is known before any payload. Immutable. */
sealed interface DirectResult {

    /**
     * An object or a list, as acts that write it from left to right, with the objects and lists inside of it.
     *
     * @param steady how many acts at the beginning write the same for all items of the array that this is an item of
     */
    record Container(byte open, byte close, Act[] acts, int steady) implements DirectResult {
        /** One inside of another, whose acts it is made by. */
        Container(char open, char close) {
            this((byte) open, (byte) close, new Act[0], 0);
        }

        boolean isObject() {
            return open == '{';
        }
    }

    /**
     * An array with an item for each frame of a level.
     *
     * @param slot for the frames, in that of one level further out
     */
    record Items(DirectResult item, int level, int slot) implements DirectResult {}

    /** An array whose items stand at stated places. */
    record Places(List<DirectResult> items) implements DirectResult {}

    /** A value that is taken. */
    record Value(int level, int slot) implements DirectResult {}

    enum Kind {
        VALUE,
        CONSTANT,
        OPEN,
        CLOSE,
        PART
    }

    /**
     * Makes one member or item, if there is a value for it, or begins or ends a container inside.
     *
     * @param name of the member; {@link #ITEM} for an item
     * @param text where the name begins among the document's bytes, with quotes and colon
     * @param length of that text; 0 for an item
     * @param level of the frame that a value stands in, and
     * @param slot there; the name that says what a constant does
     * @param part what the member is made of, for {@link Kind#PART}; the container that is opened or closed
     */
    record Act(Kind kind, int name, int text, int length, int level, int slot, DirectResult part) {
        static final int ITEM = -1;
    }
}
