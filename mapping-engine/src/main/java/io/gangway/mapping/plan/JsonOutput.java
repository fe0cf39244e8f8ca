package io.gangway.mapping.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** JSON that is being written. The same store is used for one after the other. */
abstract class JsonOutput {
    /** With at least {@link Document#PADDING} bytes of room behind what is written. */
    byte[] out = new byte[4096];

    /** Behind what is written. */
    int at;

    /** How many bytes may be written. */
    private int limit;
    /** How many can be. */
    private int room;

    final void begin(int maxBytes) {
        limit = maxBytes;
        at = 0;
        room = Math.min(limit, out.length - Document.PADDING);
    }

    /** A copy of all that is written. */
    final byte[] result() {
        return Arrays.copyOf(out, at);
    }

    final void writeTo(OutputStream stream) throws IOException {
        stream.write(out, 0, at);
    }

    final long size() {
        return out.length;
    }

    /** Makes room behind {@code start}. Throws {@link RunFailed} past the limit. */
    final void reserve(int start, long count) {
        if (count > room - start) {
            makeRoom(start + count);
        }
    }

    private void makeRoom(long end) {
        if (end > limit) {
            throw RunFailed.tooMuchOutput(limit);
        }
        long size = Math.max(2L * out.length, end + Document.PADDING);
        out = Arrays.copyOf(out, (int) Math.min(Integer.MAX_VALUE - 8L, size));
        room = Math.min(limit, out.length - Document.PADDING);
    }

    /** Copies bytes that have {@link Document#PADDING} behind them, into room that has it, too. Returns the end. */
    static int copy(byte[] from, int offset, int length, byte[] to, int start) {
        // Over the end, up to the padding: most names and texts are as short as this, and a loop costs more.
        Bytes.copySixteen(from, offset, to, start);
        if (length > 16) {
            Bytes.copySixteen(from, offset + 16, to, start + 16);
            if (length > 32) {
                System.arraycopy(from, offset + 32, to, start + 32, length - 32);
            }
        }
        return start + length;
    }
}
