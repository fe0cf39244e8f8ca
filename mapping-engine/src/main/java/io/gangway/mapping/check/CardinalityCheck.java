package io.gangway.mapping.check;

import io.gangway.mapping.plan.NamePattern;
import io.gangway.mapping.plan.Pointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a cardinality makes of a value, and what of it never does anything. */
record CardinalityCheck(Findings findings, Effort effort, Object step) {
    static Shape apply(Shape input, Map<?, ?> spec, Pointer pointer, Findings findings, Effort effort) {
        var check = new CardinalityCheck(findings, effort, new Object());
        var root = input.ownedBy(check.step, effort);
        check.rules(root, spec, pointer);
        return root;
    }

    private void rules(Shape container, Map<?, ?> spec, Pointer pointer) {
        effort.spend(1);
        if (spec.containsKey("@")) {
            container.becomeAnything();
        }
        spec.forEach((text, right) -> {
            var key = String.valueOf(text);
            var place = pointer.child(key);
            if (container.known(key) != null) {
                member(container, key, right, place);
            }
            if (key.contains("*")) {
                var pattern = NamePattern.ofCardinality(key);
                for (var name : List.copyOf(container.names())) {
                    effort.spend(1 + name.length() / 8);
                    if (!spec.containsKey(name) && pattern.groups(name) != null) {
                        member(container, name, right, place);
                    }
                }
                if (container.others() != null) {
                    container.putOthers(Shape.ANYTHING);
                }
                items(container, right, place);
            } else if (container.known(key) == null
                    && !key.equals("@")
                    && !container.isAnything()
                    && container.others() == null
                    && !container.isScalar()
                    && container.constants().isEmpty()
                    && container.items() == null) {
                findings.missing(Missing.of(key, container), place, false);
            } else {
                items(container, right, place);
                if (container.others() != null) {
                    container.putOthers(Shape.ANYTHING);
                }
            }
        });
    }

    private void member(Shape container, String name, @Nullable Object right, Pointer place) {
        var old = container.known(name);
        if (old != null) {
            container.put(name, changed(old, right, place));
        }
    }

    private void items(Shape container, @Nullable Object right, Pointer place) {
        var old = container.items();
        if (old != null && right instanceof Map<?, ?>) {
            container.putItems(Shape.union(changed(old, right, place), old, effort, 0));
        }
    }

    private Shape changed(Shape old, @Nullable Object right, Pointer place) {
        if (right instanceof Map<?, ?> spec) {
            var below = old.ownedBy(step, effort);
            rules(below, spec, place);
            return below;
        }
        if (old.isAnything()) {
            return old.from(place);
        }
        var items = old.items();
        var single = old.ownedBy(new Object(), effort);
        single.putItems(null);
        if (!"ONE".equals(right)) {
            return Shape.array(items == null ? single : Shape.union(single, items, effort, 0), place, null);
        }
        var origin = old.origin();
        return (items == null ? single : Shape.union(single, items, effort, 0)).from(origin == null ? place : origin);
    }
}
