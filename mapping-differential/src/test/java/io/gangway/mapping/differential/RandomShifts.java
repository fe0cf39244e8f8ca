package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Specs of shift that go down a document and write to few places. */
final class RandomShifts {
    private final Dice dice;
    private final RandomInputs inputs;

    RandomShifts(Dice dice) {
        this.dice = dice;
        this.inputs = new RandomInputs(dice);
    }

    Object spec(Object document) {
        if (dice.chance(12)) {
            return dice.as("shift: pass-through beside the rest", passThrough(document));
        }
        return level(Walk.at(document), 0);
    }

    private Object passThrough(Object document) {
        var spec = level(Walk.at(document), 0);
        spec.putIfAbsent("*", dice.of("&", "o.&", "&(0,0)", "o[]"));
        return spec;
    }

    private LinkedHashMap<String, Object> level(Walk walk, int depth) {
        var spec = new LinkedHashMap<String, Object>();
        var size = switch (walk.here()) {
            case Map<?, ?> map -> dice.between(1, Math.clamp(map.size(), 1, 4));
            case List<?> list -> dice.between(1, 2);
            default -> 1;
        };
        for (var index = 0; index < size; index++) {
            child(spec, walk, depth);
        }
        while (dice.chance(14)) {
            special(spec, walk);
        }
        return spec;
    }

    private void child(Map<String, Object> spec, Walk walk, int depth) {
        switch (walk.here()) {
            case Map<?, ?> map
            when !map.isEmpty() -> {
                var key = (String) dice.of(new ArrayList<>(map.keySet()));
                var pattern = pattern(key, walk, map);
                dice.unlike(spec, pattern)
                        .ifPresent(free -> spec.put(free, rhs(walk.to(map.get(key), key, stars(free)), depth)));
            }
            case List<?> list
            when !list.isEmpty() -> {
                var index = dice.below(list.size());
                var key = dice.chance(60)
                        ? dice.as("shift: * on lists", "*")
                        : dice.as(
                                "shift: index of a list",
                                dice.chance(94) ? "" + index : dice.of("[0]", "9", "-1", "0*", "00"));
                dice.unlike(spec, key)
                        .ifPresent(free -> spec.put(free, rhs(walk.to(list.get(index), "" + index, 0), depth)));
            }
            case String text -> match(spec, walk, text);
            case Number number -> match(spec, walk, number.toString());
            case Boolean bool -> match(spec, walk, bool.toString());
            default -> spec.put(dice.of("*", inputs.key()), rhs(walk.to(null, "a", 0), depth));
        }
    }

    private void match(Map<String, Object> spec, Walk walk, String text) {
        var key = text.isEmpty() || dice.chance(20) ? "*" : Walk.escaped(text);
        var child = walk.to(null, text, 0);
        spec.put(dice.as("shift: match on a value", key), dice.chance(40) ? path(child) : specials(child));
        if (dice.chance(30)) {
            spec.putIfAbsent("*", specials(child));
        }
    }

    private Map<String, Object> specials(Walk walk) {
        var spec = new LinkedHashMap<String, Object>();
        special(spec, walk);
        return spec;
    }

    private void special(Map<String, Object> spec, Walk walk) {
        var levels = dice.below(Math.min(walk.depth(), 4));
        var key = switch (dice.below(9)) {
            case 0 -> dice.as("shift: $", dice.of("$", "$0"));
            case 1 -> dice.as("shift: $n", "$" + levels);
            case 2 -> dice.as("shift: $(n,m)", "$(" + levels + "," + group(walk, levels) + ")");
            case 3 -> dice.as("shift: #", dice.of("#x", "#(c d)", "#1", "#true", "#a-b"));
            case 4 -> dice.as("shift: @", "@");
            case 5 -> dice.as("shift: @n", "@" + levels);
            case 6 -> dice.as("shift: @(n)", "@(" + levels + ")");
            default -> dice.as("shift: @(n,path)", "@(" + levels + "," + lookup(walk, levels) + ")");
        };
        if (dice.unlike(spec, key).isEmpty()) {
            return;
        }
        if (key.length() > 1 && key.startsWith("@") && dice.chance(25)) {
            spec.put(
                    key,
                    dice.as(
                            "shift: goes on from a looked up value",
                            Map.of(dice.of("*", "a", "0"), path(walk.to(null, "a", 0)))));
        } else {
            spec.put(
                    key, dice.chance(85) ? path(walk.to(walk.here(), walk.keys().getLast(), 0)) : paths(walk));
        }
    }

    private String pattern(String key, Walk walk, Map<?, ?> map) {
        var kind = dice.below(100);
        if (kind < 42) {
            return dice.as("shift: literal", Walk.escaped(key));
        }
        if (kind < 62) {
            return dice.as("shift: *", "*");
        }
        if (kind < 76 && key.length() > 1) {
            return dice.as("shift: one star", starred(key, 1));
        }
        if (kind < 83 && key.length() > 2) {
            return dice.as("shift: two stars", starred(key, 2));
        }
        if (kind < 86 && key.length() > 4) {
            return dice.as("shift: three stars", starred(key, 3));
        }
        if (kind < 93) {
            var other = Walk.escaped((String) dice.of(new ArrayList<>(map.keySet())));
            return dice.as("shift: |", Walk.escaped(key) + "|" + (dice.chance(70) ? other + "x" : dice.of("*", other)));
        }
        if (kind < 97) {
            return dice.as("shift: & as key", dice.of("&", "&1", "&(1,0)", "&2", "a&", "&1-b"));
        }
        return dice.chance(70)
                ? Walk.escaped(inputs.key())
                : dice.as(
                        "shift: odd key",
                        dice.of(
                                "a*&",
                                "**",
                                "a**",
                                "a\\**",
                                "@x@",
                                "a[",
                                "[]",
                                "a@",
                                "$x",
                                "&x",
                                "#",
                                "x#y",
                                "|",
                                "&(1,2,3)",
                                "@()",
                                "@(x",
                                "\\",
                                "*|a"));
    }

