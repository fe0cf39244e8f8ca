package io.gangway.mapping.differential;

import com.bazaarvoice.jolt.Defaultr;
import com.bazaarvoice.jolt.defaultr.Key;
import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Jolt's default applies the literal keys of a level in the order of their identity hashes, another one with each
 * compilation. Here they come in the order of the spec, which is one of the orders that Jolt may take.
 */
final class DefaultOrder {
    private static final String ARRAY = "[]";

    private DefaultOrder() {}

    static Defaultr pin(Defaultr defaultr, Object spec) {
        try {
            pin(read(Defaultr.class, "mapRoot", defaultr), spec);
            pin(read(Defaultr.class, "arrayRoot", defaultr), spec);
            return defaultr;
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError("jolt-core is built differently now.", changed);
        }
    }

    private static void pin(Object root, Object spec) throws ReflectiveOperationException {
        if (root == null || !(spec instanceof Map<?, ?> entries)) {
            return;
        }
        var children = (Set<?>) read(Key.class, "children", root);
        var ordered = new LinkedHashSet<Object>();
        for (var entry : entries.entrySet()) {
            var child = childOf(children, ordered, (String) entry.getKey());
            ordered.add(child);
            pin(child, entry.getValue());
        }
        field(Key.class, "children").set(root, ordered);
    }

    private static Object childOf(Set<?> children, Set<?> taken, String key) throws ReflectiveOperationException {
        var isArray = key.endsWith(ARRAY);
        var rawKey = isArray ? key.replace(ARRAY, "") : key;
        for (var child : children) {
            if (!taken.contains(child)
                    && ((Key) child).isArrayOutput() == isArray
                    && rawKey.equals(read(Key.class, "rawKey", child))) {
                return child;
            }
        }
        throw new AssertionError("There is no key '%s'.".formatted(key));
    }

    private static Object read(Class<?> type, String name, Object object) throws ReflectiveOperationException {
        return field(type, name).get(object);
    }

    private static Field field(Class<?> type, String name) throws ReflectiveOperationException {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
