package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What of a payload a mapping can look at; the rest is skipped. Immutable once built.
 */
public final class Shape {
    /** All of a value. */
    static final Shape ALL = new Shape();

    static {
        ALL.any = ALL;
    }

    /** Names in order, if they lie too far apart to be indexes. */
    private int @Nullable [] sparse;

    private @Nullable Shape[] byName = {};
    private @Nullable Shape[] byIndex = {};
    private @Nullable Shape any;

    private Shape() {}

    /** Null if the mapping does not look at it; a name below 0 is one that the mapping does not mention. */
    @Nullable
    Shape member(int name) {
        if (sparse == null) {
            return name >= 0 && name < byName.length ? byName[name] : any;
        }
        int position = Arrays.binarySearch(sparse, name);
        return position < 0 ? any : byName[position];
    }

    @Nullable
    Shape item(int position) {
        return position < byIndex.length ? byIndex[position] : any;
    }

    /** Whether more than this name is kept: other digits of an index, or many indexes, are too rare to tell them apart. */
    static boolean keepsOthersOf(String name) {
        int index = Builder.indexOf(name);
        return index >= Builder.INDEXES || index >= 0 && !name.equals(Integer.toString(index));
    }

    /** All of a value if the rules look at so much that telling it apart would take too long. */
    static Shape of(Consumer<Builder> rules, Names.Builder names) {
        try {
            var root = new Builder(new Size());
            rules.accept(root);
            return root.build(names);
        } catch (TooLarge everything) {
            return ALL;
        }
    }

    /** How many shapes were asked for; rules beside a star have its shapes as well, so their number can double by level. */
    private static final class Size {
        private static final int LIMIT = 50_000;

        private int size;

        private void add(int count) {
            size += count;
            if (size > LIMIT) {
                throw new TooLarge();
            }
        }
    }

    private static final class TooLarge extends RuntimeException {
        private TooLarge() {
            super("The rules look at too many places.", null, false, false);
        }
    }

    /** Collects what the rules of a mapping look at. */
    static final class Builder {
        private static final int INDEXES = 1000;
        /** Of the range of a shape's names, so that an array of them pays. */
        private static final int DENSITY = 8;

        private final Size size;
        private final Map<String, Builder> members = new HashMap<>();
        private @Nullable Builder any;
        private boolean all;

        private Builder(Size size) {
            this.size = size;
            size.add(1);
        }

        /** For what nobody asks for. */
        Builder unused() {
            return new Builder(size);
        }

        /** Of a member, or of the item if the name is its index. */
        Builder member(String name) {
            if (keepsOthersOf(name)) {
                any().all();
            }
            return members.computeIfAbsent(name, unknown -> new Builder(size));
        }

        /** Members and items that no rule names. */
        Builder any() {
            if (any == null) {
                any = new Builder(size);
            }
            return any;
        }

        void all() {
            all = true;
        }

        Shape build(Names.Builder names) {
            if (all) {
                return ALL;
            }
            var shape = new Shape();
            var wild = any;
            shape.any = wild == null ? null : wild.build(names);
            var ids = members.keySet().stream().mapToInt(names::id).sorted().toArray();
            int mentioned = ids.length == 0 ? 0 : ids[ids.length - 1] + 1;
            if (mentioned > DENSITY * (ids.length + DENSITY)) {
                shape.sparse = ids;
            }
            int[] sparse = shape.sparse;
            shape.byName = new @Nullable Shape[sparse == null ? mentioned : ids.length];
            Arrays.fill(shape.byName, shape.any);
            int indexes = indexes();
            size.add(1 + indexes / DENSITY);
            shape.byIndex = new @Nullable Shape[indexes];
            Arrays.fill(shape.byIndex, shape.any);
            members.forEach((name, member) -> {
                if (wild != null) {
                    member.include(wild);
                }
                var built = member.build(names);
                int id = names.id(name);
                shape.byName[sparse == null ? id : Arrays.binarySearch(sparse, id)] = built;
                int index = indexOf(name);
                if (index >= 0 && index < INDEXES) {
                    shape.byIndex[index] = built;
                }
            });
            return shape;
        }

        private int indexes() {
            return members.keySet().stream()
                    .mapToInt(name -> indexOf(name) < INDEXES ? Math.max(0, indexOf(name) + 1) : 0)
                    .max()
                    .orElse(0);
        }

        private static int indexOf(String name) {
            try {
                return Math.max(-1, Integer.parseInt(name));
            } catch (NumberFormatException noIndex) {
                return -1;
            }
        }

        private void include(Builder other) {
            all |= other.all;
            var wild = other.any;
            if (wild != null) {
                any().include(wild);
            }
            other.members.forEach((name, member) -> member(name).include(member));
        }
    }
}
