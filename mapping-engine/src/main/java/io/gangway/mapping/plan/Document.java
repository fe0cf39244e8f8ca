package io.gangway.mapping.plan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of one payload while a mapping runs over it. A value is a number, its node; what a node is made of stands
 * in flat arrays that the next run uses again. Texts and numbers are slices of the payload's own bytes until an
 * operation makes new ones, so a value that is only moved is never decoded. Several containers may hold the same node,
 * as Jolt's operations make them do.
 *
 * <p>Texts are kept as JSON writes them between quotes. Names are numbers: those of {@link Names}, and after them those
 * that only the payload has; equal names have equal numbers. Not thread-safe. Every method that makes something throws
 * {@link RunFailed} past the limits.
 */
public final class Document {
    /** No node. */
    public static final int ABSENT = 0;

    public static final int NULL = 1;
    public static final int TRUE = 2;
    public static final int FALSE = 3;

    static final int KIND = 0xF;
    static final int KIND_NULL = 1;
    static final int KIND_TRUE = 2;
    static final int KIND_FALSE = 3;
    static final int KIND_NUMBER = 4;
    static final int KIND_TEXT = 5;
    static final int KIND_OBJECT = 6;
    static final int KIND_ARRAY = 7;

    /** A text that has a backslash. */
    static final int ESCAPED = 1 << 4;
    /** An array that is none of Jolt's lists: what its function 'sort' makes. */
    static final int SORTED = 1 << 5;
    /** An object whose members have the order of their names' hashes. */
    static final int HASHED = 1 << 8;
    /** A number that an operation made: its Java type, in place of the one that its digits would have. */
    static final int MADE_SHIFT = 6;

    static final int MADE_INT = 1 << MADE_SHIFT;
    static final int MADE_LONG = 2 << MADE_SHIFT;
    static final int MADE_DOUBLE = 3 << MADE_SHIFT;
    static final int MADE = 3 << MADE_SHIFT;

    /** Bytes after the last one that may be read, so that eight can be read at once. */
    static final int PADDING = 32;

    /** Levels that an operation goes down at most, for a value can have been put into itself. */
    static final int DEPTH = 1000;

    /** Bytes of text that take as long as one value. */
    private static final int TEXT_UNIT = 64;

    private static final int LONG_TEXT = 1 << 16;

    private static final int STRIDE = 4;
    private static final int FIRST = 4;
    private static final int INDEXED = 16;
    /** Cells before an object's members: a bit for each 32nd name, set if one of them was ever added, and the index. */
    private static final int HEAD = 2;

    private static final int LAST_POSITIONS = 256;

    private Names names = new Names.Builder().build();
    private Budget budget = Budget.NONE;

    byte[] bytes = new byte[4096];
    private int byteCount;

    int[] nodes = new int[1024];
    private int nodeCount;

    int[] cells = new int[1024];
    private int cellCount;

    /** Where names were found last; only guesses, so they outlive a run. */
    private final int[] lastPositions = new int[LAST_POSITIONS];

    private NameTable nameTable = new NameTable();
    private int root;
    private long conversions;
    private int converted;

    Document() {}

    /** Begins a run: forgets the former payload and takes a copy of the new one. Returns where its bytes begin. */
    int begin(Names mentioned, byte[] payload, Budget allowed) {
        budget = allowed;
        int start = mentioned.bytes().length;
        byteCount = 0;
        ensureBytes((long) start + payload.length + PADDING);
        if (names != mentioned) {
            System.arraycopy(mentioned.bytes(), 0, bytes, 0, start);
            names = mentioned;
        }
        System.arraycopy(payload, 0, bytes, start, payload.length);
        // The zeros end every reading beyond the payload.
        byteCount = start + payload.length + PADDING;
        Arrays.fill(bytes, start + payload.length, byteCount, (byte) 0);
        nodeCount = FIRST;
        nodes[NULL * STRIDE] = KIND_NULL;
        nodes[TRUE * STRIDE] = KIND_TRUE;
        nodes[FALSE * STRIDE] = KIND_FALSE;
        cellCount = 1;
        nameTable.begin(mentioned);
        root = NULL;
        conversions = 0;
        converted = 0;
        return start;
    }