    private String starred(String key, int stars) {
        var from = dice.below(Math.max(1, key.length() - stars));
        return switch (stars) {
            case 1 ->
                Walk.escaped(key.substring(0, from)) + "*"
                        + (dice.chance(50) ? "" : Walk.escaped(key.substring(from + 1)));
            case 2 ->
                "*" + Walk.escaped(key.substring(1, 2)) + "*"
                        + (dice.chance(30) ? Walk.escaped(key.substring(key.length() - 1)) : "");
            default -> "*" + Walk.escaped(key.substring(1, 2)) + "*" + Walk.escaped(key.substring(3, 4)) + "*";
        };
    }

    private static int stars(String pattern) {
        return pattern.equals("*")
                ? 0
                : (int) pattern.chars().filter(character -> character == '*').count();
    }

    private Object rhs(Walk walk, int depth) {
        var isContainer = walk.here() instanceof Map || walk.here() instanceof List;
        if (depth < 4 && (isContainer ? dice.chance(depth == 0 ? 72 : 58) : dice.chance(9))) {
            return level(walk, depth + 1);
        }
        var kind = dice.below(100);
        if (kind < 86) {
            return path(walk);
        }
        if (kind < 95) {
            return dice.as("shift: several outputs", paths(walk));
        }
        if (kind < 98) {
            return dice.as("shift: null as output", null);
        }
        return kind < 99
                ? ""
                : dice.as(
                        "shift: invalid output",
                        dice.<Object>of(List.of(
                                1, true, List.of(), List.of(1), Map.of(), "*", "a.*", "$", "@", "[x]", "a[-1]")));
    }

    private List<Object> paths(Walk walk) {
        var paths = new ArrayList<Object>();
        for (var index = dice.between(1, 3); index > 0; index--) {
            paths.add(path(walk));
        }
        return paths;
    }

    private String path(Walk walk) {
        var path = new StringBuilder();
        for (var segments = dice.of(List.of(1, 1, 1, 2, 2, 3)); segments > 0; segments--) {
            path.append(path.isEmpty() ? "" : ".").append(segment(walk));
            if (dice.chance(26)) {
                path.append(index(walk));
            }
        }
        return dice.chance(3)
                ? dice.as("shift: index at the start", index(walk) + dice.of("", "." + path))
                : path.toString();
    }

    private String segment(Walk walk) {
        var levels = dice.below(Math.min(walk.depth(), 4));
        var kind = dice.below(100);
        if (kind < 52) {
            return dice.of("o", "o", "p", "q", "a", "b", "list");
        }
        if (kind < 64) {
            return dice.as("shift: & in outputs", dice.of("&", "&0"));
        }
        if (kind < 74) {
            return dice.as("shift: &n in outputs", "&" + levels);
        }
        if (kind < 84) {
            return dice.as("shift: &(n,m) in outputs", "&(" + levels + "," + group(walk, levels) + ")");
        }
        if (kind < 90) {
            return dice.as("shift: & within text", dice.of("p-&", "&_x", "&-&" + levels, "a&"));
        }
        if (kind < 96) {
            var path = lookup(walk, levels);
            return dice.as(
                    "shift: @ in outputs",
                    dice.chance(85) ? "@(" + levels + "," + path + ")" : "@" + (path.isEmpty() ? "a" : path));
        }
        return kind < 99
                ? dice.as(
                        "shift: escapes in outputs",
                        dice.of("o\\.p", "\\@o", "\\&", "\\$o", "o\\[0\\]", "\\*o", "\\\\o", "\\#o"))
                : dice.as(
                        "shift: odd output",
                        dice.of("&9", "&(0,9)", "$", "#o", "o o", "@", "@@a", "@(1,a", "o..p", ".o", "o.", "o\\"));
    }

    private String index(Walk walk) {
        var levels = dice.below(Math.min(walk.depth(), 4));
        return switch (dice.below(8)) {
            case 0, 1 -> dice.as("shift: [] in outputs", "[]");
            case 2 -> dice.as("shift: [n] in outputs", dice.of("[0]", "[1]", "[3]"));
            case 3, 4 -> dice.as("shift: [&n] in outputs", "[&" + levels + "]");
            case 5 -> dice.as("shift: [#n] in outputs", "[#" + dice.between(1, 3) + "]");
            case 6 -> dice.as("shift: [&(n,m)] in outputs", "[&(" + levels + "," + group(walk, levels) + ")]");
            default ->
                dice.as(
                        "shift: [@] in outputs",
                        "[@(" + levels + "," + walk.lookup(dice, levels, Number.class::isInstance) + ")]");
        };
    }

    private int group(Walk walk, int levels) {
        return dice.chance(96) ? dice.below(walk.groupsUp(levels) + 1) : 2;
    }

    private String lookup(Walk walk, int levels) {
        if (dice.chance(6)) {
            return dice.as("shift: & in lookups", dice.of("&", "a.&", "&1", "list[&]", "&(1,0).a"));
        }
        return walk.lookup(dice, levels, node -> node instanceof String || dice.chance(20));
    }
}
