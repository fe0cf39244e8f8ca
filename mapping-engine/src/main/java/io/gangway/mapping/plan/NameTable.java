package io.gangway.mapping.plan;

import java.security.SecureRandom;
import java.util.Arrays;

/** Numbers for names: the ones that the mapping mentions, then the ones of the payload. */
final class NameTable {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** Of this process alone, so that no payload can be made of names that all fall together. */
    private static final long SEED = new SecureRandom().nextLong();

    private Names names = new Names.Builder().build();
    private int[] offsets = new int[64];
    private int[] lengths = new int[64];
    private int[] hashes = new int[64];
    /** One more than a name, or 0. */
    private int[] slots = new int[256];

    private int mentioned;
    private int count;

    void begin(Names next) {
        if (names == next) {
            forgetPayload();
            return;
        }
        names = next;
        count = 0;
        Arrays.fill(slots, 0);
        mentioned = next.size();
        for (int name = 0; name < mentioned; name++) {
            add(next.bytes(), next.offset(name), next.length(name));
        }
    }

    private void forgetPayload() {
        // In the reverse order, so that no name is left behind a slot that was emptied before.
        for (int name = count - 1; name >= mentioned; name--) {
            int mask = slots.length - 1;
            int slot = hashes[name] & mask;
            while (slots[slot] != name + 1) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = 0;
        }
        count = mentioned;
    }

    long size() {
        return 4L * (offsets.length + lengths.length + hashes.length + slots.length);
    }

    int count() {
        return count;
    }

    int offset(int name) {
        return offsets[name];
    }

    int length(int name) {
        return lengths[name];
    }

    /** -1 if the name has no number. */
    int find(byte[] bytes, int offset, int length) {
        return find(bytes, offset, length, hash(bytes, offset, length));
    }

    int find(byte[] bytes, int offset, int length, int hash) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int name = slots[slot] - 1;
            if (name < 0) {
                return -1;
            }
            if (hashes[name] == hash && lengths[name] == length && Bytes.equal(bytes, offsets[name], offset, length)) {
                return name;
            }
        }
    }

    int add(byte[] bytes, int offset, int length) {
        int name = count;
        if (name == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * name);
            lengths = Arrays.copyOf(lengths, 2 * name);
            hashes = Arrays.copyOf(hashes, 2 * name);
        }
        offsets[name] = offset;
        lengths[name] = length;
        hashes[name] = hash(bytes, offset, length);
        count = name + 1;
        if (4 * count > 3 * slots.length) {
            slots = new int[2 * slots.length];
            for (int known = 0; known < count; known++) {
                enter(known);
            }
        } else {
            enter(name);
        }
        return name;
    }

    private void enter(int name) {
        int mask = slots.length - 1;
        int slot = hashes[name] & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = name + 1;
    }

    /** Needs {@link Document#PADDING} bytes after the last one. */
    static int hash(byte[] bytes, int offset, int length) {
        long hash = SEED;
        int end = offset + length;
        int at = offset;
        for (; at + 8 <= end; at += 8) {
            hash = mixed(hash ^ Bytes.eight(bytes, at));
        }
        if (at < end) {
            hash = mixed(hash ^ Bytes.fewer(bytes, at, end - at));
        }
        return folded(hash);
    }

    static long firstHash() {
        return SEED;
    }

    static int folded(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    static int spread(int name) {
        return (int) mixed(name ^ SEED);
    }

    /** Both halves of the product, for in the lower one alone the upper bits of a name would change little. */
    static long mixed(long value) {
        return Math.multiplyHigh(value, FACTOR) ^ value * FACTOR;
    }
}
