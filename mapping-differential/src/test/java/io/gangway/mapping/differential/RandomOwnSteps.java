package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Steps of Gangway's own operations for the messages of a document. */
final class RandomOwnSteps {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final List<String> OF_MESSAGES = List.of(
            "code",
            "country",
            "first",
            "first",
            "id",
            "join",
            "match",
            "measure",
            "money",
            "set",
            "set",
            "slice",
            "split",
            "time",
            "translate",
            "translate",
            "when",
            "when",
            "within",
            "within",
            "within");
    private static final List<String> ALL = List.of("each", "each", "each", "each", "keep", "drop");

    private final Dice dice;

    RandomOwnSteps(Dice dice) {
        this.dice = dice;
    }

    /** What operations need that chance seldom makes. */
    static Map<String, Object> sources() {
        var sources = new LinkedHashMap<String, Object>();
        sources.put("t", "2026-07-01T10:00:00Z");
        sources.put("w", "2.5");
        sources.put("unit", "kg");
        sources.put("currency", "EUR");
        sources.put("price", Map.of("minorUnits", 150, "currency", "EUR"));
        return sources;
    }

    Map<String, Object> step(Object document) {
        return step(document, 0, true);
    }

    private Map<String, Object> step(Object document, int depth, boolean any) {
        var operation = any && dice.chance(30) ? dice.of(ALL) : dice.of(OF_MESSAGES);
        var messages = new ArrayList<Map<?, ?>>();
        collect(document, messages);
        var step = new LinkedHashMap<String, Object>();
        step.put("operation", dice.as("operation: " + operation, operation));
        step.put("spec", spec(operation, messages, depth));
        return step;
    }

    private Object spec(String operation, List<Map<?, ?>> messages, int depth) {
        if (operation.equals("keep") || operation.equals("drop")) {
            return condition(messages, depth);
        }
        var spec = new LinkedHashMap<String, Object>();
        if (operation.equals("set")) {
            for (int count = dice.between(1, 2); count > 0; count--) {
                spec.put(path(messages, value -> true), literal());
            }
            return spec;
        }
        if (operation.equals("code")) {
            spec.put("list", "codes");
            spec.put("key", path(messages, value -> true));
            return spec;
        }
        if (operation.equals("when")) {
            spec.put("if", condition(messages, depth));
            spec.put("then", steps(messages, depth, false));
            if (dice.chance(50)) {
                spec.put("else", steps(messages, depth, false));
            }
            return spec;
        }
        if (operation.equals("within")) {
            var field = path(messages, value -> value instanceof Map || value instanceof List);
            spec.put("field", field);
            spec.put("steps", steps(at(messages, field), depth, true));
            return spec;
        }
        if (operation.equals("each")) {
            spec.put("field", path(messages, List.class::isInstance));
            if (dice.chance(60)) {
                spec.put("keep", paths(messages));
            }
            if (dice.chance(40)) {
                spec.put("as", path(messages, value -> true));
            }
            return spec;
        }
        spec.put("field", path(messages, value -> true));
        if (operation.equals("first") || operation.equals("join") || operation.equals("id")) {
            spec.put("from", paths(messages));
            return spec;
        }
        if (dice.chance(60)) {
            spec.put("from", path(messages, String.class::isInstance));
        }
        switch (operation) {
            case "match" -> spec.put("pattern", dice.of("[a-z]", "\\d", "(.)(.)", "x"));
            case "slice" -> {
                spec.put("start", dice.between(-2, 2));
                spec.put("end", dice.between(-2, 3));
            }
            case "split" -> {
                spec.put("separator", dice.of(",", "-", "a"));
                if (dice.chance(40)) {
                    spec.put("item", dice.between(-2, 1));
                }
            }
            case "time" -> {
                spec.put("from", dice.chance(80) ? "t" : spec.getOrDefault("from", "t"));
                spec.put("to", dice.of("iso", "epoch-millis"));
            }
            case "measure" -> {
                spec.put("from", "w");
                spec.put("unit", "kg");
                spec.put("as", dice.of("number", "text"));
            }
            case "money" -> money(spec);
            case "translate" -> {
                var table = new LinkedHashMap<String, Object>();
                for (var text : List.of("a", "b", "1", "2.5", "ab")) {
                    if (dice.chance(60)) {
                        table.put(text, literal());
                    }
                }
                spec.put("table", table);
                if (dice.chance(40)) {
                    spec.put("otherwise", literal());
                }
            }
            default -> {}
        }
        return spec;
    }

    private void money(Map<String, Object> spec) {
        if (dice.chance(50)) {
            spec.put("from", "price");
            spec.put("to", "decimal");
        } else {
            spec.put("from", "w");
            spec.put("currencyFrom", "currency");
        }
    }

    private List<Object> steps(Object document, int depth, boolean any) {
        var steps = new ArrayList<Object>();
        for (int count = depth > 2 ? 1 : dice.between(1, 2); count > 0; count--) {
            steps.add(step(document, depth + 1, any));
        }
        return steps;
    }

    private Object condition(List<Map<?, ?>> messages, int depth) {
        if (depth < 4 && dice.chance(20)) {
            return dice.chance(50)
                    ? Map.of("not", condition(messages, depth + 1))
                    : Map.of(dice.of("all", "any"), List.of(condition(messages, depth + 1)));
        }
        var field = path(messages, value -> true);
        return switch (dice.below(3)) {
            case 0 -> Map.of("field", field, "present", dice.chance(50));
            case 1 -> Map.of("field", field, "in", List.of("a", "b", 1, true));
            default -> Map.of("field", field, "atLeast", 1);
        };
    }

    private Object literal() {
        return dice.of(List.of("a", "b", "c", "", "x y", 1, 2.5, true, List.of("a", 1), List.of()));
    }

    private List<String> paths(List<Map<?, ?>> messages) {
        var paths = new ArrayList<String>();
        for (int count = dice.between(1, 3); count > 0; count--) {
            paths.add(path(messages, value -> true));
        }
        return paths;
    }

    private String path(List<Map<?, ?>> messages, Predicate<Object> wanted) {
        for (int i = 0; i < 4 && !messages.isEmpty(); i++) {
            var path = existing(dice.of(messages));
            if (!path.isEmpty() && (i == 3 || at(messages, path).stream().anyMatch(wanted))) {
                return dice.chance(10) ? path + ".new" : path;
            }
        }
        return dice.of("a", "b", "list", "s", "new", "a.b", "n.id");
    }

    private String existing(Map<?, ?> message) {
        var path = "";
        Object value = message;
        while (value instanceof Map<?, ?> map && (path.isEmpty() || dice.chance(40))) {
            var names = map.keySet().stream()
                    .filter(name -> NAME.matcher((String) name).matches())
                    .toList();
            if (names.isEmpty()) {
                return path;
            }
            var name = (String) dice.of(new ArrayList<Object>(names));
            path = path.isEmpty() ? name : path + "." + name;
            value = map.get(name);
        }
        return path;
    }

    private static List<Object> at(List<Map<?, ?>> messages, String path) {
        var found = new ArrayList<Object>();
        for (Object value : messages) {
            for (var name : path.split("\\.")) {
                value = value instanceof Map<?, ?> map ? map.get(name) : null;
            }
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    private static void collect(Object value, List<Map<?, ?>> messages) {
        if (value instanceof Map<?, ?> map) {
            messages.add(map);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, messages));
        }
    }
}
