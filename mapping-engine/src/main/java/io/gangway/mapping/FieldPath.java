package io.gangway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a message object, or of an object in it: {@code place.countryCode}. */
record FieldPath(List<String> names) {
    static FieldPath of(String text) {
        return new FieldPath(List.of(text.split("\\.", -1)));
    }

    @Nullable
    Object get(Map<String, @Nullable Object> message) {
        @Nullable Object value = message;
        for (var name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    void put(Map<String, @Nullable Object> message, String value) {
        var object = message;
        for (var name : names.subList(0, names.size() - 1)) {
            var inner = Messages.asObject(object.get(name));
            if (inner == null) {
                inner = new LinkedHashMap<>();
                object.put(name, inner);
            }
            object = inner;
        }
        object.put(names.getLast(), value);
    }

    void remove(Map<String, @Nullable Object> message) {
        var object = message;
        for (var name : names.subList(0, names.size() - 1)) {
            var inner = Messages.asObject(object.get(name));
            if (inner == null) {
                return;
            }
            object = inner;
        }
        object.remove(names.getLast());
    }

    Pointer in(Pointer message) {
        var pointer = message;
        for (var name : names) {
            pointer = pointer.child(name);
        }
        return pointer;
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
