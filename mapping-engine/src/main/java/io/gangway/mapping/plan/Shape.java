package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

    private @Nullable Shape[] byName = {};
    private @Nullable Shape[] byIndex = {};
    private @Nullable Shape any;

    private Shape() {}

    /** Null if the mapping does not look at it; a name below 0 is one that the mapping does not mention. */
    @Nullable
    Shape member(int name) {
        return name >= 0 && name < byName.length ? byName[name] : any;
    }

    @Nullable
    Shape item(int position) {
        return position < byIndex.length ? byIndex[position] : any;
    }

    boolean wantsUnmentioned() {
        return any != null;
    }

    /** Collects what the rules of a mapping look at. */
    static final class Builder {
        private static final int INDEXES = 1000;

        private final Map<String, Builder> members = new HashMap<>();
        private @Nullable Builder any;
        private boolean all;

        /** Of a member, or of the item if the name is its index. */
        Builder member(String name) {
            if (indexOf(name) >= INDEXES) {
                any().all();
            }
            return members.computeIfAbsent(name, unknown -> new Builder());
        }

        /** Members and items that no rule names. */
        Builder any() {
            if (any == null) {
                any = new Builder();
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
            int mentioned = 0;
            for (var name : members.keySet()) {
                mentioned = Math.max(mentioned, names.id(name) + 1);
            }
            shape.byName = new @Nullable Shape[mentioned];
            Arrays.fill(shape.byName, shape.any);
            shape.byIndex = new @Nullable Shape[indexes()];
            Arrays.fill(shape.byIndex, shape.any);
            members.forEach((name, member) -> {
                if (wild != null) {
                    member.include(wild);
                }
                var built = member.build(names);
                shape.byName[names.id(name)] = built;
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
                return Integer.parseInt(name);
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
