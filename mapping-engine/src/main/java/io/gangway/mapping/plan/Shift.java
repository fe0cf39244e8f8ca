package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jolt's shift: rules along the payload say where its values go. */
final class Shift implements Operation {
    private static final String ROOT = "root";

    private final ShiftRules rules;
    private final int rootName;

    private Shift(ShiftRules rules, int rootName) {
        this.rules = rules;
        this.rootName = rootName;
    }

    static Shift compile(Map<?, ?> spec, Pointer pointer, Names.Builder names, SpecProblems problems) {
        return new Shift(new Compiler(names, problems).rules(new SpecKey.Literal(ROOT), spec, pointer), names.id(ROOT));
    }

    /** What of a payload the shift looks at. */
    Shape shape(Names.Builder names) {
        return Shape.of(root -> new ShiftShape(root).add(rules, root), names);
    }

    /** Null if this shift can't be done that way. */
    @Nullable
    DirectShift direct(Names names) {
        return DirectCompiler.compile(rules, rootName, names);
    }

    @Override
    public List<Pointer> rules() {
        var pointers = new ArrayList<Pointer>();
        collect(rules, pointers);
        return pointers;
    }

    private static void collect(ShiftRules rules, List<Pointer> pointers) {
        for (var child : rules.children()) {
            switch (child) {
                case ShiftRules deeper -> collect(deeper, pointers);
                case ShiftLeaf leaf -> leaf.targets().forEach(target -> pointers.add(target.pointer()));
            }
        }
    }

    @Override
    public int apply(Run run, int root) {
        var document = run.document();
        int holder = document.newObject();
        run.walk.begin(root, rootName);
        run.forgetItem();
        rules.apply(run, holder, rootName, root);
        int made = document.get(holder, rootName);
        return made == Document.ABSENT ? Document.NULL : made;
    }

    /** Turns a spec into rules. */
    private record Compiler(Names.Builder names, SpecProblems problems) {
        ShiftRules rules(SpecKey key, Map<?, ?> spec, Pointer pointer) {
            if (key instanceof SpecKey.Itself || key instanceof SpecKey.MatchedName) {
                problems.add(
                        pointer,
                        "'%s' can't have rules below it. Write the path where it goes to.".formatted(key.canonical()));
            }
            var children = new ArrayList<ShiftRule>();
            var seen = new HashSet<String>();
            spec.forEach((text, right) -> {
                var place = pointer.child(String.valueOf(text));
                for (var alternative : SpecPath.alternatives(String.valueOf(text))) {
                    var rule = problems.tell(place, () -> rule(SpecPath.key(alternative), right, place));
                    if (rule == null) {
                        continue;
                    }
                    if (!seen.add(rule.key().canonical())) {
                        problems.add(place, "'%s' is here twice. Put both into one.".formatted(alternative));
                    }
                    children.add(rule);
                }
            });
            if (spec.keySet().stream()
                    .allMatch(
                            text -> SpecPath.alternatives(String.valueOf(text)).isEmpty())) {
                problems.add(
                        pointer, "There are no rules below '%s'. Add one, or leave it out.".formatted(key.canonical()));
            }
            long patterns = children.stream()
                    .filter(child -> !ShiftRules.isSpecial(child.key()) && !(child.key() instanceof SpecKey.Literal))
                    .count();
            if (patterns > 1 && children.stream().anyMatch(child -> child.key() instanceof SpecKey.Index)) {
                problems.add(
                        pointer,
                        "An index is next to a pattern here, but a shift finds no index on the left. Write the number alone.");
            }
            return ShiftRules.of(key, children, names);
        }

        private ShiftRule rule(SpecKey key, @Nullable Object right, Pointer place) {
            names.countRule();
            if (right instanceof Map<?, ?> spec) {
                return rules(key, spec, place);
            }
            var targets = new ArrayList<ShiftLeaf.Target>();
            if (right instanceof List<?> several) {
                for (int i = 0; i < several.size(); i++) {
                    names.countRule();
                    var at = place.child(i);
                    var target = problems.tell(at, () -> target(several.get(at.index()), at));
                    if (target != null) {
                        targets.add(target);
                    }
                }
            } else if (right != null) {
                targets.add(target(right, place));
            }
            return ShiftLeaf.of(key, place, targets, names);
        }

        private ShiftLeaf.Target target(@Nullable Object path, Pointer place) {
            if (!(path instanceof String text)) {
                throw new SpecInvalid(
                        "A rule's right side is a path, several paths in an array, rules or null, and not %s. Write one of these."
                                .formatted(path));
            }
            var keys = SpecPath.fromRoot(text);
            return new ShiftLeaf.Target(place, keys, Path.of(keys, names));
        }
    }
}
