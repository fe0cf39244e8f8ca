package io.gangway.mapping.check;

import io.gangway.mapping.plan.NamePattern;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a remove leaves of a value, and what of it never removes anything. */
record RemoveCheck(Findings findings, Effort effort, Object step) {
    static Shape apply(Shape input, Map<?, ?> spec, Pointer pointer, Findings findings, Effort effort) {
        var check = new RemoveCheck(findings, effort, new Object());
        var root = input.ownedBy(check.step, effort);
        check.remove(root, spec, pointer, false);
        return root;
    }

    /** {@code some} is whether this is only done to some of the values that the shape stands for. */
    private void remove(Shape container, Map<?, ?> spec, Pointer pointer, boolean some) {
        effort.spend(1);
        spec.forEach((text, right) -> {
            for (var key : SpecPath.alternatives(String.valueOf(text))) {
                rule(container, key, right, pointer.child(String.valueOf(text)), some);
            }
        });
    }

    private void rule(Shape container, String key, @Nullable Object right, Pointer place, boolean some) {
        if (!key.contains("*")) {
            boolean item = container.items() != null && key.chars().allMatch(Character::isDigit);
            if (container.known(key) != null) {
                member(container, key, right, place, some);
            } else if (!container.isAnything() && container.others() == null && !item) {
                findings.missing(Missing.of(key, container), place, false);
            }
            if (item) {
                items(container, right, place, true);
            }
            return;
        }
        var pattern = NamePattern.of(key);
        for (var name : List.copyOf(container.names())) {
            effort.spend(1 + name.length() / 8);
            if (pattern.groups(name) != null) {
                member(container, name, right, place, some);
            }
        }
        if (container.others() != null && right instanceof Map<?, ?> spec) {
            var others = container.others().ownedBy(step, effort);
            remove(others, spec, place, true);
            container.putOthers(others);
        }
        if (pattern instanceof NamePattern.Any) {
            items(container, right, place, some);
        }
    }

    private void member(Shape container, String name, @Nullable Object right, Pointer place, boolean some) {
        var old = container.known(name);
        if (old == null) {
            return;
        }
        if (right instanceof Map<?, ?> spec) {
            var below = old.ownedBy(step, effort);
            remove(below, spec, place, some);
            container.put(name, below);
        } else if (some) {
            container.put(name, old.unsure());
        } else {
            container.remove(name);
        }
    }

    private void items(Shape container, @Nullable Object right, Pointer place, boolean some) {
        var items = container.items();
        if (items != null && right instanceof Map<?, ?> spec) {
            var below = items.ownedBy(step, effort);
            remove(below, spec, place, some);
            container.putItems(below);
        }
    }
}
