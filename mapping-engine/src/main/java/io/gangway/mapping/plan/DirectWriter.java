package io.gangway.mapping.plan;

import io.gangway.mapping.plan.DirectResult.Act;
import io.gangway.mapping.plan.DirectResult.Container;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the result of a {@link DirectShift}. Each method takes where something is to begin and returns what is behind
 * it: the same if there is nothing to write. Throws {@link OtherForm} for payloads whose result has gaps, and {@link
 * RunFailed} past the limits.
 */
final class DirectWriter extends JsonOutput {
    private static final byte COMMA = ',';

    private byte[] bytes = new byte[Document.PADDING];
    private long[] cells = {};
    private Names names = new Names.Builder().build();
    /** The frame of each level that is being written. */
    private int[] frames = new int[16];
    /** For each container around: where it would begin without its name, where it begins, its first byte. */
    private int[] around = new int[48];

    private int nested;

    /** Returns how long the result is; 0 if there is nothing, which is left to others. */
    int write(DirectResult result, DirectReader read, int frame, Names mentioned, int maxBytes) {
        begin(maxBytes);
        names = mentioned;
        bytes = read.bytes;
        cells = read.cells;
        frames[0] = frame;
        nested = 0;
        at = value(result, 0);
        return at;
    }

    private int value(DirectResult result, int start) {
        return switch (result) {
            case Container container -> container(container, start);
            case DirectResult.Items(Container item, int level, int slot) -> containers(item, level, slot, start);
            case DirectResult.Items(var item, int level, int slot) -> items(item, level, slot, start);
            case DirectResult.Places(var items) -> places(items, start);
            case DirectResult.Value(int level, int slot) -> taken(cells[DirectReader.cell(frames[level], slot)], start);
        };
    }

    private int container(Container container, int start) {
        int end = acts(container, 0, container.acts().length, start, start);
        return end == start ? start : close(container, end);
    }

    private int close(Container container, int end) {
        reserve(end, 1);
        out[end] = container.close();
        return end + 1;
    }

    private int containers(Container item, int level, int slot, int start) {
        long items = cells[DirectReader.cell(frames[level - 1], slot)];
        int count = DirectReader.count(items);
        int frame = DirectReader.firstFrame(items);
        int at = start;
        int written = 0;
        int steadyFrom = 0;
        int steady = 0;
        for (int i = 0; i < count; i++) {
            frameOf(level, frame);
            reserve(at, 1L + steady);
            out[at] = (byte) (i == 0 ? '[' : ',');
            int from = at + 1;
            if (i == 0) {
                steadyFrom = from;
                steady = acts(item, 0, item.steady(), from, from) - from;
            } else {
                System.arraycopy(out, steadyFrom, out, from, steady);
            }
            int end = acts(item, item.steady(), item.acts().length, from, from + steady);
            if (end > from) {
                checkGap(written, i);
                written = i + 1;
                at = close(item, end);
            }
            frame = (int) cells[frame];
        }
        return endArray(at, start);
    }

    private int items(DirectResult item, int level, int slot, int start) {
        long items = cells[DirectReader.cell(frames[level - 1], slot)];
        int count = DirectReader.count(items);
        int frame = DirectReader.firstFrame(items);
        int at = start;
        int written = 0;
        for (int i = 0; i < count; i++) {
            frameOf(level, frame);
            int end = item(item, i, at);
            if (end > at) {
                checkGap(written, i);
                written = i + 1;
                at = end;
            }
            frame = (int) cells[frame];
        }
        return endArray(at, start);
    }

    private int places(List<DirectResult> items, int start) {
        int at = start;
        int written = 0;
        for (int i = 0; i < items.size(); i++) {
            int end = item(items.get(i), i, at);
            if (end > at) {
                checkGap(written, i);
                written = i + 1;
                at = end;
            }
        }
        return endArray(at, start);
    }

    private int item(DirectResult item, int index, int start) {
        reserve(start, 1);
        out[start] = (byte) (index == 0 ? '[' : ',');
        int end = value(item, start + 1);
        return end == start + 1 ? start : end;
    }

