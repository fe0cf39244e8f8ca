package io.gangway.mapping.plan;

import java.util.Arrays;

/**
 * The names of the object that was read last on each level, in this payload or the one before it. Objects of one array
 * mostly have the same names in the same order, and so have the payloads of one sender; a comparison with the bytes of a
 * name that was checked before is much cheaper than checking and finding it. Only guesses: what was forgotten or does
 * not fit costs time alone.
 */
final class ExpectedNames {
    private static final int LEVELS = 16;
    /** Of an object's names, the first. */
    private static final int NAMES = 64;

    /** Bytes of a name that is kept, its closing quote included: else it could be the beginning of a longer one. */
    private static final int LONGEST = 32;

    private final byte[] texts = new byte[LEVELS * NAMES * LONGEST + Document.PADDING];
    private final int[] lengths = new int[LEVELS * NAMES];
    private final int[] names = new int[LEVELS * NAMES];
    /** In which reading a name got its number; one that only the payload has gets another one in the next. */
    private final int[] readings = new int[LEVELS * NAMES];

    private final int[] counts = new int[LEVELS];

    private Names mentioned = new Names.Builder().build();
    private int reading;

    /** Begins to read a payload for a mapping that mentions these names. */
    void begin(Names next) {
        if (next != mentioned) {
            mentioned = next;
            Arrays.fill(counts, 0);
        }
        reading++;
    }

    long size() {
        return texts.length + 4L * (lengths.length + names.length + readings.length + counts.length);
    }

    /** Where the name is kept that an object on this level had in this position; -1 if it is not kept. */
    static int place(int level, int position) {
        return level < LEVELS && position < NAMES ? level * NAMES + position : -1;
    }

    /** Whether the name that begins here, after its quote, is the kept one. */
    boolean isAt(int place, int level, int position, byte[] bytes, int start) {
        return position < counts[level] && Bytes.equal(texts, place * LONGEST, bytes, start, lengths[place]);
    }

    int length(int place) {
        return lengths[place] - 1;
    }

    /** -1 if nothing in this payload has had the name. */
    int name(int place) {
        int name = names[place];
        return name < mentioned.size() || readings[place] == reading ? name : -1;
    }

    /** Keeps a name whose closing quote stands behind it. */
    void keep(int place, int level, int position, byte[] bytes, int start, int length, int name) {
        if (length >= LONGEST || isEscaped(bytes, start, length)) {
            // One name can be escaped in several ways, so its bytes are not enough to know it by. The names behind it
            // stay where they are, but no object reaches them.
            counts[level] = Math.min(counts[level], position);
            return;
        }
        System.arraycopy(bytes, start, texts, place * LONGEST, length + 1);
        lengths[place] = length + 1;
        names[place] = name;
        readings[place] = reading;
        // What was kept behind stays: it fits an object whose names differ in one place.
        if (position == counts[level]) {
            counts[level] = position + 1;
        }
    }

    private static boolean isEscaped(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Tells the number of the name that was read last on this level. */
    void learn(int level, int position, int name) {
        int place = place(level, position);
        if (place >= 0) {
            names[place] = name;
            readings[place] = reading;
        }
    }
}
