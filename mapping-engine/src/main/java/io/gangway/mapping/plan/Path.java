package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path that is followed from a value, to read or to write there. */
final class Path {
    private static final int NONE = -1;
    /** Room for the members of a new object, of which more than a few are likely. */
    private static final int MEMBERS = 12;

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
    /** Whether it is that of an item by its index, as in {@code [&1].place.city}, with no other key to find. */
    private final boolean ofItem;

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
        boolean item = fixed.length > 2 && kinds[1] == ITEM && levelsUp[1] != NONE;
        for (int i = 0; i < fixed.length; i++) {
            item &= i == 1 || fixed[i] != NONE;
        }
        this.ofItem = item && kinds[0] == MEMBER;
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
        int item = ofItem ? item(run, holder) : Document.ABSENT;
        if (item != Document.ABSENT) {
            follow(run, run.keyCount, 2, item, value);
        } else if (!depends || evaluate(run)) {
            follow(run, run.keyCount, 0, holder, value);
        }
    }

    /** The object at the path's first two keys, if there is one already, as for all values of an item but the first. */
    private int item(Run run, int holder) {
        var document = run.document();
        int matched = run.walk.key(levelsUp[1]);
        int array = document.get(holder, fixed[0]);
        if (Walk.isIndex(matched) && document.isList(array) && Walk.index(matched) < document.count(array)) {
            int item = document.itemAt(array, Walk.index(matched));
            return document.isObject(item) ? item : Document.ABSENT;
        }
        return Document.ABSENT;
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
            throw RunFailed.transform("A name in escaped brackets is no index of an array. Leave its escapes out.");
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
            }
        } else if (kind == ITEM) {
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
