package io.gangway.mapping.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What rules for the items of a list make lists of.
 *
 * @param paths of the lists, names joined by dots, in the result or in an item of a list around; empty for the result
 *     itself
 * @param ofObjects whether one of the lists is the result itself, or has objects
 */
record ShiftLists(Set<String> paths, boolean ofObjects) {
    static final ShiftLists NONE = new ShiftLists(Set.of(), false);

    static ShiftLists of(ShiftRule[] rules) {
        var collected = new Collected();
        for (var rule : rules) {
            collected.add(rule, 0);
        }
        return collected.paths.isEmpty() ? NONE : new ShiftLists(Set.copyOf(collected.paths), collected.ofObjects);
    }

    private static final class Collected {
        private final Set<String> paths = new TreeSet<>();
        private boolean ofObjects;

        /** {@code level} is how far below the rule for the items a rule is. */
        private void add(ShiftRule rule, int level) {
            switch (rule) {
                case ShiftRules deeper -> {
                    for (var child : deeper.children()) {
                        add(child, level + 1);
                    }
                }
                case ShiftLeaf leaf -> leaf.targets().forEach(target -> add(target.keys(), level));
            }
        }

        /** The first key is the root. */
        private void add(List<SpecKey> keys, int level) {
            var path = "";
            for (int i = 1; i < keys.size(); i++) {
                var key = keys.get(i);
                if (key instanceof SpecKey.Literal literal) {
                    path = path.isEmpty() ? literal.name() : path + "." + literal.name();
                } else if (isOfItems(key, level)) {
                    paths.add(path);
                    ofObjects |= path.isEmpty() || i + 1 < keys.size();
                    return;
                } else {
                    // The index of a list around, or a name that is known only when it is met.
                    path = "";
                }
            }
        }

        private static boolean isOfItems(SpecKey key, int level) {
            return key instanceof SpecKey.MatchedPosition(var reference)
                    ? reference.level() == level
                    : key instanceof SpecKey.Index && !(key instanceof SpecKey.Position);
        }
    }
}