    /** Takes a copy of a second payload. Returns where its bytes begin. */
    int add(byte[] payload) {
        int start = byteCount;
        ensureBytes((long) start + payload.length + PADDING);
        System.arraycopy(payload, 0, bytes, start, payload.length);
        byteCount = start + payload.length + PADDING;
        Arrays.fill(bytes, start + payload.length, byteCount, (byte) 0);
        return start;
    }

    /** Bytes that this store holds on to. */
    long size() {
        return bytes.length + 4L * (nodes.length + cells.length) + nameTable.size();
    }

    public int root() {
        return root;
    }

    void setRoot(int node) {
        root = node;
    }

    int kind(int node) {
        return nodes[node * STRIDE] & KIND;
    }

    int flags(int node) {
        return nodes[node * STRIDE];
    }

    public boolean isNull(int node) {
        return kind(node) == KIND_NULL;
    }

    public boolean isText(int node) {
        return kind(node) == KIND_TEXT;
    }

    public boolean isNumber(int node) {
        return kind(node) == KIND_NUMBER;
    }

    public boolean isObject(int node) {
        return kind(node) == KIND_OBJECT;
    }

    public boolean isArray(int node) {
        return kind(node) == KIND_ARRAY;
    }

    /** Whether Jolt would see a list. */
    boolean isList(int node) {
        return (nodes[node * STRIDE] & (KIND | SORTED)) == KIND_ARRAY;
    }

    /** Members of an object, items of an array. */
    public int count(int container) {
        return nodes[container * STRIDE + 2];
    }

    // ---- scalars

    int offset(int scalar) {
        return nodes[scalar * STRIDE + 1];
    }

    int length(int scalar) {
        return nodes[scalar * STRIDE + 2];
    }

    int newText(int offset, int length, int escaped) {
        return newNode(KIND_TEXT | escaped, offset, length, 0);
    }

    int newNumber(int offset, int length) {
        return newNode(KIND_NUMBER, offset, length, 0);
    }

    /** A new text node. */
    public int newText(String text) {
        var escaped = escaped(text);
        int offset = append(escaped);
        return newText(offset, byteCount - offset, escaped.indexOf('\\') < 0 ? 0 : ESCAPED);
    }

    int newInt(int number) {
        return newMade(MADE_INT, Integer.toString(number));
    }

    public int newLong(long number) {
        return newMade(MADE_LONG, Long.toString(number));
    }

    /** A whole number; its digits tell its Java type. */
    int newWhole(String digits) {
        return newMade(0, digits);
    }

    /** What JSON can't write becomes a text, as Jackson has it. */
    int newDouble(double number) {
        return newMade(MADE_DOUBLE, Double.toString(number));
    }

    /** A number with all its digits, those after the point that are zero too; an exponent is written out. */
    public int newDecimal(BigDecimal number) {
        return newMade(0, number.toPlainString());
    }

    private int newMade(int type, String digits) {
        int offset = append(digits);
        return newNode(KIND_NUMBER | type, offset, byteCount - offset, 0);
    }

    /** A text node for a name; takes no bytes. */
    public int nameAsText(int name) {
        int offset = nameTable.offset(name);
        int length = nameTable.length(name);
        countText(length);
        return newText(offset, length, indexOf((byte) '\\', offset, length) < 0 ? 0 : ESCAPED);
    }

    /** What a text node says. */
    public String text(int node) {
        countText(length(node));
        return nodes[node * STRIDE] == KIND_TEXT
                ? slice(offset(node), length(node))
                : JsonText.unescaped(slice(offset(node), length(node)));
    }

    /** The digits of a number node, as JSON has them or as Java writes the number that an operation made. */
    public String digits(int number) {
        return slice(offset(number), length(number));
    }

