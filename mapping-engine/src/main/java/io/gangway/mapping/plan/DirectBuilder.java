package io.gangway.mapping.plan;

import io.gangway.mapping.plan.DirectResult.Container;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the result of a {@link DirectShift} in a document, for the operations that come after it. As with Jolt, a value
 * that is taken twice is the same value. Throws {@link OtherForm} for payloads whose result has gaps, and {@link RunFailed}
 * past the limits.
 */
final class DirectBuilder {
    /** Room for members that later operations add. */
    private static final int SPARE = 4;

    /** In place of a value: the upper half says that the lower one is the node that was made of it. */
    private static final long MADE = -1L << 32;

    private Document document = new Document();
    private final DirectReader read;
    private long[] cells = {};
    /** The frame of each level that is being made. */
    private int[] frames = new int[16];
    /** Names and values of objects, and items of arrays, that are not made yet. */
    private int[] stack = new int[256];

    private int top;

    DirectBuilder(DirectReader read) {
        this.read = read;
    }

    /** Bytes that this holds on to. */
    long size() {
        return 4L * stack.length;
    }

    /** {@link Document#ABSENT} if there is nothing. */
    int build(DirectResult result, int frame, Document into) {
        document = into;
        cells = read.cells;
        frames[0] = frame;
        top = 0;
        return value(result);
    }

    private int value(DirectResult result) {
        return switch (result) {
            case Container container -> container(container);
            case DirectResult.Items(var item, int level, int slot) -> items(item, level, slot);
            case DirectResult.Places(var items) -> places(items);
            case DirectResult.Value(int level, int slot) -> taken(level, slot);
        };
    }

    private int items(DirectResult item, int level, int slot) {
        long items = cells[DirectReader.cell(frames[level - 1], slot)];
        int count = DirectReader.count(items);
        int frame = DirectReader.firstFrame(items);
        int base = top;
        if (level == frames.length) {
            frames = Arrays.copyOf(frames, 2 * level);
        }
        for (int i = 0; i < count; i++) {
            frames[level] = frame;
            addItem(value(item), base, i);
            frame = (int) cells[frame];
        }
        return array(base);
    }

    private int places(List<DirectResult> items) {
        int base = top;
        for (int i = 0; i < items.size(); i++) {
            addItem(value(items.get(i)), base, i);
        }
        return array(base);
    }

    private void addItem(int item, int base, int index) {
        if (item != Document.ABSENT) {
            if (top - base < index) {
                throw OtherForm.PAYLOAD;
            }
            push(item);
        }
    }

    private int container(Container container) {
        int base = top;
        int begin = top;
        for (var act : container.acts()) {
            switch (act.kind()) {
                case VALUE -> add(act.name(), taken(act.level(), act.slot()));
                case CONSTANT -> add(act.name(), document.nameAsText(act.slot()));
                case PART -> add(act.name(), value(act.part()));
                case OPEN -> {
                    push(begin);
                    begin = top;
                }
                case CLOSE -> {
                    int made = end((Container) act.part(), begin);
                    begin = stack[--top];
                    add(act.name(), made);
                }
            }
        }
        return end(container, base);
    }

    /** ABSENT if nothing is in it. */
    private int end(Container container, int base) {
        if (!container.isObject()) {
            return array(base);
        }
        if (top == base) {
            return Document.ABSENT;
        }
        int count = (top - base) / 2;
        int object = document.newObject(stack, base, count, count + SPARE);
        top = base;
        return object;
    }

    private int array(int base) {
        if (top == base) {
            return Document.ABSENT;
        }
        int array = document.newArray(stack, base, top - base);
        top = base;
        return array;
    }

    private void add(int name, int value) {
        if (value != Document.ABSENT) {
            if (name != DirectResult.Act.ITEM) {
                push(name);
            }
            push(value);
        }
    }

    private void push(int cell) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
        }
        stack[top++] = cell;
    }

    private int taken(int level, int slot) {
        int cell = DirectReader.cell(frames[level], slot);
        long value = cells[cell];
        if (value == 0) {
            return Document.ABSENT;
        }
        if (value >> 32 == -1) {
            return (int) value;
        }
        int offset = DirectReader.offset(value);
        int node = document.bytes[offset] == '['
                ? scalars(offset, offset + DirectReader.length(value))
                : scalar(offset, DirectReader.length(value), DirectReader.escaped(value));
        cells[cell] = MADE | node;
        return node;
    }

    private int scalar(int offset, int length, int escaped) {
        return switch (document.bytes[offset]) {
            case '"' -> document.newText(offset + 1, length - 2, escaped);
            case '{' -> document.newObject(0);
            case 't' -> Document.TRUE;
            case 'f' -> Document.FALSE;
            case 'n' -> Document.NULL;
            default -> document.newNumber(offset, length);
        };
    }

    /** An array that has only scalars. */
    private int scalars(int start, int end) {
        int base = top;
        for (int at = read.space(start + 1); at < end - 1; ) {
            byte first = document.bytes[at];
            read.escaped = 0;
            int behind = first == '"' ? read.text(at) : read.plain(first, at);
            push(scalar(at, behind - at, read.escaped));
            at = read.space(read.space(behind) + 1);
        }
        int array = document.newArray(stack, base, top - base);
        top = base;
        return array;
    }
}
