package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecKey;
import io.gangway.mapping.plan.SpecPath;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a modify makes of a value, and what of it never does anything. */
final class ModifyCheck {
    /** A key of the spec, without its signs. */
    private record Key(SpecKey spec, boolean overwrites, boolean onlyIfPresent) {
        static Key of(String text, boolean overwrites) {
            char sign = text.charAt(0);
            boolean stated = sign == '+' || sign == '~' || sign == '_';
            var name = stated ? text.substring(1) : text;
            boolean onlyIfPresent = text.length() > 1 && text.endsWith("?") && !name.endsWith("\\?");
            return new Key(
                    SpecPath.key(onlyIfPresent ? name.substring(0, name.length() - 1) : name),
                    stated ? sign == '+' : overwrites,
                    onlyIfPresent);
        }
    }

    private final Findings findings;
    private final Effort effort;
    private final ValueCheck values;
    private final boolean overwrites;
    private final Object step = new Object();

    private ModifyCheck(Findings findings, Effort effort, boolean overwrites) {
        this.findings = findings;
        this.effort = effort;
        this.values = new ValueCheck(findings, effort);
        this.overwrites = overwrites;
    }

    static Shape apply(
            Shape input, Map<?, ?> spec, Pointer pointer, boolean overwrites, Findings findings, Effort effort) {
        var check = new ModifyCheck(findings, effort, overwrites);
        var root = input.ownedBy(check.step, effort);
        check.rules(spec, pointer, Frame.root(root));
        return check.values.isSharing() ? Shape.ANYTHING : root;
    }

    private void rules(Map<?, ?> spec, Pointer pointer, Frame here) {
        effort.spend(1);
        rules(spec, pointer, here, SpecKey.Literal.class);
        rules(spec, pointer, here, SpecKey.Position.class);
        rules(spec, pointer, here, SpecKey.Wildcard.class);
    }

    private void rules(Map<?, ?> spec, Pointer pointer, Frame here, Class<? extends SpecKey> kind) {
        spec.forEach((text, right) -> {
            for (var alternative : SpecPath.alternatives(String.valueOf(text))) {
                var key = Key.of(alternative, overwrites);
                if (!kind.isInstance(key.spec())) {
                    continue;
                }
                var place = pointer.child(String.valueOf(text));
                if (key.spec() instanceof SpecKey.Literal literal) {
                    member(literal.name(), key, right, place, here);
                } else {
                    several(key, right, place, here);
                }
            }
        });
    }

    private void member(String name, Key key, @Nullable Object right, Pointer pointer, Frame here) {
        var container = here.value();
        if (container.items() != null && !container.isObject() && !container.isAnything()) {
            return;
        }
        boolean mayBe = container.isAnything() || container.others() != null;
        var known = container.known(name);
        boolean asked = key.onlyIfPresent() || isCallOfItself(right);
        if (known == null && asked && !mayBe) {
            findings.missing(Missing.of(name, container), pointer, false);
            return;
        }
        var old = known == null && mayBe ? Shape.ANYTHING : known;
        var made = made(old, name, key, right, pointer, here);
        // Of what only the payload can have, no rule is to blame.
        if (made != null && (known != null || !(asked && mayBe))) {
            container.put(name, made);
        } else if (made != null && container.others() != null) {
            container.putOthers(Shape.union(container.others(), made, effort, 0));
        }
    }

    /** Whether it is a function without arguments, which gets the value itself. */
    private static boolean isCallOfItself(@Nullable Object right) {
        return right instanceof String text && text.startsWith("=") && !text.contains("(");
    }

    private void several(Key key, @Nullable Object right, Pointer pointer, Frame here) {
        var container = here.value();
        BiFunction<Shape, @Nullable String, Shape> change = (old, name) -> {
            var made = made(old, name, key, right, pointer, here);
            return made == null ? old : made;
        };
        if (key.spec() instanceof SpecKey.Wildcard wildcard) {
            for (var name : List.copyOf(container.names())) {
                effort.spend(1 + name.length() / 8);
                var old = container.known(name);
                if (old != null && wildcard.pattern().groups(name) != null) {
                    // Of several patterns that match only one is applied.
                    container.put(name, Shape.union(change.apply(old, name), old, effort, 0));
                }
            }
            if (container.others() != null) {
                container.putOthers(Shape.union(change.apply(container.others(), null), container.others(), effort, 0));
            }
        }
        if (container.items() != null) {
            container.putItems(Shape.union(change.apply(container.items(), null), container.items(), effort, 0));
        } else if (key.spec() instanceof SpecKey.Position) {
            container.putItems(change.apply(Shape.NOTHING, null));
        }
        if (container.isAnything()) {
            container.putOthers(change.apply(Shape.ANYTHING, null));
        }
    }

    /** What becomes of a value that may be there; null if nothing comes of it. */
    private @Nullable Shape made(
            @Nullable Shape old, @Nullable String name, Key key, @Nullable Object right, Pointer pointer, Frame here) {
        if (right instanceof Map<?, ?> spec && !spec.isEmpty()) {
            var below = old == null || old.isNothing()
                    ? Shape.made(step, pointer)
                    : old.orFrom(pointer).ownedBy(step, effort);
            // Where there is nothing, an object or array is made, whatever comes of the rules below.
            if (hasIndexes(spec)) {
                below.putItems(below.items() == null ? Shape.NOTHING : below.items());
            } else if (!below.isObject()) {
                below.becomeObject();
            }
            rules(spec, pointer, here.below(below, name, null, true));
            return below;
        }
        var frame = here.below(old == null ? Shape.NOTHING : old, name, null, true);
        Shape made = null;
        if (right instanceof List<?> alternatives && !alternatives.isEmpty()) {
            for (int i = 0; i < alternatives.size(); i++) {
                made = Shape.unionOrNull(made, values.value(alternatives.get(i), pointer.child(i), frame), effort, 0);
            }
        } else {
            made = values.value(right, pointer, frame);
        }
        if (made == null || old == null) {
            return made;
        }
        if (!key.overwrites()) {
            return Shape.union(old, made, effort, 0);
        }
        // A value that is not found leaves the old one, as functions may.
        boolean stated = !(right instanceof List<?>) && !(right instanceof String text && isEvaluated(text));
        return stated ? made : Shape.anything(old.origin() == null ? pointer : old.origin());
    }

    private boolean hasIndexes(Map<?, ?> spec) {
        return spec.keySet().stream()
                .flatMap(text -> SpecPath.alternatives(String.valueOf(text)).stream())
                .anyMatch(alternative -> Key.of(alternative, overwrites).spec() instanceof SpecKey.Position);
    }

    private static boolean isEvaluated(String text) {
        return text.startsWith("=") || text.startsWith("@") || text.startsWith("^");
    }
}
