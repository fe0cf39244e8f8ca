package io.gangway.mapping.check;

import io.gangway.canonical.CanonicalRecord;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.FieldType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.mapping.plan.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shapes of what is known. */
final class Shapes {
    private Shapes() {}

    /** Of canonical messages: one, or an array of them. */
    static Shape of(CanonicalType type) {
        var message = of(type.record(), type.id());
        var owner = new Object();
        var messages = message.ownedBy(owner, new Effort());
        messages.putItems(message);
        return messages;
    }

    private static Shape of(CanonicalRecord type, String id) {
        var members = new LinkedHashMap<String, Shape>();
        type.fields().forEach(field -> members.put(field.name(), of(field.type(), id)));
        return Shape.object(members, null, id);
    }

    private static Shape of(FieldType type, String id) {
        return switch (type) {
            case ObjectType object -> of(object.record(), id);
            case ListType list -> Shape.array(of(list.item(), id), null, id);
            case FieldType.TextType text -> Shape.scalar(null);
            case FieldType.CodeType code -> Shape.scalar(null);
            case FieldType.IntegerType integer -> Shape.scalar(null);
            case FieldType.BooleanType flag -> Shape.scalar(null);
            case FieldType.InstantType instant -> Shape.scalar(null);
            case FieldType.DateType date -> Shape.scalar(null);
        };
    }

    /** Of a value that stands in a spec. */
    static Shape of(@Nullable Object json, Pointer pointer, Effort effort) {
        effort.spend(1);
        return switch (json) {
            case null -> Shape.NOTHING;
            case Map<?, ?> object -> {
                var members = new LinkedHashMap<String, Shape>();
                object.forEach((name, value) ->
                        members.put(String.valueOf(name), of(value, pointer.child(String.valueOf(name)), effort)));
                yield Shape.object(members, pointer, null);
            }
            case List<?> array -> {
                var items = new ArrayList<Shape>();
                for (int i = 0; i < array.size(); i++) {
                    items.add(of(array.get(i), pointer.child(i), effort));
                }
                yield Shape.array(Shape.union(items, effort), pointer, null);
            }
            default -> Shape.constant(json.toString(), pointer);
        };
    }
}
