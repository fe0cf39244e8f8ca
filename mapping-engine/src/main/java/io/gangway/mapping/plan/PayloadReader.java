package io.gangway.mapping.plan;

import java.util.Arrays;

/**
 * Reads a payload into a document: checks all of it, keeps what its {@link Shape} asks for. JSON of RFC 8259 in UTF-8;
 * of what JSON leaves open, an object that has a name twice, half a surrogate pair and U+0000 are refused. Throws
 * {@link Malformed}; says neither what nor where, for that is worth a second, slower look.
 */
final class PayloadReader {
    private static final int SCANNED = 64;
    private static final int NUMBER_LENGTH = 200;

    private final int maxDepth;
    private final int maxValues;
    private final int maxText;
    private final int maxName;

    private Document document = new Document();
    private byte[] bytes = document.bytes;
    private int at;
    private int end;
    private int values;
    private final ExpectedNames expected = new ExpectedNames();
    private int[] stack = new int[256];
    private int top;

    PayloadReader(int maxDepth, int maxValues, int maxText, int maxName) {
        this.maxDepth = maxDepth;
        this.maxValues = maxValues;
        this.maxText = maxText;
        this.maxName = maxName;
    }

    /** Bytes that this holds on to. */
    long size() {
        return 4L * stack.length + expected.size();
    }

    void read(Document into, int start, int length, Shape shape) {
        document = into;
        bytes = into.bytes;
        at = start;
        end = start + length;
        values = 0;
        top = 0;
        expected.begin(into.names());
        if (length >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
            at += 3;
        }
        into.setRoot(value(next(), shape, 0));
        next();
        if (at != end) {
            throw Malformed.PAYLOAD;
        }
    }

    /** The next byte that is no white space. */
    private byte next() {
        byte found = bytes[at];
        while (found <= ' ' && (found == ' ' || found == '\n' || found == '\r' || found == '\t')) {
            found = bytes[++at];
        }
        return found;
    }

