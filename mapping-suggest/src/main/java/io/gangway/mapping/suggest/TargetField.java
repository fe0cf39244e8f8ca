package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalField;
import io.gangway.canonical.CanonicalRecord;
import io.gangway.canonical.FieldType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a message or an object of a list can have.
 *
 * @param objects names of the objects that it is in, from the message or the list's item down
 * @param object the innermost of them; null if it is in none
 * @param required whether the message can't do without, the objects it is in being required too
 */
record TargetField(List<String> objects, @Nullable CanonicalField object, CanonicalField field, boolean required) {
    private static final int DEPTH = 8;

    String path() {
        return objects.isEmpty() ? field.name() : String.join(".", objects) + "." + field.name();
    }

    String objectPath() {
        return String.join(".", objects);
    }

    /** Whether it is the amount of money in one of its objects. */
    boolean isAmount() {
        return object != null && name().equals("minorUnits");
    }

    /** Whether it is the currency of such an amount. */
    boolean isCurrency() {
        return object != null && name().equals("currency");
    }

    /** Whether the other field is the currency of this amount. */
    boolean isIn(TargetField currency) {
        return currency.isCurrency() && objects.equals(currency.objects);
    }

    /** Whether both are in the same object. */
    boolean isBeside(TargetField other) {
        return objects.equals(other.objects);
    }

    String name() {
        return field.name();
    }

    /** What one value is, be it in a list or not. */
    FieldType type() {
        return field.type() instanceof ListType list ? list.item() : field.type();
    }

    boolean isList() {
        return field.type() instanceof ListType;
    }

    /** Whether it is a list of objects, which have fields of their own. */
    boolean isListOfObjects() {
        return field.type() instanceof ListType list && list.item() instanceof ObjectType;
    }

    CanonicalRecord itemRecord() {
        return ((ObjectType) type()).record();
    }

    /** In the order of the records. */
    static List<TargetField> of(CanonicalRecord record) {
        var fields = new ArrayList<TargetField>();
        collect(record, List.of(), null, true, fields);
        return fields;
    }

    private static void collect(
            CanonicalRecord record,
            List<String> objects,
            @Nullable CanonicalField innermost,
            boolean required,
            List<TargetField> fields) {
        for (var field : record.fields()) {
            if (field.type() instanceof ObjectType object) {
                var deeper = new ArrayList<>(objects);
                deeper.add(field.name());
                if (deeper.size() <= DEPTH) {
                    collect(object.record(), deeper, field, required && field.required(), fields);
                }
            } else {
                fields.add(new TargetField(objects, innermost, field, required && field.required()));
            }
        }
    }
}