    private static void checkGap(int written, int index) {
        if (written < index) {
            throw OtherForm.PAYLOAD;
        }
    }

    private int endArray(int end, int start) {
        if (end == start) {
            return start;
        }
        reserve(end, 1);
        out[end] = ']';
        return end + 1;
    }

    private void frameOf(int level, int frame) {
        if (level == frames.length) {
            frames = Arrays.copyOf(frames, 2 * level);
        }
        frames[level] = frame;
    }

    private int taken(long value, int start) {
        if (value == 0) {
            return start;
        }
        int offset = DirectReader.offset(value);
        int length = DirectReader.length(value);
        if (isSpaced(value)) {
            return compact(offset, length, start);
        }
        reserve(start, length);
        return copy(bytes, offset, length, out, start);
    }

    /** Whether it is an array that has white space. */
    private boolean isSpaced(long value) {
        return DirectReader.isMarked(value) && bytes[DirectReader.offset(value)] == '[';
    }

    /** Copies an array without white space between its values. */
    private int compact(int offset, int length, int start) {
        reserve(start, length);
        int at = start;
        boolean inText = false;
        for (int i = offset; i < offset + length; i++) {
            byte next = bytes[i];
            if (next == '"') {
                inText = !inText;
            } else if (next == '\\') {
                out[at++] = bytes[i++];
                next = bytes[i];
            }
            if (inText || next > ' ' || next < 0) {
                out[at++] = next;
            }
        }
        return at;
    }

    /** Of a container that begins at {@code start}; what has been written of it goes up to {@code from}. */
    private int acts(Container container, int first, int behind, int start, int from) {
        var acts = container.acts();
        int at = from;
        int begin = start;
        byte open = container.open();
        int outermost = nested;
        for (int i = first; i < behind; i++) {
            var act = acts[i];
            switch (act.kind()) {
                case VALUE -> {
                    long value = cells[DirectReader.cell(frames[act.level()], act.slot())];
                    if (value != 0) {
                        int offset = DirectReader.offset(value);
                        int length = DirectReader.length(value);
                        if (isSpaced(value)) {
                            at = member(at, at == begin ? open : COMMA, act, 0, 0);
                            at = compact(offset, length, at);
                        } else {
                            at = member(at, at == begin ? open : COMMA, act, offset, length);
                        }
                    }
                }
                case CONSTANT ->
                    // A name stands in quotes, as a text does.
                    at = member(
                            at,
                            at == begin ? open : COMMA,
                            act,
                            names.offset(act.slot()) - 1,
                            names.length(act.slot()) + 2);
                case OPEN -> {
                    push(at, begin, open);
                    at = member(at, at == begin ? open : COMMA, act, 0, 0);
                    begin = at;
                    open = ((Container) act.part()).open();
                }
                case CLOSE -> {
                    nested -= 3;
                    if (at == begin) {
                        at = around[nested];
                    } else {
                        at = close((Container) act.part(), at);
                    }
                    begin = around[nested + 1];
                    open = (byte) around[nested + 2];
                }
                case PART -> {
                    int part = member(at, at == begin ? open : COMMA, act, 0, 0);
                    int end = value(act.part(), part);
                    at = end == part ? at : end;
                }
            }
        }
        assert nested == outermost;
        return at;
    }

    private void push(int at, int begin, byte open) {
        if (nested + 3 > around.length) {
            around = Arrays.copyOf(around, 2 * around.length);
        }
        around[nested] = at;
        around[nested + 1] = begin;
        around[nested + 2] = open;
        nested += 3;
    }

    private int member(int start, byte before, Act act, int offset, int length) {
        int named = act.length();
        reserve(start, 1L + named + length);
        var to = out;
        to[start] = before;
        int at = start + 1;
        if (named > 0) {
            at = copy(bytes, act.text(), named, to, at);
        }
        return length == 0 ? at : copy(bytes, offset, length, to, at);
    }
}
