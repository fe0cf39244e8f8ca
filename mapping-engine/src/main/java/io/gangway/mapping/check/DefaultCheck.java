package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a default makes of a value. */
record DefaultCheck(Effort effort, Object step) {
    private static final String ARRAY = "[]";

    static Shape apply(Shape input, Map<?, ?> spec, Pointer pointer, Effort effort) {
        var check = new DefaultCheck(effort, new Object());
        var root = input.isNothing() ? Shape.made(check.step, pointer) : input.ownedBy(check.step, effort);
        check.fill(root, spec, pointer);
        return root;
    }

    private void fill(Shape container, Map<?, ?> spec, Pointer pointer) {
        effort.spend(1);
        spec.forEach((text, right) -> {
            var key = String.valueOf(text);
            var name = key.endsWith(ARRAY) ? key.replace(ARRAY, "") : key;
            var place = pointer.child(key);
            if (name.equals("*")) {
                for (var member : List.copyOf(container.names())) {
                    container.put(member, filled(container.known(member), right, key, place));
                }
                if (container.others() != null) {
                    container.putOthers(filled(container.others(), right, key, place));
                }
                if (container.items() != null) {
                    container.putItems(filled(container.items(), right, key, place));
                }
            } else if (name.contains("|")) {
                SpecPath.alternatives(name).stream()
                        .filter(alternative -> container.known(alternative) != null)
                        .forEach(alternative ->
                                container.put(alternative, filled(container.known(alternative), right, key, place)));
            } else {
                fill(container, name, right, key, place);
            }
        });
    }

    private void fill(Shape container, String name, @Nullable Object right, String key, Pointer place) {
        boolean array = container.items() != null;
        if (array && !name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
            container.putItems(filled(container.items(), right, key, place));
        }
        if (!array || container.isObject() || container.isAnything()) {
            var old = container.member(name, effort);
            var known = container.known(name);
            container.put(name, filled(known == null ? old : known, right, key, place));
        }
    }

    private Shape filled(@Nullable Shape old, @Nullable Object right, String key, Pointer place) {
        if (!(right instanceof Map<?, ?> spec)) {
            var value = Shapes.of(right, place, effort);
            return old == null ? value.from(place) : Shape.union(value, old, effort, 0);
        }
        var below = old == null || old.isNothing() ? Shape.made(step, place) : old.ownedBy(step, effort);
        if (key.endsWith(ARRAY) && below.items() == null) {
            below.putItems(Shape.NOTHING);
        }
        fill(below, spec, place);
        return below;
    }
}
