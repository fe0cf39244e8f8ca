package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root to the value that a rule is at: on each level the value, and the key that led there. A key is a
 * name, or, below 0, {@link #ofIndex one less than the negative of an index}.
 */
final class Walk {
    static final int NO_SIZE = -1;

    private int[] values = new int[32];
    private int[] matches = new int[32];
    private int depth;

    private int[] keys = new int[32];
    private int[] counts = new int[32];
    private int[] sizes = new int[32];
    private @Nullable List<String>[] groups = newGroups(32);
    private int matchCount;

    void begin(int root, int rootName) {
        depth = 0;
        matchCount = 0;
        down(root, rootName, null, NO_SIZE);
    }

    static int ofIndex(int index) {
        return -1 - index;
    }

    static boolean isIndex(int key) {
        return key < 0;
    }

    static int index(int key) {
        return -1 - key;
    }

    /** Goes to a value by a key that matched; {@code size} is that of the array above, if a rule asked for it. */
    void down(int value, int key, @Nullable List<String> matched, int size) {
        int match = matchCount++;
        if (match == keys.length) {
            keys = Arrays.copyOf(keys, 2 * match);
            counts = Arrays.copyOf(counts, 2 * match);
            sizes = Arrays.copyOf(sizes, 2 * match);
            groups = Arrays.copyOf(groups, 2 * match);
        }
        keys[match] = key;
        counts[match] = 0;
        sizes[match] = size;
        if (matched != groups[match]) {
            groups[match] = matched;
        }
        push(value, match);
    }

    /** Goes to a value, but keeps the key of the level above. */
    void downAlike(int value) {
        push(value, matches[depth - 1]);
    }

    private void push(int value, int match) {
        if (depth == values.length) {
            values = Arrays.copyOf(values, 2 * depth);
            matches = Arrays.copyOf(matches, 2 * depth);
        }
        values[depth] = value;
        matches[depth++] = match;
    }

    void up() {
        depth--;
        matchCount = matches[depth - 1] + 1;
    }

    /** Counts a match below the present level. */
    void countMatch() {
        counts[matches[depth - 1]]++;
    }

    /** The value so many levels up. */
    int value(int levelsUp) {
        return values[at(levelsUp)];
    }

    int key(int levelsUp) {
        return keys[matches[at(levelsUp)]];
    }

    boolean reaches(int levelsUp) {
        return levelsUp < depth;
    }

    int matchesBelow(int levelsUp) {
        return counts[matches[at(levelsUp)]];
    }

    int size() {
        return sizes[matches[depth - 1]];
    }

    /** A part of a key that a star stood for. */
    String group(int levelsUp, int group) {
        var found = groups[matches[at(levelsUp)]];
        if (found == null || group > found.size()) {
            throw RunFailed.transform(
                    "A reference asks for group %d of a name that matched %s. Check the second number of '&(…)' or '$(…)'."
                            .formatted(group, found == null ? "without stars" : "%d stars".formatted(found.size())));
        }
        return found.get(group - 1);
    }

    private int at(int levelsUp) {
        if (levelsUp >= depth) {
            throw RunFailed.transform(
                    "A reference goes %d levels up, but there are only %d. Check the numbers of '&', '$' and '@'."
                            .formatted(levelsUp, depth - 1));
        }
        return depth - 1 - levelsUp;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // There are no arrays of generic types.
    private static @Nullable List<String>[] newGroups(int size) {
        return new List[size];
    }
}