    String slice(int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    private int indexOf(byte wanted, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** A scalar as JSON. */
    String json(int scalar) {
        return switch (kind(scalar)) {
            case KIND_TEXT -> '"' + slice(offset(scalar), length(scalar)) + '"';
            case KIND_NUMBER -> slice(offset(scalar), length(scalar));
            case KIND_TRUE -> "true";
            case KIND_FALSE -> "false";
            default -> "null";
        };
    }

    /** A node of its own for null, true and false, which otherwise are the same everywhere. */
    int distinct(int scalar) {
        return scalar < FIRST ? newNode(kind(scalar), 0, 0, 0) : scalar;
    }

    /** A node of its own that looks the same; null for a container and for nothing. */
    int copyOfScalar(int node) {
        if (node == ABSENT || isObject(node) || isArray(node)) {
            return newNode(KIND_NULL, 0, 0, 0);
        }
        int base = node * STRIDE;
        return newNode(nodes[base], nodes[base + 1], nodes[base + 2], 0);
    }

    // ---- names

    public Names names() {
        return names;
    }

    /** The name in a slice of JSON text that is escaped only where it must be; -1 if nothing has it yet. */
    int findName(int offset, int length) {
        return nameTable.find(bytes, offset, length);
    }

    /** As {@link #findName(int, int)}, for a name whose hash is known. */
    int findName(int offset, int length, int hash) {
        return nameTable.find(bytes, offset, length, hash);
    }

    int internName(int offset, int length) {
        int name = nameTable.find(bytes, offset, length);
        return name >= 0 ? name : addName(offset, length);
    }

    private int addName(int offset, int length) {
        if (nameTable.count() - names.size() >= budget.nodes()) {
            throw RunFailed.tooManyNames(budget.nodes());
        }
        return nameTable.add(bytes, offset, length);
    }

    /** A name by what it says. */
    public int internName(String text) {
        countText(text.length());
        int offset = append(escaped(text));
        int length = byteCount - offset;
        int name = nameTable.find(bytes, offset, length);
        if (name >= 0) {
            byteCount = offset;
            return name;
        }
        return addName(offset, length);
    }

    /** The name that a text node says. */
    int textAsName(int node) {
        int base = node * STRIDE;
        int cached = nodes[base + 3];
        if (cached == 0) {
            cached = 1
                    + (nodes[base] == KIND_TEXT
                            ? internName(nodes[base + 1], nodes[base + 2])
                            : internName(text(node)));
            nodes[base + 3] = cached;
        }
        return cached - 1;
    }

    int nameOffset(int name) {
        return nameTable.offset(name);
    }

    int nameLength(int name) {
        return nameTable.length(name);
    }

    /** What a name says. */
    public String nameText(int name) {
        if (name < names.size()) {
            return names.text(name);
        }
        int length = nameTable.length(name);
        countText(length);
        return JsonText.unescaped(slice(nameTable.offset(name), length));
    }

    // ---- objects: cells hold name and value of each member in order; before them what names there can be, and
    // the place of their index, if any

    public int newObject() {
        return newObject(4);
    }

    int newObject(int capacity) {
        return newNode(KIND_OBJECT, newMemberCells(capacity), 0, capacity);
    }

    private int newMemberCells(int capacity) {
        int start = newCells(HEAD + 2 * capacity) + HEAD;
        cells[start - 1] = 0;
        return start;
    }

    /** Of {@code count} pairs of names and values. */
    int newObject(int[] members, int from, int count, int capacity) {
        int object = newObject(capacity);
        int start = nodes[object * STRIDE + 1];
        System.arraycopy(members, from, cells, start, 2 * count);
        nodes[object * STRIDE + 2] = count;
        int marks = 0;
        for (int i = from; i < from + 2 * count; i += 2) {
            marks |= mark(members[i]);
        }
        cells[start - HEAD] = marks;
        return object;
    }

    boolean hasDistinctNames(int object) {
        newIndex(object);
        for (int i = 0; i < count(object); i++) {
            if (indexedPosition(object, nameAt(object, i)) != i) {
                return false;
            }
        }
        return true;
    }

    public int nameAt(int object, int position) {
        return cells[nodes[object * STRIDE + 1] + 2 * position];
    }

    public int valueAt(int object, int position) {
        return cells[nodes[object * STRIDE + 1] + 2 * position + 1];
    }

    void setValueAt(int object, int position, int value) {
        cells[nodes[object * STRIDE + 1] + 2 * position + 1] = value;
    }

    /** The value of a member, {@link #ABSENT} if there is none. */
    public int get(int object, int name) {
        int position = position(object, name);
        return position < 0 ? ABSENT : valueAt(object, position);
    }

    int position(int object, int name) {
        int base = object * STRIDE;
        int start = nodes[base + 1];
        int count = nodes[base + 2];
        var local = cells;
        // Most names that are asked for are either new or where they were in the object before.
        if ((local[start - HEAD] & mark(name)) == 0) {
            return -1;
        }
        int guess = lastPositions[name & LAST_POSITIONS - 1];
        if (guess < count && local[start + 2 * guess] == name) {
            return guess;
        }
        if (count > INDEXED) {
            return indexedPosition(object, name);
        }
        for (int i = 0, at = start; i < count; i++, at += 2) {
            if (local[at] == name) {
                lastPositions[name & LAST_POSITIONS - 1] = i;
                return i;
            }
        }
        return -1;
    }

    /** Sets a member; a new one comes last. */
    public void put(int object, int name, int value) {
        int position = position(object, name);
        if (position >= 0) {
            setValueAt(object, position, value);
        } else {
            append(object, name, value);
        }
    }

    /** Adds a member of a name that the object does not have. */
    void append(int object, int name, int value) {
        int base = object * STRIDE;
        int count = nodes[base + 2];
        if (count == nodes[base + 3]) {
            growObject(object);
        }
        int start = nodes[base + 1];
        int at = start + 2 * count;
        cells[at] = name;
        cells[at + 1] = value;
        cells[start - HEAD] |= mark(name);
        nodes[base + 2] = count + 1;
        int index = cells[start - 1];
        if (index > 0) {
            addToIndex(index, name, count);
        }
        if ((nodes[base] & HASHED) != 0) {
            orderByHash(object);
        }
    }

    /** Stands for a name among those that an object can have. */
    private static int mark(int name) {
        return 1 << name;
    }

    private void orderByHash(int object) {
        int start = nodes[object * STRIDE + 1];
        int count = nodes[object * STRIDE + 2];
        countConversion(count);
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < count; i++) {
            positions.put(nameText(nameAt(object, i)), i);
        }
        var members = Arrays.copyOfRange(cells, start, start + 2 * count);
        int at = start;
        for (int position : positions.values()) {
            cells[at++] = members[2 * position];
            cells[at++] = members[2 * position + 1];
        }
        cells[start - 1] = 0;
    }

    private void growObject(int object) {
        int base = object * STRIDE;
        int capacity = Math.max(4, 2 * nodes[base + 3]);
        int start = newMemberCells(capacity);
        int former = nodes[base + 1];
        cells[start - HEAD] = cells[former - HEAD];
        System.arraycopy(cells, former, cells, start, 2 * nodes[base + 2]);
        nodes[base + 1] = start;
        nodes[base + 3] = capacity;
    }

    /** Removes a member; the others keep their order. */
    public void remove(int object, int name) {
        int position = position(object, name);
        if (position >= 0) {
            int base = object * STRIDE;
            int at = nodes[base + 1] + 2 * position;
            int end = nodes[base + 1] + 2 * nodes[base + 2];
            System.arraycopy(cells, at + 2, cells, at, end - at - 2);
            nodes[base + 2]--;
            makeIndexStale(nodes[base + 1]);
        }
    }

    /** Throws {@link RunFailed} if a rule has given or taken members while the object's rules were at work. */
    void checkUnchanged(int object, int count) {
        if (count(object) != count) {
            throw RunFailed.transform("A rule writes into the object that it reads. Let it write somewhere else.");
        }
    }

    /** Keeps only the members that are marked, in their order. */
    void retain(int object, boolean[] kept) {
        int base = object * STRIDE;
        int start = nodes[base + 1];
        int count = nodes[base + 2];
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (kept[i]) {
                cells[start + 2 * left] = cells[start + 2 * i];
                cells[start + 2 * left + 1] = cells[start + 2 * i + 1];
                left++;
            }
        }
        nodes[base + 2] = left;
        makeIndexStale(start);
    }

