package io.gangway.mapping.plan;

import java.util.Arrays;

/**
 * Reads a payload into a document: checks all of it, keeps what its {@link Shape} asks for. An object that has a name
 * twice is refused.
 */
final class PayloadReader extends JsonScanner {
    private static final int SCANNED = 64;

    private Document document = new Document();
    private int at;
    private final ExpectedNames expected = new ExpectedNames();
    private int[] stack = new int[256];
    private int top;

    PayloadReader(ReadingLimits limits) {
        super(limits);
    }

    /** Bytes that this holds on to. */
    long size() {
        return 4L * stack.length + expected.size();
    }

    void read(Document into, int start, int length, Shape shape) {
        document = into;
        beginScan(into.bytes);
        at = byteOrderMark(start);
        top = 0;
        expected.begin(into.names());
        into.setRoot(value(next(), shape, 0));
        next();
        if (at != start + length) {
            throw Malformed.PAYLOAD;
        }
    }

    /** The next byte that is no white space. */
    private byte next() {
        at = space(at);
        return bytes[at];
    }

    private int value(byte first, Shape shape, int depth) {
        countValue();
        int start = at;
        switch (first) {
            case '{':
                return object(shape, depth + 1);
            case '[':
                return array(shape, depth + 1);
            case '"':
                escaped = 0;
                at = text(start);
                return document.newText(start + 1, at - 2 - start, escaped);
            default:
                at = plain(first, start);
                return switch (first) {
                    case 't' -> Document.TRUE;
                    case 'f' -> Document.FALSE;
                    case 'n' -> Document.NULL;
                    default -> document.newNumber(start, at - start);
                };
        }
    }

    private int object(Shape shape, int depth) {
        checkDepth(depth);
        int base = top;
        long seen = 0;
        at++;
        if (next() == '}') {
            at++;
            return document.newObject(0);
        }
        for (int position = 0; ; position++) {
            if (bytes[at] != '"') {
                throw Malformed.PAYLOAD;
            }
            int start = at + 1;
            int name = expectedName(depth, position);
            int length = at - 1 - start;
            var member = shape.member(name);
            if (next() != ':') {
                throw Malformed.PAYLOAD;
            }
            at++;
            if (member == null) {
                countValue();
                at = skip(next(), at, depth);
            } else {
                if (name < 0) {
                    name = document.internName(start, length);
                    expected.learn(depth, position, name);
                }
                long mark = 1L << name;
                if ((seen & mark) != 0 && top - base <= 2 * SCANNED) {
                    refuseTwice(name, base);
                }
                seen |= mark;
                int value = value(next(), member, depth);
                push(name);
                push(value);
            }
            byte after = next();
            at++;
            if (after == '}') {
                return made(base);
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            next();
        }
    }

    /** Passes a name; -1 if nothing has it yet. */
    private int expectedName(int depth, int position) {
        int place = ExpectedNames.place(depth, position);
        if (place < 0) {
            return plainName();
        }
        int start = at + 1;
        if (expected.isAt(place, depth, position, bytes, start)) {
            at = start + expected.length(place) + 1;
            return expected.name(place);
        }
        int name = plainName();
        expected.keep(place, depth, position, bytes, start, at - 1 - start, name);
        return name;
    }

    private int plainName() {
        var local = bytes;
        int start = at + 1;
        int i = start;
        long hash = NameTable.firstHash();
        while (true) {
            long eight = Bytes.eight(local, i);
            long marks = Bytes.notPlain(eight);
            if (marks == 0) {
                hash = NameTable.mixed(hash ^ eight);
                i += 8;
                continue;
            }
            int count = Long.numberOfTrailingZeros(marks) >>> 3;
            if (local[i + count] != '"') {
                return unusualName(start);
            }
            if (count > 0) {
                hash = NameTable.mixed(hash ^ eight & -1L >>> (64 - 8 * count));
            }
            i += count;
            checkNameLength(i - start);
            at = i + 1;
            return document.findName(start, i - start, NameTable.folded(hash));
        }
    }

    /** One with escapes, or beyond ASCII. */
    private int unusualName(int start) {
        escaped = 0;
        at = name(start - 1);
        int length = at - 1 - start;
        return escaped == 0 ? document.findName(start, length) : escapedName(start, length);
    }

    private int made(int base) {
        int count = (top - base) / 2;
        int object = document.newObject(stack, base, count, count);
        top = base;
        if (count > SCANNED && !document.hasDistinctNames(object)) {
            throw Malformed.PAYLOAD;
        }
        return object;
    }

    private void refuseTwice(int name, int base) {
        for (int i = base; i < top; i += 2) {
            if (stack[i] == name) {
                throw Malformed.PAYLOAD;
            }
        }
    }

    private int escapedName(int start, int length) {
        int name = document.internName(JsonText.unescaped(document.slice(start, length)));
        bytes = document.bytes;
        return name;
    }

    private int array(Shape shape, int depth) {
        checkDepth(depth);
        int base = top;
        at++;
        byte first = next();
        if (first == ']') {
            at++;
            return document.newArray(0);
        }
        for (int position = 0; ; position++) {
            var item = shape.item(position);
            if (item == null) {
                countValue();
                at = skip(first, at, depth);
                push(Document.NULL);
            } else {
                push(value(first, item, depth));
            }
            byte after = next();
            at++;
            if (after == ']') {
                break;
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            first = next();
        }
        int array = document.newArray(stack, base, top - base);
        top = base;
        return array;
    }

    private void push(int cell) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
        }
        stack[top++] = cell;
    }
}
