package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends what never ends in jolt-core: a shift that appends to the list it goes through. All lists of a document are
 * replaced by lists that refuse to grow for ever; whatever was shared stays shared.
 */
final class GuardedLists {
    private static final int ENDLESS = 20_000;

    private final Map<Object, Object> seen = new IdentityHashMap<>();

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
        var replaced = node.getClass() == ArrayList.class ? new GuardedList((List<Object>) node) : node;
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

    private static final class GuardedList extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;

        GuardedList(List<Object> items) {
            super(items);
        }

        @Override
        public boolean add(Object item) {
            if (size() >= ENDLESS) {
                throw new IllegalStateException("A list grew without an end.");
            }
            return super.add(item);
        }
    }
}
