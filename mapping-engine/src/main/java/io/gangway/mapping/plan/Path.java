package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path that is followed from a value, to read or to write there. */
final class Path {
    private static final int NONE = -1;

    private enum Kind {
        MEMBER,
        ITEM,
        APPEND
    }

    private final Kind[] kinds;
    private final PathKey[] keys;

    private Path(Kind[] kinds, PathKey[] keys) {
        this.kinds = kinds;
        this.keys = keys;
    }

    static Path of(List<SpecKey> spec, Names.Builder names) {
        var kinds = new Kind[spec.size()];
        var keys = new PathKey[spec.size()];
        for (int i = 0; i < kinds.length; i++) {
            var canonical = spec.get(i).canonical();
            // So that even an escaped "[0]" is an index, as it is for Jolt.
            kinds[i] = canonical.equals("[]")
                    ? Kind.APPEND
                    : canonical.startsWith("[") && canonical.endsWith("]") ? Kind.ITEM : Kind.MEMBER;
            keys[i] = PathKey.of(spec.get(i), kinds[i] == Kind.MEMBER, names);
        }
        return new Path(kinds, keys);
    }

    /** {@link Document#ABSENT} if there is nothing. */
    int read(Run run, int from) {
        var document = run.document();
        int base = evaluate(run);
        if (base == NONE) {
            return Document.ABSENT;
        }
        run.keyCount = base;
        int value = from;
        for (int i = 0; i < keys.length; i++) {
            int key = run.keys[base + i];
            if (kinds[i] == Kind.MEMBER) {
                value = document.isObject(value) ? document.get(value, key) : Document.ABSENT;
            } else {
                value = kinds[i] == Kind.ITEM && document.isList(value) && isItem(document, value, key)
                        ? document.itemAt(value, key)
                        : Document.ABSENT;
            }
            if (value == Document.ABSENT) {
                return value;
            }
        }
        return value;
    }

    /** Sets a value as a shift does: beside one that is there already, both become an array. */
    void write(Run run, int holder, int value) {
        int base = evaluate(run);
        if (base != NONE) {
            run.keyCount = base;
            follow(run.document(), run.keys, base, holder, value);
        }
    }

    private void follow(Document document, int[] evaluated, int base, int holder, int value) {
        int container = holder;
        int last = kinds.length - 1;
        for (int i = 0; i <= last; i++) {
            int key = evaluated[base + i];
            int found = Document.ABSENT;
            if (kinds[i] == Kind.MEMBER) {
                if (!document.isObject(container)) {
                    return;
                }
                found = document.get(container, key);
            } else {
                if (!document.isList(container)) {
                    return;
                }
                if (kinds[i] == Kind.ITEM && isItem(document, container, key)) {
                    found = document.itemAt(container, key);
                }
            }
            if (i == last) {
                set(document, kinds[i], container, key, found, value);
                return;
            }
            if (found == Document.ABSENT || document.isNull(found)) {
                found = kinds[i + 1] == Kind.MEMBER ? document.newObject() : document.newArray();
                overwrite(document, kinds[i], container, key, found);
            }
            container = found;
        }
    }

    private static boolean isItem(Document document, int array, int index) {
        if (index == PathKey.NoIndex.INDEX) {
            throw RunFailed.transform("A name in escaped brackets is no index of an array. Leave its escapes out.");
        }
        return index < document.count(array);
    }

    private static void set(Document document, Kind kind, int container, int key, int found, int value) {
        if (found == Document.ABSENT || document.isNull(found)) {
            overwrite(document, kind, container, key, value);
        } else if (document.isList(found)) {
            document.add(found, value);
        } else {
            int both = document.newArray();
            document.add(both, found);
            document.add(both, value);
            overwrite(document, kind, container, key, both);
        }
    }

    private static void overwrite(Document document, Kind kind, int container, int key, int value) {
        switch (kind) {
            case MEMBER -> document.put(container, key, value);
            case ITEM -> {
                document.expand(container, key + 1);
                document.setItemAt(container, key, value);
            }
            case APPEND -> document.add(container, value);
        }
    }

    /** Where in the run's keys those of this path begin; NONE if one of them names nothing. */
    private int evaluate(Run run) {
        int base = run.keyCount;
        if (base + keys.length > run.keys.length) {
            run.keys = java.util.Arrays.copyOf(run.keys, 2 * (base + keys.length));
        }
        run.keyCount = base + keys.length;
        run.steps(keys.length);
        for (int i = 0; i < keys.length; i++) {
            int key = keys[i].evaluate(run);
            if (key < 0) {
                run.keyCount = base;
                return NONE;
            }
            run.keys[base + i] = key;
        }
        return base;
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
