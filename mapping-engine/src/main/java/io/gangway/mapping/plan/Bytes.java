package io.gangway.mapping.plan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at once. */
final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;
    private static final long ZEROS = '0' * ONES;
    /** What carries into the highest bit if it is added to more than nine. */
    private static final long NINES = (0x7F - 9) * ONES;

    private Bytes() {}

    static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The next 1 to 7 bytes; what is above them is 0. */
    static long fewer(byte[] bytes, int at, int count) {
        return eight(bytes, at) & -1L >>> (64 - 8 * count);
    }

    static void putEight(byte[] bytes, int at, long value) {
        LONGS.set(bytes, at, value);
    }

    static void copySixteen(byte[] from, int offset, byte[] to, int start) {
        putEight(to, start, eight(from, offset));
        putEight(to, start + 8, eight(from, offset + 8));
    }

    /** Needs {@link Document#PADDING} bytes after the last one. */
    static boolean equal(byte[] bytes, int one, int other, int length) {
        return equal(bytes, one, bytes, other, length);
    }

    /** Needs {@link Document#PADDING} bytes after the last one of both. */
    static boolean equal(byte[] some, int one, byte[] others, int other, int length) {
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            if (eight(some, one + i) != eight(others, other + i)) {
                return false;
            }
        }
        return i == length || fewer(some, one + i, length - i) == fewer(others, other + i, length - i);
    }

    /** Marks, by their highest bit, the bytes that are no digits. Above the lowest mark there may be false ones. */
    static long noDigits(long eight) {
        long above = eight ^ ZEROS;
        return (above + NINES | above) & HIGHS;
    }

    /**
     * Marks, by their highest bit, the bytes that end a plain run of text: quotes, backslashes, control characters and
     * whatever is not ASCII. Above the lowest mark there may be false ones.
     */
    static long notPlain(long eight) {
        long low = (eight ^ QUOTES) - ONES | (eight ^ BACKSLASHES) - ONES | eight - SPACES;
        return (low | eight) & HIGHS;
    }
}
