package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Specs of the three modify operations: every function, with arguments that mostly are of its kind. */
final class RandomModifications {
    private static final List<String> OF_TEXTS =
            List.of("toLower", "toUpper", "trim", "toInteger", "toDouble", "toLong", "toBoolean", "toString", "size");
    private static final List<String> OF_NUMBERS = List.of(
            "abs",
            "min",
            "max",
            "avg",
            "intSum",
            "doubleSum",
            "longSum",
            "intSubtract",
            "doubleSubtract",
            "longSubtract",
            "divide");
    private static final List<String> OF_LISTS = List.of(
            "firstElement",
            "lastElement",
            "toList",
            "sort",
            "concat",
            "size",
            "squashNulls",
            "recursivelySquashNulls",
            "squashDuplicates",
            "min",
            "max",
            "avg",
            "intSum",
            "doubleSum",
            "longSum");
    private static final List<String> OF_ALL = List.of(
            "noop",
            "isPresent",
            "notNull",
            "isNull",
            "concat",
            "toString",
            "size",
            "toList",
            "squashNulls",
            "recursivelySquashNulls",
            "squashDuplicates");
    static final List<String> ALL = List.of(
            "toLower",
            "toUpper",
            "concat",
            "join",
            "split",
            "substring",
            "trim",
            "leftPad",
            "rightPad",
            "min",
            "max",
            "abs",
            "avg",
            "intSum",
            "doubleSum",
            "longSum",
            "intSubtract",
            "doubleSubtract",
            "longSubtract",
            "divide",
            "divideAndRound",
            "toInteger",
            "toDouble",
            "toLong",
            "toBoolean",
            "toString",
            "size",
            "squashNulls",
            "recursivelySquashNulls",
            "squashDuplicates",
            "noop",
            "isPresent",
            "notNull",
            "isNull",
            "firstElement",
            "lastElement",
            "elementAt",
            "toList",
            "sort");

    private final Dice dice;
    private final RandomInputs inputs;

    RandomModifications(Dice dice) {
        this.dice = dice;
        this.inputs = new RandomInputs(dice);
    }

    Object spec(Object document) {
        return level(Walk.at(document), 0);
    }

    private Map<String, Object> level(Walk walk, int depth) {
        var spec = new LinkedHashMap<String, Object>();
        for (var size = dice.between(1, 3); size > 0; size--) {
            if (walk.here() instanceof List<?> list && dice.chance(98)) {
                element(spec, walk, list, depth);
            } else {
                field(spec, walk, depth);
            }
        }
        return spec;
    }

    private void element(Map<String, Object> spec, Walk walk, List<?> list, int depth) {
        var index = dice.below(list.size() + 2);
        var item = index < list.size() ? list.get(index) : null;
        var key = dice.chance(45) ? dice.as("modify: * on lists", "*") : dice.as("modify: [n]", "[" + index + "]");
        dice.unlike(spec, marked(key)).ifPresent(free -> spec.put(free, rhs(walk.to(item, "" + index, 0), depth)));
    }

    private void field(Map<String, Object> spec, Walk walk, int depth) {
        var fields = walk.here() instanceof Map<?, ?> map ? new ArrayList<Object>(map.keySet()) : List.<Object>of();
        var key = fields.isEmpty() || dice.chance(25) ? inputs.key() : (String) dice.of(fields);
        var value = walk.here() instanceof Map<?, ?> map ? map.get(key) : null;
        var kind = dice.below(100);
        String pattern;
        if (kind < 66 || key.length() < 2) {
            pattern = dice.as("modify: literal", Walk.escaped(key));
        } else if (kind < 82) {
            pattern = dice.as("modify: *", "*");
        } else if (kind < 90) {
            pattern = dice.as(
                    "modify: stars",
                    dice.of(
                            Walk.escaped(key.substring(0, 1)) + "*",
                            "*" + Walk.escaped(key.substring(1)),
                            "*" + Walk.escaped(key.substring(1, 2)) + "*",
                            "*-*-*"));
        } else if (kind < 97) {
            pattern = dice.as("modify: |", Walk.escaped(key) + "|" + dice.of("b", "new", "a*", "*"));
        } else {
            pattern = dice.as(
                    "modify: odd key",
                    dice.of(
                            "", "&", "@", "$", "#x", "[0]", "[]", "[&]", "[#1]", "?", "+", "_?", "a[0]", "@(1,a)",
                            "\\?", "a\\?"));
        }
        dice.unlike(spec, marked(pattern)).ifPresent(free -> spec.put(free, rhs(walk.to(value, key, 0), depth)));
    }

    private String marked(String key) {
        var prefix = dice.chance(15) ? dice.as("modify: mode of a key", dice.of("+", "~", "_")) : "";
        var suffix = dice.chance(14) ? dice.as("modify: ?", "?") : "";
        return prefix + key + suffix;
    }

    private Object rhs(Walk walk, int depth) {
        var isContainer = walk.here() instanceof Map || walk.here() instanceof List;
        if (depth < 4 && dice.chance(isContainer ? 55 : 5)) {
            return level(walk, depth + 1);
        }
        if (dice.chance(14)) {
            var alternatives = new ArrayList<Object>();
            for (var size = dice.between(1, 3); size > 0; size--) {
                alternatives.add(expression(walk));
            }
            return dice.as("modify: alternatives", alternatives);
        }
        return expression(walk);
    }

