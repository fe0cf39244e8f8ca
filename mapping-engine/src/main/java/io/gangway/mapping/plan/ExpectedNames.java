package io.gangway.mapping.plan;

import java.util.Arrays;

/**
 * The names of the object that was read last on each level. Objects of one array mostly have the same names in the same
 * order, and a comparison with the bytes of a name that was checked before is much cheaper than checking and finding it.
 * Lost names and shifted ones cost time alone.
 */
final class ExpectedNames {
    private static final int LEVELS = 16;
    /** Of an object's names, the first. */
    private static final int NAMES = 64;

    private static final int STRIDE = 3;

    /** Per name: where its bytes begin, how many they are, and its number. */
    private final int[] names = new int[LEVELS * NAMES * STRIDE];

    private final int[] counts = new int[LEVELS];

    /** Forgets all: their bytes are another payload's. */
    void begin() {
        Arrays.fill(counts, 0);
    }

    long size() {
        return 4L * (names.length + counts.length);
    }

    /** Where the name is kept that an object on this level had in this position; -1 if it is not kept. */
    static int place(int level, int position) {
        return level < LEVELS && position < NAMES ? (level * NAMES + position) * STRIDE : -1;
    }

    /** Whether the name that begins here, after its quote, is the kept one. */
    boolean isAt(int place, int level, int position, byte[] bytes, int start) {
        return position < counts[level]
                // The closing quote is part of it, else it could be the beginning of a longer name.
                && Bytes.equal(bytes, names[place], start, names[place + 1] + 1);
    }

    int length(int place) {
        return names[place + 1];
    }

    int name(int place) {
        return names[place + 2];
    }

    void keep(int place, int level, int position, int start, int length, int name) {
        names[place] = start;
        names[place + 1] = length;
        names[place + 2] = name;
        // What was kept behind stays: it fits an object whose names differ in one place.
        if (position == counts[level]) {
            counts[level] = position + 1;
        }
    }
}
