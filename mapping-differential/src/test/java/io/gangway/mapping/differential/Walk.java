package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The way from the root of a document to one of its parts, as specs refer to it. */
record Walk(List<Object> nodes, List<String> keys, List<Integer> groups) {
    private static final Pattern ODD = Pattern.compile("[@*$()']");

    /** Jolt counts the root twice. */
    static Walk at(Object root) {
        return new Walk(List.of(root == null ? List.of() : root), List.of("root"), List.of(0)).to(root, "root", 0);
    }

    Walk to(Object node, String key, int groupsOfKey) {
        return new Walk(with(nodes, node == null ? "null" : node), with(keys, key), with(groups, groupsOfKey));
    }

    Object here() {
        return nodes.getLast();
    }

    int depth() {
        return nodes.size();
    }

    Object up(int levels) {
        return nodes.get(Math.max(0, nodes.size() - 1 - levels));
    }

    int groupsUp(int levels) {
        return groups.get(Math.max(0, groups.size() - 1 - levels));
    }

    /** A path to a part of what is {@code levels} up that {@code fits}, if a few tries find one. */
    String lookup(Dice dice, int levels, Predicate<Object> fits) {
        var path = "";
        for (var attempt = 0; attempt < 6; attempt++) {
            var segments = new StringBuilder();
            var node = up(levels);
            for (var step = 0; step < 3; step++) {
                if (node instanceof Map<?, ?> map && !map.isEmpty()) {
                    var key = (String) dice.of(new ArrayList<>(map.keySet()));
                    if (key.isEmpty() || ODD.matcher(key).find()) {
                        break;
                    }
                    segments.append(segments.isEmpty() ? "" : ".").append(escaped(key));
                    node = map.get(key);
                } else if (node instanceof List<?> list && !list.isEmpty()) {
                    var index = dice.below(list.size());
                    segments.append('[').append(index).append(']');
                    node = list.get(index);
                } else {
                    break;
                }
                if (fits.test(node) || dice.chance(20)) {
                    break;
                }
            }
            path = segments.toString();
            if (fits.test(node) && !path.isEmpty()) {
                return path;
            }
        }
        return path;
    }

    static String escaped(String key) {
        var escaped = new StringBuilder();
        for (var index = 0; index < key.length(); index++) {
            var character = key.charAt(index);
            if ("\\.@$*&[]#".indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return escaped.toString();
    }

    private static <T> List<T> with(List<T> list, T item) {
        var longer = new ArrayList<T>(list);
        longer.add(item);
        return longer;
    }
}
