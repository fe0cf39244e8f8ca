package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Specs of default, remove and cardinality. */
final class RandomSmallSpecs {
    private final Dice dice;
    private final RandomInputs inputs;

    RandomSmallSpecs(Dice dice) {
        this.dice = dice;
        this.inputs = new RandomInputs(dice);
    }

    Object defaults(Object document) {
        if (dice.chance(1)) {
            return dice.as("default: invalid spec", dice.<Object>of(List.of("a", 1, List.of(), List.of("a"))));
        }
        return defaults(document, 0, document instanceof List && dice.chance(90));
    }

    private Map<String, Object> defaults(Object node, int depth, boolean inArray) {
        var spec = new LinkedHashMap<String, Object>();
        for (var size = dice.between(1, 4); size > 0; size--) {
            if (inArray) {
                var key = dice.chance(55)
                        ? dice.as("default: index", "" + dice.below(4))
                        : dice.of("*", "*", "0|2", "1|9", dice.chance(5) ? "-1" : "*");
                var item =
                        node instanceof List<?> list && !list.isEmpty() ? dice.of(new ArrayList<Object>(list)) : null;
                put(spec, key, item, depth);
            } else {
                var key = existing(node, 55);
                var value = node instanceof Map<?, ?> map ? map.get(key) : null;
                put(spec, defaultKey(key), value, depth);
            }
        }
        return spec;
    }

    private String defaultKey(String key) {
        var kind = dice.below(100);
        if (kind < 74) {
            return dice.as("default: literal", key);
        }
        if (kind < 86) {
            return dice.as("default: *", "*");
        }
        return kind < 98
                ? dice.as("default: |", key + "|" + dice.of("a", "b", "new", "c|id"))
                : dice.as("default: odd key", dice.of("a*", "|", "**", "a|*", "[]"));
    }

    private void put(Map<String, Object> spec, String key, Object value, int depth) {
        var asList = value instanceof List || (value == null && dice.chance(10));
        if (depth < 4 && (asList || value instanceof Map ? dice.chance(80) : dice.chance(12))) {
            var toArray = dice.chance(94) == asList;
            spec.put(
                    toArray && !key.endsWith("[]") ? dice.as("default: key[]", key + "[]") : key,
                    defaults(value, depth + 1, toArray && dice.chance(98)));
        } else {
            spec.put(key, dice.chance(75) ? inputs.scalar() : inputs.value(3));
        }
    }

    Object removals(Object document) {
        return removals(document, 0);
    }

    private Map<String, Object> removals(Object node, int depth) {
        var spec = new LinkedHashMap<String, Object>();
        for (var size = dice.between(1, 3); size > 0; size--) {
            String key;
            Object value;
            if (node instanceof List<?> list && !list.isEmpty()) {
                var index = dice.below(list.size());
                value = list.get(index);
                key = dice.chance(50)
                        ? dice.as("remove: * on lists", "*")
                        : dice.as(
                                "remove: index", dice.chance(92) ? "" + index : dice.of("9", "-1", "0*", "+0", "[0]"));
            } else {
                var name = existing(node, 92);
                value = node instanceof Map<?, ?> map ? map.get(name) : null;
                key = pattern("remove", name);
            }
            var isContainer = value instanceof Map || value instanceof List;
            spec.put(
                    key,
                    depth < 4 && isContainer && dice.chance(70)
                            ? removals(value, depth + 1)
                            : dice.chance(98)
                                    ? dice.of("", "", " ")
                                    : dice.as(
                                            "remove: invalid", dice.<Object>of(List.of("x", 1, List.of(), Map.of()))));
        }
        return spec;
    }

    Object cardinalities(Object document) {
        return cardinalities(document, 0);
    }

    private Map<String, Object> cardinalities(Object node, int depth) {
        var spec = new LinkedHashMap<String, Object>();
        var inList = node instanceof List;
        for (var size = inList ? 1 : dice.between(1, 3); size > 0; size--) {
            String key;
            Object value;
            if (node instanceof List<?> list && !list.isEmpty()) {
                value = dice.of(new ArrayList<Object>(list));
                key = dice.chance(85) ? dice.as("cardinality: * on lists", "*") : "" + dice.below(list.size());
            } else {
                var name = existing(node, 92);
                value = node instanceof Map<?, ?> map ? map.get(name) : null;
                var anyStar = spec.keySet().stream().anyMatch(other -> other.contains("*"));
                key = anyStar && dice.chance(95) ? name : cardinalityKey(name);
            }
            var isContainer = value instanceof Map || value instanceof List;
            if (depth < 4 && isContainer && (inList ? dice.chance(96) : dice.chance(60))) {
                spec.put(key, cardinalities(value, depth + 1));
            } else {
                spec.put(
                        key,
                        dice.chance(98)
                                ? dice.of("ONE", "MANY")
                                : dice.as("cardinality: invalid", dice.of("one", "", "SOME")));
            }
        }
        if (depth > 0 && dice.chance(12)) {
            spec.put(dice.as("cardinality: @", "@"), dice.of("ONE", "MANY", "MANY"));
        }
        return spec;
    }

    private String cardinalityKey(String key) {
        return dice.chance(80) ? key : pattern("cardinality", key);
    }

    private String pattern(String operation, String key) {
        var kind = dice.below(100);
        if (kind < 60 || key.length() < 2) {
            return kind % 5 == 0 ? dice.as(operation + ": *", "*") : dice.as(operation + ": literal", key);
        }
        return switch (dice.below(operation.equals("remove") ? 6 : 4)) {
            case 0 -> dice.as(operation + ": one star", key.charAt(0) + "*");
            case 1 -> dice.as(operation + ": one star", "*" + key.substring(1));
            case 2 -> dice.as(operation + ": two stars", "*" + key.charAt(1) + "*");
            case 3 -> dice.as(operation + ": three stars", "*-*-*");
            case 4 -> dice.as(operation + ": |", key + "|b");
            default -> dice.chance(70) ? "*" : dice.of("**", "a**", "\\*", "|", "a|a", "");
        };
    }

    private String existing(Object node, int percent) {
        return node instanceof Map<?, ?> map && !map.isEmpty() && dice.chance(percent)
                ? (String) dice.of(new ArrayList<>(map.keySet()))
                : inputs.key();
    }
}
