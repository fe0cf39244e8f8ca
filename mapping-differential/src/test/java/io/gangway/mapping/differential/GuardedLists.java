package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends what never ends in jolt-core: a shift that appends to the list it goes through. All lists and maps of a document
 * are replaced by such as refuse to grow or to be asked for ever; whatever was shared stays shared.
 */
final class GuardedLists {
    private static final int ADDED = 20_000;
    private static final int READ = 400_000;

    private final Map<Object, Object> seen = new IdentityHashMap<>();
    private int added;
    private int read;

    private GuardedLists() {}

    static Object guard(Object document) {
        return new GuardedLists().replace(document);
    }

    @SuppressWarnings("unchecked")
    private Object replace(Object node) {
        if (!(node instanceof Map || node instanceof List)) {
            return node;
        }
        var known = seen.get(node);
        if (known != null) {
            return known;
        }
        var replaced = switch (node) {
            case List<?> list when list.getClass() == ArrayList.class -> new GuardedList(list);
            case Map<?, ?> map when map.getClass() == LinkedHashMap.class -> new GuardedMap((Map<String, Object>) map);
            default -> node;
        };
        seen.put(node, replaced);
        seen.put(replaced, replaced);
        if (replaced instanceof Map<?, ?> map) {
            for (var entry : ((Map<String, Object>) map).entrySet()) {
                var value = replace(entry.getValue());
                if (value != entry.getValue()) {
                    entry.setValue(value);
                }
            }
        } else {
            var list = (List<Object>) replaced;
            for (var index = 0; index < list.size(); index++) {
                var item = replace(list.get(index));
                if (item != list.get(index)) {
                    list.set(index, item);
                }
            }
        }
        return replaced;
    }

    /** Inner, as all lists of a document share what may be added and read. */
    private final class GuardedList extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;

        GuardedList(List<?> items) {
            super(items);
        }

        @Override
        public boolean add(Object item) {
            if (++added > ADDED) {
                throw new Endless();
            }
            return super.add(item);
        }

        @Override
        public Object get(int index) {
            count();
            return super.get(index);
        }
    }

    private void count() {
        if (++read > READ) {
            throw new Endless();
        }
    }

    /** A shift whose output contains its input makes lists in its input, which are reached through it only. */
    private final class GuardedMap extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;

        GuardedMap(Map<String, Object> members) {
            super(members);
        }

        @Override
        public Object get(Object name) {
            count();
            return super.get(name);
        }
    }

    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Endless() {
            super("A list grew without an end.");
        }
    }
}
