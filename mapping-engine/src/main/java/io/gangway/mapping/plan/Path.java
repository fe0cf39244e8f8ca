package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path that is followed from a value, to read or to write there. */
final class Path {
    /** In place of a key, or of levels. */
    static final int NONE = -1;
    /** Room for the members of a new object, of which more than a few are likely. */
    private static final int MEMBERS = 8;

    private static final int MEMBER = 0;
    private static final int ITEM = 1;
    private static final int APPEND = 2;

    private final int[] kinds;
    private final PathKey[] keys;
    /** The keys that the spec states; NONE for those that depend on the walk. */
    private final int[] fixed;

    /** How many levels up the index of an array is that becomes the key; NONE if it is anything else. */
    private final int[] levelsUp;

    private final boolean depends;
    /**
     * The place of the key that is the index of an item, as in {@code events[&1].place.city}, if all others are stated,
     * those before it are names, and there are some behind it; NONE otherwise.
     */
    private final int itemKey;

    private Path(int[] kinds, PathKey[] keys) {
        this.kinds = kinds;
        this.keys = keys;
        this.fixed = new int[keys.length];
        this.levelsUp = new int[keys.length];
        boolean dependent = false;
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = keys[i] instanceof PathKey.Fixed(var key) ? key : NONE;
            dependent |= fixed[i] == NONE;
            levelsUp[i] = keys[i] instanceof PathKey.MatchedIndex(var reference) && reference.group() == 0
                    ? reference.level()
                    : NONE;
        }
        this.depends = dependent;
        this.itemKey = itemKey(kinds, fixed, levelsUp);
    }

    private static int itemKey(int[] kinds, int[] fixed, int[] levelsUp) {
        int item = 0;
        while (item < fixed.length && kinds[item] == MEMBER && fixed[item] != NONE) {
            item++;
        }
        boolean only = item < fixed.length - 1 && kinds[item] == ITEM && levelsUp[item] != NONE;
        for (int i = item + 1; i < fixed.length; i++) {
            only &= fixed[i] != NONE;
        }
        return only ? item : NONE;
    }

    static Path of(List<SpecKey> spec, Names.Builder names) {
        var kinds = new int[spec.size()];
        var keys = new PathKey[spec.size()];
        for (int i = 0; i < kinds.length; i++) {
            var canonical = spec.get(i).canonical();
            // So that even an escaped "[0]" is an index, as it is for Jolt.
            kinds[i] = canonical.equals("[]")
                    ? APPEND
                    : canonical.startsWith("[") && canonical.endsWith("]") ? ITEM : MEMBER;
            keys[i] = PathKey.of(spec.get(i), kinds[i] == MEMBER, names);
        }
        return new Path(kinds, keys);
    }

    /** {@link Document#ABSENT} if there is nothing. */
    int read(Run run, int from) {
        var document = run.document();
        run.steps(fixed.length);
        int base = run.keyCount;
        if (depends && !evaluate(run)) {
            return Document.ABSENT;
        }
        int value = from;
        for (int i = 0; i < fixed.length && value != Document.ABSENT; i++) {
            int key = fixed[i] == NONE ? run.keys[base + i] : fixed[i];
            if (kinds[i] == MEMBER) {
                value = document.isObject(value) ? document.get(value, key) : Document.ABSENT;
            } else {
                value = kinds[i] == ITEM && document.isList(value) && isItem(document, value, key)
                        ? document.itemAt(value, key)
                        : Document.ABSENT;
            }
        }
        return value;
    }

    /** Sets a value as a shift does: beside one that is there already, both become an array. */
    void write(Run run, int holder, int value) {
        run.steps(fixed.length);
        int item = itemKey == NONE ? Document.ABSENT : item(run, holder, levelsUp[itemKey]);
        if (item != Document.ABSENT) {
            follow(run, run.keyCount, itemKey + 1, item, value);
        } else if (!depends || evaluate(run)) {
            follow(run, run.keyCount, 0, holder, value);
        }
    }

    /**
     * As {@link #write}, for a walk that has not gone down to the value, which most paths do not look at. Does nothing and
     * returns false if this one does.
     */
    boolean writeFromAbove(Run run, int holder, int value) {
        if (!depends) {
            run.steps(fixed.length);
            follow(run, run.keyCount, 0, holder, value);
            return true;
        }
        if (itemKey == NONE || levelsUp[itemKey] == 0 || !run.walk.reaches(levelsUp[itemKey] - 1)) {
            return false;
        }
        int item = item(run, holder, levelsUp[itemKey] - 1);
        if (item == Document.ABSENT) {
            return false;
        }
        run.steps(fixed.length);
        follow(run, run.keyCount, itemKey + 1, item, value);
        return true;
    }

    /** The object that the path's first keys lead to, if there is one already, as for all values of an item but the first. */
    private int item(Run run, int holder, int level) {
        int matched = run.walk.key(level);
        if (run.isLastItem(matched, fixed, itemKey)) {
            return run.lastItem();
        }
        var document = run.document();
        int container = holder;
        for (int i = 0; i < itemKey; i++) {
            container = document.isObject(container) ? document.get(container, fixed[i]) : Document.ABSENT;
            if (container == Document.ABSENT) {
                return Document.ABSENT;
            }
        }
        if (Walk.isIndex(matched) && document.isList(container) && Walk.index(matched) < document.count(container)) {
            int item = document.itemAt(container, Walk.index(matched));
            if (document.isObject(item)) {
                run.keepItem(item, matched, fixed, itemKey);
                return item;
            }
        }
        return Document.ABSENT;
    }

    int length() {
        return fixed.length;
    }

    boolean isMember(int key) {
        return kinds[key] == MEMBER;
    }

    /** Whether it is the end of an array. */
    boolean isAppend(int key) {
        return kinds[key] == APPEND;
    }

    /** The name or index that the spec states; {@link #NONE} if it depends on the walk. */
    int fixed(int key) {
        return fixed[key];
    }

    /** How many levels up the index of an array is that becomes the key; {@link #NONE} if it is anything else. */
    int levelsUp(int key) {
        return levelsUp[key];
    }

    /** Whether it goes from member to member, by names that the spec states. */
    boolean isOfMembers() {
        for (int i = 0; i < fixed.length; i++) {
            if (kinds[i] != MEMBER || fixed[i] == NONE) {
                return false;
            }
        }
        return true;
    }

    private void follow(Run run, int base, int from, int holder, int value) {
        var document = run.document();
        int container = holder;
        int last = fixed.length - 1;
        for (int i = from; i <= last; i++) {
            int key = fixed[i] == NONE ? run.keys[base + i] : fixed[i];
            int kind = kinds[i];
            int found = Document.ABSENT;
            if (kind == MEMBER) {
                if (!document.isObject(container)) {
                    return;
                }
                found = document.get(container, key);
            } else {
                if (!document.isList(container)) {
                    return;
                }
                if (kind == ITEM && isItem(document, container, key)) {
                    found = document.itemAt(container, key);
                }
            }
            if (i == last) {
                set(run, kind, container, key, found, value);
                return;
            }
            if (found == Document.ABSENT || document.isNull(found)) {
                int made = kinds[i + 1] == MEMBER ? document.newObject(MEMBERS) : document.newArray();
                overwrite(run, kind, container, key, found, made);
                found = made;
            }
            container = found;
        }
    }

    private static boolean isItem(Document document, int array, int index) {
        if (index < 0) {
            throw RunFailed.transform("A name in escaped brackets is not an index of an array. Leave its escapes out.");
        }
        return index < document.count(array);
    }

    private static void set(Run run, int kind, int container, int key, int found, int value) {
        var document = run.document();
        if (found == Document.ABSENT || document.isNull(found)) {
            overwrite(run, kind, container, key, found, value);
        } else if (document.isList(found)) {
            document.add(found, value);
            run.wrote(found, value);
        } else {
            int both = document.newArray();
            document.add(both, found);
            document.add(both, value);
            overwrite(run, kind, container, key, found, both);
            run.wrote(both, value);
        }
    }

    private static void overwrite(Run run, int kind, int container, int key, int found, int value) {
        var document = run.document();
        if (kind == MEMBER) {
            if (found == Document.ABSENT) {
                document.append(container, key, value);
            } else {
                document.put(container, key, value);
                run.forgetItem();
            }
        } else if (kind == ITEM) {
            run.forgetItem();
            document.expand(container, key + 1);
            document.setItemAt(container, key, value);
        } else {
            document.add(container, value);
        }
        run.wrote(container, value);
    }

    /** Puts the keys that depend on the walk behind those of the run; false if one of them names nothing. */
    private boolean evaluate(Run run) {
        // A key can be looked up by a path of its own, whose keys come behind these.
        int base = run.reserve(keys.length);
        boolean all = true;
        for (int i = 0; i < keys.length && all; i++) {
            if (fixed[i] == NONE) {
                int key = evaluate(run, i);
                run.keys[base + i] = key;
                all = key != NONE;
            }
        }
        run.keyCount = base;
        return all;
    }

    private int evaluate(Run run, int i) {
        if (levelsUp[i] != NONE) {
            // By far the most frequent key of a shift, without a call by interface.
            int matched = run.walk.key(levelsUp[i]);
            if (Walk.isIndex(matched)) {
                return Walk.index(matched);
            }
        }
        return keys[i].evaluate(run);
    }

    /** The path's keys, as they are written, for whoever wants to know what it reads. */
    static @Nullable String nameOf(SpecKey key) {
        return switch (key) {
            case SpecKey.Literal literal -> literal.name();
            case SpecKey.Position position -> position.digits();
            default -> null;
        };
    }
}