    /** The place of an index that is out of date is kept below 0, for the next one. */
    private void makeIndexStale(int start) {
        cells[start - 1] = -Math.abs(cells[start - 1]);
    }

    private int indexedPosition(int object, int name) {
        int start = nodes[object * STRIDE + 1];
        int index = cells[start - 1];
        if (index <= 0) {
            index = newIndex(object);
            start = nodes[object * STRIDE + 1];
        }
        int mask = cells[index] - 1;
        for (int slot = NameTable.spread(name) & mask; ; slot = (slot + 1) & mask) {
            int position = cells[index + 1 + slot] - 1;
            if (position < 0 || cells[start + 2 * position] == name) {
                return position;
            }
        }
    }

    /** An open-addressed table: its size, then one more than the position of a member, or 0. */
    private int newIndex(int object) {
        int base = object * STRIDE;
        int size = Integer.highestOneBit(nodes[base + 3]) * 4;
        int stale = -cells[nodes[base + 1] - 1];
        int index = stale;
        if (stale > 0 && cells[stale] == size) {
            countConversion(nodes[base + 2]);
        } else {
            index = newCells(size + 1);
        }
        Arrays.fill(cells, index + 1, index + 1 + size, 0);
        cells[index] = size;
        cells[nodes[base + 1] - 1] = index;
        for (int i = 0; i < nodes[base + 2]; i++) {
            addToIndex(index, nameAt(object, i), i);
        }
        return index;
    }

