package io.gangway.mapping.plan;

/** Writes a value of a document as JSON in UTF-8. What was only moved is copied byte for byte. */
final class PayloadWriter extends JsonOutput {
    private final int maxDepth;
    private Document document = new Document();

    PayloadWriter(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    void write(Document from, int node, int maxBytes) {
        document = from;
        begin(maxBytes);
        value(node, 0);
    }

    private void value(int node, int depth) {
        switch (document.kind(node)) {
            case Document.KIND_TEXT -> {
                int length = document.length(node);
                reserve(length + 2);
                text(node, length);
            }
            case Document.KIND_NUMBER -> number(node);
            case Document.KIND_OBJECT -> object(node, depth + 1);
            case Document.KIND_ARRAY -> array(node, depth + 1);
            case Document.KIND_TRUE -> {
                reserve(4);
                Bytes.putEight(out, at, 0x65757274);
                at += 4;
            }
            case Document.KIND_FALSE -> {
                reserve(5);
                Bytes.putEight(out, at, 0x65736c6166L);
                at += 5;
            }
            default -> {
                reserve(4);
                Bytes.putEight(out, at, 0x6c6c756e);
                at += 4;
            }
        }
    }

    private void number(int node) {
        int length = document.length(node);
        int offset = document.offset(node);
        byte last = document.bytes[offset + length - 1];
        // NaN and Infinity, which only functions make: not JSON's numbers, so they become texts.
        boolean quoted = last == 'N' || last == 'y';
        reserve(quoted ? length + 2 : length);
        if (quoted) {
            out[at++] = '"';
        }
        at = copy(offset, length, out, at);
        if (quoted) {
            out[at++] = '"';
        }
    }

    private void object(int node, int depth) {
        checkDepth(depth);
        int count = document.count(node);
        reserve(1);
        out[at++] = '{';
        int mentioned = document.names().size();
        for (int i = 0; i < count; i++) {
            int name = document.nameAt(node, i);
            int value = document.valueAt(node, i);
            int length = document.nameLength(name);
            int offset = document.nameOffset(name);
            boolean isText = document.isText(value);
            int valueLength = isText ? document.length(value) : 0;
            // Names and texts are what most of a result is: room for both at once.
            reserve((long) length + (i > 0 ? 4 : 3) + (isText ? valueLength + 2 : 0));
            var to = out;
            int next = at;
            if (i > 0) {
                to[next++] = ',';
            }
            if (name < mentioned) {
                // Its quotes and colon stand beside it.
                next = copy(offset - 1, length + 3, to, next);
            } else {
                to[next++] = '"';
                next = copy(offset, length, to, next);
                to[next++] = '"';
                to[next++] = ':';
            }
            if (isText) {
                to[next++] = '"';
                next = copy(document.offset(value), valueLength, to, next);
                to[next++] = '"';
            }
            at = next;
            if (!isText) {
                value(value, depth);
            }
        }
        reserve(1);
        out[at++] = '}';
    }

    private void text(int node, int length) {
        out[at++] = '"';
        at = copy(document.offset(node), length, out, at);
        out[at++] = '"';
    }

    private void array(int node, int depth) {
        checkDepth(depth);
        int count = document.count(node);
        reserve(1);
        out[at++] = '[';
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                reserve(1);
                out[at++] = ',';
            }
            value(document.itemAt(node, i), depth);
        }
        reserve(1);
        out[at++] = ']';
    }

    private void checkDepth(int depth) {
        if (depth > maxDepth) {
            throw RunFailed.tooDeep(maxDepth);
        }
    }

    /** Returns where what comes next begins. */
    private int copy(int offset, int length, byte[] to, int start) {
        return copy(document.bytes, offset, length, to, start);
    }

    private void reserve(long count) {
        reserve(at, count);
    }
}