    private int value(byte first, Shape shape, int depth) {
        if (++values > maxValues) {
            throw Malformed.PAYLOAD;
        }
        switch (first) {
            case '{':
                return object(shape, depth + 1);
            case '[':
                return array(shape, depth + 1);
            case '"': {
                int start = at + 1;
                int escaped = text();
                return document.newText(start, at - 1 - start, escaped);
            }
            case 't':
                literal(0x65757274, 4);
                return Document.TRUE;
            case 'f':
                literal(0x736c6166, 4);
                literal('e', 1);
                return Document.FALSE;
            case 'n':
                literal(0x6c6c756e, 4);
                return Document.NULL;
            default: {
                int start = at;
                number();
                return document.newNumber(start, at - start);
            }
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
            int name = name(depth, position);
            int length = at - 1 - start;
            var member = shape.member(name);
            if (next() != ':') {
                throw Malformed.PAYLOAD;
            }
            at++;
            if (member == null) {
                skip(next(), depth);
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
    private int name(int depth, int position) {
        int place = ExpectedNames.place(depth, position);
        if (place < 0) {
            return name();
        }
        int start = at + 1;
        if (expected.isAt(place, depth, position, bytes, start)) {
            at = start + expected.length(place) + 1;
            return expected.name(place);
        }
        int name = name();
        expected.keep(place, depth, position, bytes, start, at - 1 - start, name);
        return name;
    }

    private int name() {
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
            if (i - start > maxName) {
                throw Malformed.PAYLOAD;
            }
            at = i + 1;
            return document.findName(start, i - start, NameTable.folded(hash));
        }
    }

    /** One with escapes, or beyond ASCII. */
    private int unusualName(int start) {
        int escaped = text();
        int length = at - 1 - start;
        if (length > maxName
                && JsonText.unescaped(document.slice(start, length)).length() > maxName) {
            throw Malformed.PAYLOAD;
        }
        return escaped == 0 ? document.findName(start, length) : escapedName(start, length);
    }

    private int made(int base) {
        int count = (top - base) / 2;
        int object = document.newObject(stack, base, count);
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
                skip(first, depth);
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

    /** Passes a value that the mapping does not look at. */
    private void skip(byte first, int depth) {
        if (++values > maxValues) {
            throw Malformed.PAYLOAD;
        }
        switch (first) {
            case '{' -> skipObject(depth + 1);
            case '[' -> skipArray(depth + 1);
            case '"' -> text();
            case 't' -> literal(0x65757274, 4);
            case 'f' -> {
                literal(0x736c6166, 4);
                literal('e', 1);
            }
            case 'n' -> literal(0x6c6c756e, 4);
            default -> number();
        }
    }

    private void skipObject(int depth) {
        checkDepth(depth);
        at++;
        if (next() == '}') {
            at++;
            return;
        }
        while (true) {
            if (bytes[at] != '"') {
                throw Malformed.PAYLOAD;
            }
            int start = at;
            text();
            if (at - 2 - start > maxName) {
                checkLength(start + 1, at - 1, maxName);
            }
            if (next() != ':') {
                throw Malformed.PAYLOAD;
            }
            at++;
            skip(next(), depth);
            byte after = next();
            at++;
            if (after == '}') {
                return;
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            next();
        }
    }

    private void skipArray(int depth) {
        checkDepth(depth);
        at++;
        byte first = next();
        if (first == ']') {
            at++;
            return;
        }
        while (true) {
            skip(first, depth);
            byte after = next();
            at++;
            if (after == ']') {
                return;
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            first = next();
        }
    }

    private void checkDepth(int depth) {
        if (depth > maxDepth) {
            throw Malformed.PAYLOAD;
        }
    }

    private void literal(int expected, int length) {
        if (Bytes.fewer(bytes, at, length) != expected) {
            throw Malformed.PAYLOAD;
        }
        at += length;
    }

    private void number() {
        int start = at;
        int i = at;
        if (bytes[i] == '-') {
            i++;
        }
        if (bytes[i] == '0') {
            i++;
        } else {
            i = digits(i);
        }
        if (bytes[i] == '.') {
            i = digits(i + 1);
        }
        if ((bytes[i] | 0x20) == 'e') {
            i++;
            if (bytes[i] == '+' || bytes[i] == '-') {
                i++;
            }
            i = digits(i);
        }
        if (i - start > NUMBER_LENGTH && digitCount(start, i) > NUMBER_LENGTH) {
            throw Malformed.PAYLOAD;
        }
        at = i;
    }

    private int digitCount(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] >= '0' && bytes[i] <= '9' ? 1 : 0;
        }
        return count;
    }

    /** At least one. */
    private int digits(int from) {
        int i = from;
        while (bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        if (i == from) {
            throw Malformed.PAYLOAD;
        }
        return i;
    }

    /** Passes a text, from its first quote to behind its last. */
    private int text() {
        var local = bytes;
        int i = at + 1;
        int escaped = 0;
        while (true) {
            long marks = Bytes.notPlain(Bytes.eight(local, i));
            if (marks == 0) {
                i += 8;
                continue;
            }
            i += Long.numberOfTrailingZeros(marks) >>> 3;
            byte found = local[i];
            if (found == '"') {
                if (i - at > maxText) {
                    checkLength(at + 1, i, maxText);
                }
                at = i + 1;
                return escaped;
            }
            if (found == '\\') {
                escaped = Document.ESCAPED;
                i = escape(i);
            } else if (found < 0) {
                i = beyondAscii(i);
            } else {
                throw Malformed.PAYLOAD;
            }
        }
    }

    /** The limits count characters, which can take several bytes. */
    private void checkLength(int start, int behind, int limit) {
        if (JsonText.unescaped(document.slice(start, behind - start)).length() > limit) {
            throw Malformed.PAYLOAD;
        }
    }

    private int escape(int backslash) {
        switch (bytes[backslash + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
                return backslash + 2;
            case 'u':
                int unit = unit(backslash);
                if (unit == 0 || Character.isLowSurrogate((char) unit)) {
                    throw Malformed.PAYLOAD;
                }
                if (!Character.isHighSurrogate((char) unit)) {
                    return backslash + 6;
                }
                if (bytes[backslash + 6] == '\\'
                        && bytes[backslash + 7] == 'u'
                        && Character.isLowSurrogate((char) unit(backslash + 6))) {
                    return backslash + 12;
                }
                throw Malformed.PAYLOAD;
            default:
                throw Malformed.PAYLOAD;
        }
    }

    private int unit(int backslash) {
        int unit = 0;
        for (int i = backslash + 2; i < backslash + 6; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                throw Malformed.PAYLOAD;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Passes one character of two to four bytes. */
    private int beyondAscii(int i) {
        int first = bytes[i] & 0xFF;
        int second = bytes[i + 1] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF) {
            checkContinued(second, 0x80, 0xBF);
            return i + 2;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            checkContinued(second, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
            checkContinued(bytes[i + 2] & 0xFF, 0x80, 0xBF);
            return i + 3;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            checkContinued(second, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
            checkContinued(bytes[i + 2] & 0xFF, 0x80, 0xBF);
            checkContinued(bytes[i + 3] & 0xFF, 0x80, 0xBF);
            return i + 4;
        }
        throw Malformed.PAYLOAD;
    }

    private static void checkContinued(int found, int lowest, int highest) {
        if (found < lowest || found > highest) {
            throw Malformed.PAYLOAD;
        }
    }
}