    private void addToIndex(int index, int name, int position) {
        int mask = cells[index] - 1;
        int slot = NameTable.spread(name) & mask;
        while (cells[index + 1 + slot] != 0) {
            slot = (slot + 1) & mask;
        }
        cells[index + 1 + slot] = position + 1;
    }

    // ---- arrays

    public int newArray() {
        return newArray(4);
    }

    int newArray(int capacity) {
        return newNode(KIND_ARRAY, newCells(capacity), 0, capacity);
    }

    int newArray(int[] items, int from, int count) {
        int array = newArray(count);
        System.arraycopy(items, from, cells, nodes[array * STRIDE + 1], count);
        nodes[array * STRIDE + 2] = count;
        return array;
    }

    public int itemAt(int array, int position) {
        return cells[nodes[array * STRIDE + 1] + position];
    }

    void setItemAt(int array, int position, int value) {
        cells[nodes[array * STRIDE + 1] + position] = value;
    }

    public void add(int array, int value) {
        int base = array * STRIDE;
        int count = nodes[base + 2];
        if (count == nodes[base + 3]) {
            reserve(array, count + 1);
        }
        cells[nodes[base + 1] + count] = value;
        nodes[base + 2] = count + 1;
    }

    void addAll(int array, int other) {
        for (int i = 0; i < count(other); i++) {
            add(array, itemAt(other, i));
        }
    }

    /** Makes the array at least this long; what is new is null. */
    void expand(int array, int count) {
        if (count < 0) {
            // One more than the largest index that there is.
            throw RunFailed.tooManyItems(budget.cells());
        }
        int base = array * STRIDE;
        int old = nodes[base + 2];
        if (count <= old) {
            return;
        }
        if (count > nodes[base + 3]) {
            reserve(array, count);
        }
        Arrays.fill(cells, nodes[base + 1] + old, nodes[base + 1] + count, NULL);
        nodes[base + 2] = count;
    }

    void retainItems(int array, boolean[] kept) {
        int base = array * STRIDE;
        int start = nodes[base + 1];
        int left = 0;
        for (int i = 0; i < nodes[base + 2]; i++) {
            if (kept[i]) {
                cells[start + left++] = cells[start + i];
            }
        }
        nodes[base + 2] = left;
    }

    private void reserve(int array, int count) {
        int base = array * STRIDE;
        int capacity = Math.max(4, Math.max(count, 2 * nodes[base + 3]));
        int start = newCells(capacity);
        System.arraycopy(cells, nodes[base + 1], cells, start, nodes[base + 2]);
        nodes[base + 1] = start;
        nodes[base + 3] = capacity;
    }

