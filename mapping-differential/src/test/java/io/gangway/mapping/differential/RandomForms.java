package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Specs of shift whose result has a form that is known before any document: names on the left, arrays with an item for
 * each item, a place of its own for every value. And documents for them, which are not always what the spec expects.
 */
final class RandomForms {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final int ARRAYS = 2;

    private final Dice dice;
    private final RandomInputs inputs;
    private int places;
    private int group;

    RandomForms(Dice dice) {
        this.dice = dice;
        this.inputs = new RandomInputs(dice);
    }

    /** An array around the rules: how deep its items are, and what the path to it ends with. */
    private record Loop(int depth, String path) {}

    /** Where rules stand: under so many names and stars, in these arrays, and below the objects that are so deep. */
    private record Scope(int depth, List<Loop> loops, List<Integer> objects) {
        Scope inObject() {
            return new Scope(depth, loops, with(objects, depth));
        }

        Scope below() {
            return new Scope(depth + 1, loops, objects);
        }

        Scope inArray(String path) {
            return new Scope(depth + 2, with(loops, new Loop(depth + 2, path)), objects);
        }

        private static <T> List<T> with(List<T> list, T last) {
            var longer = new ArrayList<>(list);
            longer.add(last);
            return longer;
        }
    }

    Map<String, Object> spec() {
        var scope = new Scope(0, List.of(), List.of());
        return dice.as("shift: a known form", object(scope, true));
    }

    private Map<String, Object> object(Scope here, boolean isItem) {
        var scope = here.inObject();
        var rules = new LinkedHashMap<String, Object>();
        if (isItem) {
            for (var special = dice.below(3); special > 0; special--) {
                rules.put(special(scope), targets(scope));
            }
        }
        for (var name : NAMES) {
            if (dice.chance(60)) {
                rules.put(dice.chance(1) ? dice.of("01", "2000") : name, rule(scope));
            }
        }
        if (rules.isEmpty()) {
            rules.put("a", targets(scope));
        }
        return rules;
    }

    private Object rule(Scope scope) {
        var kind = dice.below(100);
        if (kind < 15 && scope.depth < 5) {
            return object(scope.below(), false);
        }
        if (kind < 40 && scope.loops.size() < ARRAYS) {
            var path = scope.loops.isEmpty() || dice.chance(60) ? "r" + ++places : "";
            var item = object(scope.inArray(path), true);
            return new LinkedHashMap<>(Map.of("*", item));
        }
        return targets(scope);
    }

    private String special(Scope scope) {
        if (dice.chance(30)) {
            return "#" + dice.of("k", "'", "é", "1");
        }
        var levels = scope.depth - dice.of(scope.objects);
        return "@(%d,%s)".formatted(levels, dice.chance(70) ? dice.of(NAMES) : dice.of(NAMES) + "." + dice.of(NAMES));
    }

    private Object targets(Scope scope) {
        if (dice.chance(2)) {
            return null;
        }
        return dice.chance(88) ? target(scope) : new ArrayList<>(List.of(target(scope), target(scope)));
    }

    private String target(Scope scope) {
        var path = new StringBuilder();
        for (var loop : scope.loops) {
            path.append(path.isEmpty() || loop.path.isEmpty() ? "" : ".")
                    .append(loop.path)
                    .append(path.isEmpty() || !loop.path.isEmpty() ? "" : ".")
                    .append("[&%d]".formatted(scope.depth + 1 - loop.depth));
        }
        var place = place();
        return path.isEmpty() ? place : path + "." + place;
    }

    /** One of its own, mostly: in an object or a list that several may share if they come one after another. */
    private String place() {
        var kind = dice.below(100);
        if (kind < 70) {
            return "f" + ++places;
        }
        if (kind < 97) {
            group = group < places - 1 || dice.chance(40) ? ++places : group;
            return kind < 85 ? "p%d.q%d".formatted(group, ++places) : "l%d[]".formatted(group);
        }
        return dice.of("f" + places, "x[1]", "x[0]", "l" + places, "p.f" + places);
    }

    Map<String, Object> document(Map<?, ?> spec) {
        var document = new LinkedHashMap<String, Object>();
        var names = new ArrayList<>(NAMES);
        if (dice.chance(15)) {
            Collections.swap(names, dice.below(names.size()), dice.below(names.size()));
        }
        for (var name : names) {
            if (dice.chance(8)) {
                document.put("u" + dice.below(3), inputs.value(2));
            }
            if (dice.chance(80)) {
                document.put(name, dice.chance(2) ? inputs.value(2) : value(spec.get(name)));
            }
        }
        return document;
    }

    private Object value(Object rule) {
        if (!(rule instanceof Map<?, ?> rules)) {
            return dice.chance(90)
                    ? inputs.scalar()
                    : dice.chance(80) ? new ArrayList<>(List.of(inputs.text(), inputs.text())) : new LinkedHashMap<>();
        }
        if (dice.chance(5)) {
            return null;
        }
        if (!(rules.get("*") instanceof Map<?, ?> item)) {
            return document(rules);
        }
        var items = new ArrayList<Object>();
        for (var count = dice.below(4); count > 0; count--) {
            items.add(document(item));
        }
        return items;
    }
}
