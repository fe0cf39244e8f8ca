package io.gangway.mapping.plan;

import java.util.Arrays;

/**
 * Reads a payload for a {@link DirectShift}: checks all of it, and keeps where the values stand that are taken. Throws
 * {@link OtherForm} for payloads that are not what the shift expects.
 *
 * <p>What is kept stands in frames: for the payload, and for each item of an array one that begins with the place of the
 * next item's. A value is its offset in the upper and its length in the lower half, whose sign tells whether a text
 * has escapes, and an array white space; 0 is none.
 */
final class DirectReader extends JsonScanner {
    /** Of an array without items, and of an object that was there. */
    static final long NOTHING = -1L << 32;

    private static final int FIRST = 1;

    /** White space for each other byte of an array, at most. */
    private static final int SPACES = 32;

    /** Makes {@link Document#ESCAPED} the sign of the lower half. */
    private static final int ESCAPED_SHIFT = 27;

    long[] cells = new long[256];
    private int cellCount;
    private int allowed;
    private int frames;
    private Document document = new Document();

    DirectReader(ReadingLimits limits) {
        super(limits);
    }

    /** Bytes that this holds on to. */
    long size() {
        return 8L * cells.length;
    }

    /** How many frames there are. */
    int frames() {
        return frames;
    }

    /** Where a slot of a frame is. */
    static int cell(int frame, int slot) {
        return frame + 1 + slot;
    }

    static int offset(long value) {
        return (int) (value >>> 32);
    }

    static int length(long value) {
        return (int) value & Integer.MAX_VALUE;
    }

    /** Whether a text has escapes, or an array white space. */
    static boolean isMarked(long value) {
        return (int) value < 0;
    }

    /** {@link Document#ESCAPED} or 0, of a text. */
    static int escaped(long value) {
        return (int) (value >>> ESCAPED_SHIFT) & Document.ESCAPED;
    }

    /** The first of an array's frames. */
    static int firstFrame(long items) {
        return (int) (items >>> 32);
    }

    static int count(long items) {
        return (int) items;
    }

    /** Returns the frame of the payload; {@code start} is where its bytes begin in the document's. */
    int read(DirectSource.Items payload, Document from, int start, int length, int mostCells) {
        document = from;
        allowed = mostCells;
        frames = 0;
        beginScan(from.bytes);
        cellCount = FIRST;
        int frame = newFrame(payload.size());
        int at = space(byteOrderMark(start));
        countValue();
        at = item(payload.item(), at, frame, 1);
        if (space(at) != start + length) {
            throw Malformed.PAYLOAD;
        }
        return frame;
    }

    private int newFrame(int size) {
        int frame = cellCount;
        int end = cell(frame, size);
        if (end > cells.length) {
            if (end > allowed) {
                throw OtherForm.PAYLOAD;
            }
            cells = Arrays.copyOf(cells, Math.max(end, 2 * cells.length));
        }
        for (int i = frame; i < end; i++) {
            cells[i] = 0;
        }
        cellCount = end;
        frames++;
        return frame;
    }

