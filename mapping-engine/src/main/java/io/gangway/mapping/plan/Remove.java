package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jolt's remove: takes members and items away. */
final class Remove implements Operation {
    private final List<Rule> rules;

    private Remove(List<Rule> rules) {
        this.rules = rules;
    }

    static Remove compile(Map<?, ?> spec, Pointer pointer, Names.Builder names, SpecProblems problems) {
        return new Remove(rules(spec, pointer, names, problems));
    }

    private static List<Rule> rules(Map<?, ?> spec, Pointer pointer, Names.Builder names, SpecProblems problems) {
        var rules = new ArrayList<Rule>();
        spec.forEach((key, right) -> {
            var place = pointer.child(String.valueOf(key));
            for (var alternative : SpecPath.alternatives(String.valueOf(key))) {
                var rule = problems.tell(place, () -> rule(alternative, right, place, names, problems));
                if (rule != null) {
                    rules.add(rule);
                }
            }
        });
        return List.copyOf(rules);
    }

    private static Rule rule(
            String key, @Nullable Object right, Pointer place, Names.Builder names, SpecProblems problems) {
        names.countRule();
        var pattern = key.contains("*") ? NamePattern.of(key) : null;
        int name = pattern == null ? names.id(key) : -1;
        int index = pattern == null ? SpecPath.nonNegative(key) : -1;
        if (right instanceof Map<?, ?> spec) {
            return new Rule(place, pattern, name, index, rules(spec, place, names, problems));
        }
        if (right instanceof String text && text.isBlank()) {
            return new Rule(place, pattern, name, index, null);
        }
        throw new SpecInvalid(
                "What is to be removed has \"\" on its right side, and not %s. Write \"\", or an object to go further down."
                        .formatted(right));
    }

    @Override
    public List<Pointer> rules() {
        var pointers = new ArrayList<Pointer>();
        rules.forEach(rule -> rule.collect(pointers));
        return pointers;
    }

    @Override
    public int apply(Run run, int root) {
        applyAll(run, rules, root);
        return root;
    }

    private static void applyAll(Run run, List<Rule> rules, int container) {
        var document = run.document();
        if (!document.isObject(container) && !document.isList(container)) {
            return;
        }
        run.steps((long) document.count(container) * rules.size());
        var kept = new boolean[document.count(container)];
        Arrays.fill(kept, true);
        boolean all = true;
        for (var rule : rules) {
            for (int i = 0; i < kept.length; i++) {
                if (!rule.matches(run, container, i)) {
                    continue;
                }
                run.step();
                if (rule.rules() != null) {
                    int below = document.isObject(container)
                            ? document.valueAt(container, i)
                            : document.itemAt(container, i);
                    applyAll(run, rule.rules(), below);
                } else {
                    kept[i] = false;
                    run.at(rule.pointer());
                    run.fired();
                    all = false;
                }
            }
        }
        if (all) {
            return;
        }
        if (document.isObject(container)) {
            document.retain(container, kept);
        } else {
            document.retainItems(container, kept);
        }
    }

    /** {@code rules} is null for what is to be removed. */
    private record Rule(
            Pointer pointer,
            @Nullable NamePattern pattern,
            int name,
            int index,
            @Nullable List<Rule> rules) {
        void collect(List<Pointer> pointers) {
            if (rules == null) {
                pointers.add(pointer);
            } else {
                rules.forEach(rule -> rule.collect(pointers));
            }
        }

        /** Whether this is about the member or item at a position. */
        boolean matches(Run run, int container, int position) {
            var document = run.document();
            if (pattern instanceof NamePattern.Any) {
                return true;
            }
            if (!document.isObject(container)) {
                return position == index;
            }
            int found = document.nameAt(container, position);
            return pattern == null ? found == name : pattern.match(document.nameText(found), run.patterns()) != null;
        }
    }
}
