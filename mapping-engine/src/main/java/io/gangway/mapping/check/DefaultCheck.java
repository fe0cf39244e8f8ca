package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecPath;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a default makes of a value. */
record DefaultCheck(Effort effort, Object step) {
    private static final String ARRAY = "[]";
    /** Of several alternatives those with fewer; {@code *} last. */
    private static final Comparator<String> FIXED_FIRST = Comparator.<String>comparingInt(
                    key -> key.startsWith("*") ? 2 : key.contains("|") ? 1 : 0)
            .thenComparingInt(key -> SpecPath.alternatives(withoutSign(key)).size())
            .thenComparing(key -> key.contains("|") ? withoutSign(key) : "");

    static Shape apply(Shape input, Map<?, ?> spec, Pointer pointer, Effort effort) {
        var check = new DefaultCheck(effort, new Object());
        var root = input.ownedBy(check.step, effort);
        if (!input.isObject()) {
            // Where there was null.
            root.becomeObject();
        }
        check.fill(root, spec, pointer);
        return root;
    }

    private void fill(Shape container, Map<?, ?> spec, Pointer pointer) {
        effort.spend(1);
        spec.keySet().stream().map(String::valueOf).sorted(FIXED_FIRST).forEach(key -> {
            var name = withoutSign(key);
            var right = spec.get(key);
            var place = pointer.child(key);
            if (name.equals("*")) {
                List.copyOf(container.names()).forEach(member -> member(container, member, right, key, place));
                items(container, right, key, place);
                if (container.others() != null) {
                    container.putOthers(filled(container.others(), right, key, place));
                }
            } else if (name.contains("|")) {
                SpecPath.alternatives(name).stream()
                        .filter(alternative -> container.known(alternative) != null)
                        .forEach(alternative -> member(container, alternative, right, key, place));
                if (container.others() != null) {
                    // Any of them may have the name of an alternative.
                    container.putOthers(
                            Shape.union(container.others(), filled(container.others(), right, key, place), effort, 0));
                }
                items(container, right, key, place);
            } else {
                fill(container, name, right, key, place);
            }
        });
    }

    private static String withoutSign(String key) {
        return key.endsWith(ARRAY) ? key.replace(ARRAY, "") : key;
    }

    private void fill(Shape container, String name, @Nullable Object right, String key, Pointer place) {
        boolean array = container.items() != null;
        if (array && !name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
            items(container, right, key, place);
        }
        if (!array || container.isObject() || container.isAnything()) {
            member(container, name, right, key, place);
        }
    }

    private void member(Shape container, String name, @Nullable Object right, String key, Pointer place) {
        var known = container.known(name);
        container.put(name, filled(known == null ? container.member(name, effort) : known, right, key, place));
    }

    /** One or all of them. */
    private void items(Shape container, @Nullable Object right, String key, Pointer place) {
        if (container.items() != null) {
            container.putItems(Shape.union(filled(container.items(), right, key, place), container.items(), effort, 0));
        }
    }

    private Shape filled(@Nullable Shape old, @Nullable Object right, String key, Pointer place) {
        if (!(right instanceof Map<?, ?> spec)) {
            var value = Shapes.of(right, place, effort);
            return old == null ? value.from(place) : Shape.union(old, value, effort, 0);
        }
        var below = old == null || old.isNothing()
                ? Shape.made(step, place)
                : old.orFrom(place).ownedBy(step, effort);
        if (key.endsWith(ARRAY) && below.items() == null) {
            below.putItems(Shape.NOTHING);
        } else if (!key.endsWith(ARRAY) && !below.isObject()) {
            // Where there was null.
            below.becomeObject();
        }
        fill(below, spec, place);
        return below;
    }
}
