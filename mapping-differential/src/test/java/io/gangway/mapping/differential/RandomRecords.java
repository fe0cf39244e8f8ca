package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of objects that are much alike, and specs of shift that make an object of each: the form that most mappings have,
 * with whatever disturbs it now and then.
 */
final class RandomRecords {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> PLACES =
            List.of("x", "y", "z", "a", "p.x", "p.y", "p.q.z", "p", "p.q", "l[]", "p.l[]", "x[]");

    private final Dice dice;
    private final RandomInputs inputs;

    RandomRecords(Dice dice) {
        this.dice = dice;
        this.inputs = new RandomInputs(dice);
    }

    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("h", dice.chance(90) ? inputs.scalar() : List.of(1, 2));
        if (dice.chance(80)) {
            document.put("m", new LinkedHashMap<>(Map.of("x", inputs.text())));
        }
        var items = new ArrayList<Object>();
        for (var count = dice.between(0, 5); count > 0; count--) {
            items.add(item());
        }
        document.put("items", items);
        if (dice.chance(8)) {
            var byName = new LinkedHashMap<String, Object>();
            items.forEach(item -> byName.put(inputs.key(), item));
            document.put("items", byName);
        }
        if (dice.chance(20)) {
            document.put("z", inputs.scalar());
        }
        return document;
    }

    private Object item() {
        return dice.chance(12)
                ? dice.chance(40) ? null : dice.chance(50) ? inputs.scalar() : List.of(record(1))
                : record(0);
    }

    private Map<String, Object> record(int depth) {
        var record = new LinkedHashMap<String, Object>();
        var names = new ArrayList<>(NAMES);
        if (dice.chance(20)) {
            Collections.swap(names, dice.below(names.size()), dice.below(names.size()));
        }
        for (var name : names) {
            if (dice.chance(80)) {
                record.put(name, inputs.scalar());
            }
        }
        if (depth < 2 && dice.chance(70)) {
            record.put("n", dice.chance(88) ? record(depth + 1) : dice.chance(50) ? null : item());
        }
        if (dice.chance(8)) {
            record.put(dice.of(NAMES), Collections.singletonList(inputs.scalar()));
        }
        return record;
    }

    Map<String, Object> spec() {
        var array = dice.of("", "out", "out", "o.p", "m");
        var body = dice.as("shift: an object of each item", body(array, 1));
        for (var beside = dice.below(4); beside > 0; beside--) {
            body.put(
                    dice.of(
                            "@(2,h)",
                            "@(2,m.x)",
                            "@(2,z)",
                            "@(2,m)",
                            "@(2,items)",
                            "@(1,a)",
                            "@(3,h)",
                            "#c",
                            "#d",
                            "$",
                            "@"),
                    targets(array, 1));
        }
        var spec = new LinkedHashMap<String, Object>();
        if (dice.chance(12)) {
            spec.put("z", disturbance(array));
        }
        spec.put("items", new LinkedHashMap<>(Map.of(dice.chance(94) ? "*" : dice.of("0", "a", "*a"), body)));
        if (dice.chance(12)) {
            spec.put("h", disturbance(array));
        }
        return spec;
    }

    private Map<String, Object> body(String array, int level) {
        var body = new LinkedHashMap<String, Object>();
        for (var name : NAMES) {
            if (dice.chance(70)) {
                body.put(name, targets(array, level));
            }
        }
        if (level < 3 && dice.chance(50)) {
            body.put("n", dice.chance(90) ? body(array, level + 1) : targets(array, level));
        }
        if (dice.chance(4)) {
            body.put(dice.of("*", "a*", "&"), targets(array, level));
        }
        return body;
    }

    private Object targets(String array, int level) {
        return dice.chance(85)
                ? target(array, level)
                : new ArrayList<>(List.of(target(array, level), target(array, level)));
    }

    private String target(String array, int level) {
        var item = array + "[&" + (dice.chance(96) ? level : dice.below(level + 2)) + "]";
        return dice.chance(96) ? item + "." + dice.of(PLACES) : dice.of(item, "x", item + ".&", item + "[]");
    }

    /** Puts something where the objects come. */
    private String disturbance(String array) {
        return dice.of(array + "[1].x", array + "[0]", array + "[2].p", array + "[]", array.isEmpty() ? "o" : array);
    }
}
