package io.gangway.mapping.plan;

import java.nio.charset.StandardCharsets;

/**
 * Passes over JSON of RFC 8259 in UTF-8 and checks it. Of what JSON leaves open, half a surrogate pair and U+0000 are
 * refused. Each method takes where something begins and returns what is behind it. Throws {@link Malformed}; says neither
 * what nor where, for that is worth a second, slower look.
 */
abstract class JsonScanner {
    private static final int NUMBER_LENGTH = 200;

    private final int maxDepth;
    private final int maxValues;
    private final int maxText;
    private final int maxName;

    /** With at least {@link Document#PADDING} zeros behind what is read, which end every reading. */
    byte[] bytes = new byte[Document.PADDING];

    /** Whether the text that was passed last has a backslash: {@link Document#ESCAPED} or 0; set, never cleared. */
    int escaped;

    private int values;

    JsonScanner(ReadingLimits limits) {
        this.maxDepth = limits.depth();
        this.maxValues = limits.values();
        this.maxText = limits.textLength();
        this.maxName = limits.nameLength();
    }

    final void beginScan(byte[] json) {
        bytes = json;
        values = 0;
    }

    final int values() {
        return values;
    }

    final int maxDepth() {
        return maxDepth;
    }

    final void countValue() {
        countValues(1);
    }

    final void countValues(int count) {
        values += count;
        if (values > maxValues) {
            throw Malformed.PAYLOAD;
        }
    }

    final void checkDepth(int depth) {
        if (depth > maxDepth) {
            throw Malformed.PAYLOAD;
        }
    }

    /** Passes a byte order mark, if there is one. */
    final int byteOrderMark(int at) {
        return (Bytes.eight(bytes, at) & 0xFFFFFF) == 0xBFBBEF ? at + 3 : at;
    }

    /** Passes white space. */
    final int space(int at) {
        int i = at;
        byte found = bytes[i];
        while (found <= ' ' && (found == ' ' || found == '\n' || found == '\r' || found == '\t')) {
            found = bytes[++i];
        }
        return i;
    }

    /** Passes a value that nobody looks at, which begins with {@code first} and has been counted. */
    final int skip(byte first, int at, int depth) {
        return switch (first) {
            case '"' -> text(at);
            case '{' -> skipObject(at + 1, depth + 1);
            case '[' -> skipArray(at + 1, depth + 1);
            default -> plain(first, at);
        };
    }

    /** Passes a number, a truth value or null. */
    final int plain(byte first, int at) {
        return switch (first) {
            case 't' -> literal(0x65757274, 4, at);
            case 'f' -> literal('e', 1, literal(0x736c6166, 4, at));
            case 'n' -> literal(0x6c6c756e, 4, at);
            default -> number(at);
        };
    }

    private int skipObject(int start, int depth) {
        checkDepth(depth);
        int at = space(start);
        if (bytes[at] == '}') {
            return at + 1;
        }
        while (true) {
            at = space(colon(name(at)));
            countValue();
            at = space(skip(bytes[at], at, depth));
            byte after = bytes[at++];
            if (after == '}') {
                return at;
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            at = space(at);
        }
    }

    private int skipArray(int start, int depth) {
        checkDepth(depth);
        int at = space(start);
        if (bytes[at] == ']') {
            return at + 1;
        }
        while (true) {
            countValue();
            at = space(skip(bytes[at], at, depth));
            byte after = bytes[at++];
            if (after == ']') {
                return at;
            }
            if (after != ',') {
                throw Malformed.PAYLOAD;
            }
            at = space(at);
        }
    }

    /** Of a name of ASCII. */
    final void checkNameLength(int length) {
        if (length > maxName) {
            throw Malformed.PAYLOAD;
        }
    }

    /** Passes a name. */
    final int name(int at) {
        if (bytes[at] != '"') {
            throw Malformed.PAYLOAD;
        }
        int behind = text(at);
        if (behind - 2 - at > maxName) {
            checkLength(at + 1, behind - 1, maxName);
        }
        return behind;
    }

    /** Passes a colon, and white space before it. */
    final int colon(int start) {
        int at = space(start);
        if (bytes[at] != ':') {
            throw Malformed.PAYLOAD;
        }
        return at + 1;
    }

    private int literal(int expected, int length, int at) {
        if (Bytes.fewer(bytes, at, length) != expected) {
            throw Malformed.PAYLOAD;
        }
        return at + length;
    }

    final int number(int start) {
        int i = start;
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
        return i;
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
        long others;
        while ((others = Bytes.noDigits(Bytes.eight(bytes, i))) == 0) {
            i += 8;
        }
        i += Long.numberOfTrailingZeros(others) >>> 3;
        if (i == from) {
            throw Malformed.PAYLOAD;
        }
        return i;
    }

    /** Passes a text, from its first quote to behind its last. */
    final int text(int start) {
        var local = bytes;
        int i = start + 1;
        while (true) {
            long marks = Bytes.notPlain(Bytes.eight(local, i));
            if (marks != 0) {
                i += Long.numberOfTrailingZeros(marks) >>> 3;
                return local[i] == '"' ? behindText(start, i) : unusualText(start, i);
            }
            i += 8;
        }
    }

    private int behindText(int start, int quote) {
        if (quote - start > maxText) {
            checkLength(start + 1, quote, maxText);
        }
        return quote + 1;
    }

    /** One with escapes, or beyond ASCII; all before {@code unusual} is passed. */
    private int unusualText(int start, int unusual) {
        var local = bytes;
        int i = unusual;
        while (true) {
            byte found = local[i];
            if (found == '"') {
                return behindText(start, i);
            }
            if (found == '\\') {
                escaped = Document.ESCAPED;
                i = escape(i);
            } else if (found < 0) {
                i = beyondAscii(i);
            } else {
                throw Malformed.PAYLOAD;
            }
            for (long marks; (marks = Bytes.notPlain(Bytes.eight(local, i))) == 0; ) {
                i += 8;
            }
            i += Long.numberOfTrailingZeros(Bytes.notPlain(Bytes.eight(local, i))) >>> 3;
        }
    }

    /** The limits count characters, which can take several bytes. */
    private void checkLength(int start, int behind, int limit) {
        var json = new String(bytes, start, behind - start, StandardCharsets.UTF_8);
        if (JsonText.unescaped(json).length() > limit) {
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