    void setFlag(int node, int flag) {
        nodes[node * STRIDE] |= flag;
    }

    // ---- storage

    private int newNode(int kind, int first, int second, int third) {
        int node = nodeCount;
        if (node >= budget.nodes()) {
            throw RunFailed.tooManyValues(budget.nodes());
        }
        int base = node * STRIDE;
        if (base == nodes.length) {
            nodes = Arrays.copyOf(nodes, grown(base, base + STRIDE));
        }
        nodeCount = node + 1;
        nodes[base] = kind;
        nodes[base + 1] = first;
        nodes[base + 2] = second;
        nodes[base + 3] = third;
        return node;
    }

    private int newCells(int count) {
        int start = cellCount;
        long needed = start + Math.max(1L, count);
        if (needed > budget.cells()) {
            throw RunFailed.tooManyItems(budget.cells());
        }
        if (needed > cells.length) {
            cells = Arrays.copyOf(cells, grown(cells.length, needed));
        }
        cellCount = start + count;
        // An object's first cell tells its names.
        cells[start] = 0;
        return start;
    }

    private String escaped(String text) {
        if (text.length() > LONG_TEXT) {
            checkTextLength(byteCount + JsonText.escapedLength(text));
        }
        return JsonText.escaped(text);
    }

    /** Text that an operation makes; returns where it begins, it ends at the end of the bytes. */
    private int append(String json) {
        int start = byteCount;
        int length = json.length();
        ensureBytes(start + 3L * length);
        for (int i = 0; i < length; i++) {
            char character = json.charAt(i);
            if (character >= 0x80) {
                var encoded = json.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, bytes, start, encoded.length);
                byteCount = start + encoded.length;
                return start;
            }
            bytes[start + i] = (byte) character;
        }
        byteCount = start + length;
        return start;
    }

    private void ensureBytes(long count) {
        checkTextLength(count);
        if (count + PADDING > bytes.length) {
            bytes = Arrays.copyOf(bytes, grown(bytes.length, count + PADDING));
        }
    }

    private static int grown(int length, long needed) {
        return (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 8L, 2L * length));
    }

    /** Throws {@link RunFailed} if a way through the values is deeper than any that makes sense. */
    public void checkDepth(int depth) {
        if (depth > DEPTH) {
            throw RunFailed.tooDeep(DEPTH);
        }
    }

    /** Throws {@link RunFailed} if there are more entries than there can be values. */
    public void checkCount(int entries) {
        if (entries > budget.nodes()) {
            throw RunFailed.tooManyValues(budget.nodes());
        }
    }

    /** Counts a look at a value, which may be one of many looks at the same. */
    public void countVisit() {
        countConversion(1);
    }

    /** Counts what takes as long as so many looks at a value. */
    public void countVisits(int count) {
        countConversion(count);
    }

    /** Counts what is taken out of this store, which can be much more than is in it. */
    void countConversion(int work) {
        conversions += work;
        if (conversions > budget.steps()) {
            throw RunFailed.tooManySteps(budget.steps());
        }
    }

    /** Begins to count what is taken out to be held all at once. */
    void beginConversion() {
        converted = 0;
    }

    /** Counts a value that is taken out, of so many bytes. */
    void countConverted(int length) {
        countConversion(1);
        converted += 1 + length / TEXT_UNIT;
        if (converted > budget.converted()) {
            throw RunFailed.tooManyAtOnce(budget.converted());
        }
    }

    private void countText(int length) {
        countConversion(length / TEXT_UNIT);
    }

    void checkTextLength(long length) {
        if (length > budget.bytes()) {
            throw RunFailed.tooMuchText(budget.bytes());
        }
    }

    @Override
    public String toString() {
        return "Document of %d nodes".formatted(nodeCount - FIRST);
    }

    /** The value as maps, lists, texts, numbers and booleans; null also for {@link #ABSENT}. */
    public @Nullable Object toJava(int node) {
        beginConversion();
        return JavaValues.of(this, node);
    }
}
