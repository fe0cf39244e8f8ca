package io.gangway.mapping.plan;

import java.util.List;

/** What a {@link DirectShift} makes: a value whose form is known before any payload. Immutable. */
sealed interface DirectResult {

    /**
     * An object or a list, as acts that write it from left to right, with the objects and lists inside of it.
     *
     * @param steady how many acts at the beginning write the same for all items of the array that this is an item of
     */
    record Container(byte open, byte close, Act[] acts, int steady) implements DirectResult {}

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
     * Writes one member or item, if there is a value for it, or the beginning or end of a container inside.
     *
     * @param text where the member's name begins among the document's bytes, with quotes and colon
     * @param length of the name; 0 for an item
     * @param level and
     * @param slot of a value; of a constant, offset and length of its text with quotes
     * @param part what the member is made of, for {@link Kind#PART}; of a container inside, to open and close it
     */
    record Act(Kind kind, int text, int length, int level, int slot, DirectResult part) {}
}
