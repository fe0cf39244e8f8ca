package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalField;
import io.gangway.canonical.CanonicalRecord;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a message can't do without, in all objects that it has. */
final class RequiredFields {
    private static final int DEPTH = 8;

    private final Set<String> filled;
    private final List<String> missing = new ArrayList<>();

    private RequiredFields(Set<String> filled) {
        this.filled = filled;
    }

    /** Paths such as {@code place.city} and {@code lines[].sku}, in the order of the records. */
    static List<String> missing(CanonicalRecord record, Set<String> filled) {
        var fields = new RequiredFields(filled);
        fields.collect(record, "", 0);
        return List.copyOf(fields.missing);
    }

    private void collect(CanonicalRecord record, String prefix, int depth) {
        if (depth < DEPTH) {
            record.fields().forEach(field -> collect(field, prefix + field.name(), depth + 1));
        }
    }

    private void collect(CanonicalField field, String path, int depth) {
        switch (field.type()) {
            case ObjectType object
            when field.required() || isBegun(path + ".") -> collect(object.record(), path + ".", depth);
            case ObjectType optional -> {}
            case ListType list
            when list.item() instanceof ObjectType item && isBegun(path + "[].") ->
                collect(item.record(), path + "[].", depth);
            default -> {
                if (field.required() && !filled.contains(path)) {
                    missing.add(path);
                }
            }
        }
    }

    private boolean isBegun(String prefix) {
        return filled.stream().anyMatch(path -> path.startsWith(prefix));
    }
}