    private int members(DirectSource.Members source, int start, int frame, int depth) {
        checkDepth(depth);
        var json = bytes;
        var layout = source.learned().layout();
        int position = 0;
        int at = start;
        if (json[at] <= ' ') {
            at = space(at);
        }
        if (json[at] == '}') {
            return at + 1;
        }
        int count = 0;
        while (true) {
            int member;
            int place = layout.isAt(position, json, at) ? position : layout.find(position, json, at);
            if (place != DirectLayout.NONE) {
                member = layout.member(place);
                at += layout.length(place) - 1;
                position = place + 1;
            } else {
                int colon = colon(name(at));
                member = member(source, at, colon);
                layout = learn(source, layout, position++, at, colon, member);
                at = colon;
            }
            while (true) {
                at = value(source, member, at, frame, depth);
                count++;
                if (!layout.isNext(position, json, at)) {
                    break;
                }
                member = layout.member(position);
                at += layout.length(position++);
            }
            at = space(at);
            byte after = json[at++];
            if (after == '}') {
                countValues(count);
                return at;
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            at = space(at);
        }
    }

    private int value(DirectSource.Members source, int member, int start, int frame, int depth) {
        int at = start;
        byte first = bytes[at];
        if (first <= ' ') {
            at = space(at);
            first = bytes[at];
        }
        if (first != '"' || member < DirectLayout.SKIPPED) {
            return other(source, member, first, at, frame, depth);
        }
        escaped = 0;
        int end = text(at);
        if (member != DirectLayout.SKIPPED) {
            keep(cell(frame, member), at, end);
        }
        return end;
    }

    /** Of a name that no payload had here before. */
    private int member(DirectSource.Members source, int at, int colon) {
        int length = nameLength(at, colon);
        for (int i = at; i < at + length; i++) {
            if (bytes[i] == '\\') {
                throw OtherForm.PAYLOAD;
            }
        }
        int name = document.findName(at + 1, length - 2);
        return source.members().getOrDefault(name, DirectLayout.SKIPPED);
    }

    /** With its quotes. */
    private int nameLength(int at, int colon) {
        int end = colon - 2;
        while (bytes[end] != '"') {
            end--;
        }
        return end + 1 - at;
    }

    private DirectLayout learn(
            DirectSource.Members source, DirectLayout layout, int position, int at, int colon, int member) {
        if (nameLength(at, colon) + 1 != colon - at) {
            return layout;
        }
        return source.learned().with(layout, position, bytes, at, colon - at, member);
    }

    private void keep(int cell, int at, int end) {
        checkOnce(cell);
        cells[cell] = (long) at << 32 | (long) escaped << ESCAPED_SHIFT | (end - at);
    }

    private void checkOnce(int cell) {
        if (cells[cell] != 0) {
            // The name is here twice.
            throw Malformed.PAYLOAD;
        }
    }

    /** A value that is no text, or of which parts are taken. */
    private int other(DirectSource.Members source, int member, byte first, int at, int frame, int depth) {
        if (member == DirectLayout.SKIPPED) {
            return skip(first, at, depth);
        }
        if (member >= 0) {
            escaped = 0;
            int end = taken(first, at, depth);
            keep(cell(frame, member), at, end);
            return end;
        }
        var part = source.parts()[DirectSource.Part.place(member)];
        int cell = cell(frame, part.slot());
        checkOnce(cell);
        return below(part.source(), first, at, frame, cell, depth);
    }

    private int below(DirectSource source, byte first, int at, int frame, int cell, int depth) {
        if (source instanceof DirectSource.Items items && first == '[') {
            return items(items, at + 1, cell, depth + 1);
        }
        cells[cell] = NOTHING;
        if (source instanceof DirectSource.Members members && first == '{') {
            return members(members, at + 1, frame, depth + 1);
        }
        if (first != 'n') {
            throw OtherForm.PAYLOAD;
        }
        return plain(first, at);
    }

    private int items(DirectSource.Items source, int start, int cell, int depth) {
        checkDepth(depth);
        int at = space(start);
        if (bytes[at] == ']') {
            cells[cell] = NOTHING;
            return at + 1;
        }
        int firstFrame = cellCount;
        int last = 0;
        for (int count = 1; ; count++) {
            countValue();
            int frame = newFrame(source.size());
            cells[last] = frame;
            last = frame;
            at = item(source.item(), at, frame, depth + 1);
            byte after = bytes[at];
            if (after <= ' ') {
                at = space(at);
                after = bytes[at];
            }
            at++;
            if (after == ']') {
                cells[cell] = (long) firstFrame << 32 | count;
                return at;
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            at = space(at);
        }
    }

    /** An item that has a frame of its own; if it is an array, the frame's first slot is for its items. */
    private int item(DirectSource source, int at, int frame, int depth) {
        byte first = bytes[at];
        return switch (source) {
            case DirectSource.Members members when first == '{' -> members(members, at + 1, frame, depth);
            case DirectSource.Items items when first == '[' -> items(items, at + 1, cell(frame, 0), depth);
            default -> throw OtherForm.PAYLOAD;
        };
    }

    /** A value other than a text; of objects only empty ones, of arrays those of scalars. */
    private int taken(byte first, int start, int depth) {
        if (first == '{') {
            if (bytes[start + 1] != '}') {
                throw OtherForm.PAYLOAD;
            }
            checkDepth(depth + 1);
            return start + 2;
        }
        return first == '[' ? scalars(start, depth + 1) : plain(first, start);
    }

    private int scalars(int start, int depth) {
        checkDepth(depth);
        int at = space(start + 1);
        int spaces = at - start - 1;
        byte after = bytes[at] == ']' ? bytes[at++] : (byte) ',';
        while (after == ',') {
            countValue();
            int end = bytes[at] == '"' ? text(at) : plain(bytes[at], at);
            at = space(end);
            spaces += at - end;
            after = bytes[at++];
            if (after == ',') {
                int next = space(at);
                spaces += next - at;
                at = next;
            }
        }
        if (after != ']') {
            throw Malformed.PAYLOAD;
        }
        if (spaces > SPACES * (at - start - spaces)) {
            // It may be copied many times, and what limits that is how long the copies are.
            throw OtherForm.PAYLOAD;
        }
        escaped = spaces > 0 ? Document.ESCAPED : 0;
        return at;
    }
}