    private Object expression(Walk walk) {
        var kind = dice.below(100);
        if (kind < 68) {
            return function(walk);
        }
        if (kind < 80) {
            return dice.as("modify: @(n,path)", lookup(walk, node -> true));
        }
        if (kind < 90) {
            return dice.as("modify: literal value", inputs.scalar());
        }
        if (kind < 94) {
            return dice.as(
                    "modify: literal container",
                    Json.copy(dice.<Object>of(List.of(Map.of(), List.of(), Map.of("k", 1)))));
        }
        return kind < 97
                ? dice.as("modify: context", dice.of("^", "^x", "^a.b", "=concat(^,^x)"))
                : dice.as(
                        "modify: odd value",
                        dice.of(
                                "@",
                                "@1",
                                "@(1)",
                                "@(9,a)",
                                "@(1,a).b",
                                "@(1,*)",
                                "=",
                                "=unknown",
                                "=unknown(1)",
                                "=toUpper(",
                                "=toUpper)",
                                "=concat()",
                                "=concat(a",
                                "=toUpper(=trim(a))",
                                "x(1)",
                                "@(1,a",
                                "@@"));
    }

    private String function(Walk walk) {
        var name = name(walk.here());
        dice.as("modify: =" + name, name);
        var kind = dice.below(100);
        if (kind < 25
                && !List.of("join", "split", "substring", "leftPad", "rightPad", "divideAndRound", "elementAt")
                        .contains(name)) {
            return dice.as("modify: function without arguments", "=" + name);
        }
        if (kind < 32) {
            return dice.as(
                    "modify: function with arguments of any kind",
                    "=" + name + "(" + arguments(walk, dice.below(4)) + ")");
        }
        Predicate<Object> texts = String.class::isInstance;
        Predicate<Object> lists = List.class::isInstance;
        return "=" + name + "("
                + switch (name) {
                    case "join" ->
                        dice.of("','", "'-'", "''", text(walk))
                                + separator()
                                + (dice.chance(60) ? lookup(walk, lists) : arguments(walk, 3));
                    case "split" ->
                        dice.of("','", "'-'", "'[-,]'", "''", "' '", "'.'", "'('") + separator() + lookup(walk, texts);
                    case "substring" ->
                        text(walk) + separator() + dice.of("0", "1", "0", "-1", lookup(walk, Integer.class::isInstance))
                                + "," + dice.of("1", "2", "3", "9", "'1'");
                    case "leftPad", "rightPad" ->
                        text(walk) + separator() + dice.of("1", "3", "5", "0", "-1", "501", "'5'") + ","
                                + dice.of("'0'", "' '", "'xx'", "x", "0");
                    case "divideAndRound" ->
                        dice.of("0", "1", "2", "-1", "'2'") + separator() + number(walk) + "," + number(walk);
                    case "elementAt" ->
                        dice.of("0", "1", "9", "-1", lookup(walk, Integer.class::isInstance))
                                + separator()
                                + (dice.chance(70) ? lookup(walk, lists) : arguments(walk, 2));
                    case "intSubtract", "doubleSubtract", "longSubtract", "divide" ->
                        number(walk) + separator() + number(walk);
                    case "firstElement",
                            "lastElement",
                            "sort",
                            "squashNulls",
                            "recursivelySquashNulls",
                            "squashDuplicates" -> lookup(walk, lists);
                    case "toLower", "toUpper", "trim" -> text(walk);
                    case "min", "max", "avg", "intSum", "doubleSum", "longSum", "abs" ->
                        dice.chance(40) ? lookup(walk, lists) : number(walk) + "," + number(walk);
                    default -> arguments(walk, dice.between(1, 3));
                }
                + ")";
    }

    private String name(Object value) {
        if (dice.chance(30)) {
            return dice.of(ALL);
        }
        return switch (value) {
            case String text -> dice.of(OF_TEXTS);
            case Number number -> dice.of(OF_NUMBERS);
            case List<?> list -> dice.of(OF_LISTS);
            default -> dice.of(OF_ALL);
        };
    }

    private String arguments(Walk walk, int count) {
        var arguments = new StringBuilder();
        for (var index = 0; index < count; index++) {
            arguments.append(index == 0 ? "" : separator()).append(argument(walk));
        }
        return arguments.toString();
    }

    private String argument(Walk walk) {
        return switch (dice.below(8)) {
            case 0 -> "'" + dice.of("a", "", " - ", "x,y", "(", ")", "é", "1") + "'";
            case 1 -> dice.of("1", "2.5", "-3", "0", "4294967296", "1e2", "NaN", "1d", "010", "99999999999999999999");
            case 2 -> dice.of("true", "FALSE", "", "plain", "a b", "null", "it's", "'a'b'");
            default -> lookup(walk, node -> true);
        };
    }

    private String separator() {
        return dice.of(",", ",", ", ", " , ");
    }

    private String text(Walk walk) {
        return dice.chance(75) ? lookup(walk, String.class::isInstance) : dice.of("'AbC'", "abc", "' x '");
    }

    private String number(Walk walk) {
        return dice.chance(75)
                ? lookup(walk, Number.class::isInstance)
                : dice.of("1", "2", "0", "2.5", "-7", "3000000000");
    }

    private String lookup(Walk walk, Predicate<Object> fits) {
        var levels = dice.chance(80) ? 1 : dice.below(Math.min(walk.depth(), 4));
        var path = walk.lookup(dice, levels, fits);
        return path.isEmpty() ? "@" + levels : "@(" + levels + "," + (dice.chance(4) ? "&" : path) + ")";
    }
}
