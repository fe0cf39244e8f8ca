package io.gangway.mapping.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells objects that stand for a list, {@code {"e1": {…}, "e2": {…}}}, from those with members of their own. */
final class KeyedObjects {
    private KeyedObjects() {}

    /** Every name has a digit, there are several, and all of them hold objects that share most of their names. */
    static boolean areKeyed(List<? extends @Nullable Object> objects) {
        var keys = new HashSet<Object>();
        var common = new HashSet<Object>();
        var all = new HashSet<Object>();
        for (var object : objects) {
            for (var entry : ((Map<?, ?>) java.util.Objects.requireNonNull(object)).entrySet()) {
                if (!(entry.getValue() instanceof Map<?, ?> inner) || !hasDigit(entry.getKey())) {
                    return false;
                }
                keep(common, inner.keySet(), keys.isEmpty());
                keys.add(entry.getKey());
                all.addAll(inner.keySet());
            }
        }
        return keys.size() > 1 && 2 * common.size() >= all.size() && !common.isEmpty();
    }

    private static void keep(Set<Object> common, Set<?> names, boolean first) {
        if (first) {
            common.addAll(names);
        } else {
            common.retainAll(names);
        }
    }

    private static boolean hasDigit(Object name) {
        return name.toString().chars().anyMatch(Character::isDigit);
    }
}
