package io.gangway.mapping.plan;

import java.util.Arrays;

/**
 * The names of an object's members in the order in which payloads had them, those that nobody looks at as well. A guess at
 * what comes next: most objects of a sender have the same names in the same order, and to compare bytes with a name that
 * was checked before is much cheaper than to check and find it. What does not fit costs time alone. Immutable.
 */
final class DirectLayout {
    static final DirectLayout EMPTY = new DirectLayout(0);

    /** In place of a slot, for what nobody looks at. */
    static final int SKIPPED = -1;

    static final int NONE = -1;

    /** So many names at most, for all of them are compared with one that is not where it was expected. */
    private static final int NAMES = 48;

    /** Bytes that are compared at once; a name, with its quotes, comma and colon, may be longer. */
    private static final int AT_ONCE = 24;

    private static final int LONGEST = 64;

    private final int size;
    /** For each name three times eight bytes and their mask. */
    private final long[] words;

    private final int[] lengths;
    private final int[] members;
    private final byte[][] texts;

    private DirectLayout(int size) {
        this.size = size;
        this.words = new long[6 * size];
        this.lengths = new int[size];
        this.members = new int[size];
        this.texts = new byte[size][];
    }

    /** Whether a comma, this name in quotes and a colon stand at a place. */
    boolean isNext(int position, byte[] bytes, int at) {
        return isAt(position, bytes, at, -1L);
    }

    /** Whether this name, in quotes and followed by a colon, stands at a place. */
    boolean isAt(int position, byte[] bytes, int at) {
        return isAt(position, bytes, at - 1, ~0xFFL);
    }

    private boolean isAt(int position, byte[] bytes, int comma, long compared) {
        if (position >= size) {
            return false;
        }
        var local = words;
        int word = 6 * position;
        if (((Bytes.eight(bytes, comma) ^ local[word]) & local[word + 1] & compared) != 0) {
            return false;
        }
        int length = lengths[position];
        if (length <= 8) {
            return true;
        }
        long differences = (Bytes.eight(bytes, comma + 8) ^ local[word + 2]) & local[word + 3]
                | (Bytes.eight(bytes, comma + 16) ^ local[word + 4]) & local[word + 5];
        return differences == 0 && (length <= AT_ONCE || isLongAt(position, bytes, comma));
    }

    private boolean isLongAt(int position, byte[] bytes, int comma) {
        int end = comma + lengths[position];
        return end <= bytes.length && Arrays.equals(texts[position], 1, lengths[position], bytes, comma + 1, end);
    }

    boolean isFull() {
        return size == NAMES;
    }

    /** Bytes of a name, with its quotes, the colon behind it and the comma before it. */
    int length(int position) {
        return lengths[position];
    }

    /** The slot for the member's value, {@link #SKIPPED}, or what stands for a {@link DirectSource.Part}. */
    int member(int position) {
        return members[position];
    }

    /** Where another name than the expected one is; {@link #NONE} if it is none of these. */
    int find(int expected, byte[] bytes, int at) {
        for (int i = expected + 1; i < size; i++) {
            if (isAt(i, bytes, at)) {
                return i;
            }
        }
        for (int i = Math.min(expected, size) - 1; i >= 0; i--) {
            if (isAt(i, bytes, at)) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * With a name before a position, unless it is too long; {@code length} has its quotes and the colon behind it, and
     * some other byte stands before it. There must be room for it.
     */
    DirectLayout with(int position, byte[] bytes, int at, int length, int member) {
        if (length > LONGEST) {
            return this;
        }
        int place = Math.min(position, size);
        var next = new DirectLayout(size + 1);
        copy(0, next, 0, place);
        copy(place, next, place + 1, size - place);
        var text = Arrays.copyOfRange(bytes, at - 1, at + length);
        text[0] = ',';
        next.lengths[place] = text.length;
        next.members[place] = member;
        next.texts[place] = text;
        var padded = Arrays.copyOf(text, text.length + AT_ONCE);
        for (int word = 0; word < 3; word++) {
            int count = Math.clamp(text.length - 8L * word, 0, 8);
            next.words[6 * place + 2 * word] = Bytes.eight(padded, 8 * word);
            next.words[6 * place + 2 * word + 1] = count == 0 ? 0 : -1L >>> (64 - 8 * count);
        }
        return next;
    }

    private void copy(int from, DirectLayout to, int start, int count) {
        System.arraycopy(words, 6 * from, to.words, 6 * start, 6 * count);
        System.arraycopy(lengths, from, to.lengths, start, count);
        System.arraycopy(members, from, to.members, start, count);
        System.arraycopy(texts, from, to.texts, start, count);
    }
}
