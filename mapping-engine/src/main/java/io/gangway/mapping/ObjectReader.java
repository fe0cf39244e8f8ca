package io.gangway.mapping;

import io.gangway.canonical.CanonicalField;
import io.gangway.canonical.CanonicalRecord;
import io.gangway.canonical.FieldType.BooleanType;
import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Suggestion;
import io.gangway.mapping.step.Messages;
import io.gangway.mapping.step.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object of a canonical message, or the message itself. What begins with an underscore is scratch. */
final class ObjectReader {
    private static final String SCRATCH = "_";

    private final String typeId;
    private final CanonicalRecord shape;
    private final Map<String, @Nullable Object> members;
    private final Pointer pointer;
    private final Faults faults;
    private final ValueReader values;

    ObjectReader(
            String typeId,
            CanonicalRecord shape,
            Map<String, @Nullable Object> members,
            Pointer pointer,
            Faults faults) {
        this.typeId = typeId;
        this.shape = shape;
        this.members = members;
        this.pointer = pointer;
        this.faults = faults;
        this.values = new ValueReader(pointer, faults);
    }

    /** Null if a field that the message can't do without has no value or a fault; faults then say why. */
    @Nullable
    Record readMessage() {
        return read(false);
    }

    /** Null if a required field has no value; faults then say why. */
    private @Nullable Record readPart() {
        return read(true);
    }

    /** @param lenient whether the caller looks for faults itself */
    private @Nullable Record read(boolean lenient) {
        var fields = shape.fields();
        var read = new @Nullable Object[fields.size()];
        var complete = true;
        for (int i = 0; i < read.length; i++) {
            var field = fields.get(i);
            var before = faults.count();
            read[i] = value(field);
            complete &= !(field.required() && isEmpty(read[i]));
            complete &= lenient || field.dispensable() || faults.count() == before;
        }
        var before = faults.count();
        refuseOthers();
        return complete && (lenient || faults.count() == before) ? shape.create(read) : null;
    }

    private @Nullable Object value(CanonicalField field) {
        var before = faults.count();
        var name = field.name();
        var member = members.get(name);
        var value = switch (field.type()) {
            case TextType text -> values.text(name, member, text);
            case CodeType code -> values.code(name, member, code);
            case IntegerType integer -> values.integer(name, member, integer);
            case BooleanType flag -> values.flag(name, member);
            case InstantType instant -> values.instant(name, member);
            case DateType date -> values.date(name, member);
            case ObjectType object -> object(name, member, object.record());
            case ListType list -> list(name, member, list);
        };
        if (field.required() && isEmpty(value) && faults.count() == before) {
            values.fault(
                    "missing-field",
                    name,
                    "Field '%s' is missing at %s. Let a step of the mapping fill it, or have the sender send it."
                            .formatted(name, pointer));
        }
        return value;
    }

    private List<?> list(String field, @Nullable Object member, ListType type) {
        return switch (type.item()) {
            case TextType text -> values.texts(field, member, text, type.maxItems());
            case CodeType code -> values.codes(field, member, code, type.maxItems());
            case ObjectType object -> objects(field, member, object.record(), type.maxItems());
        };
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    private @Nullable Record object(String field, @Nullable Object member, CanonicalRecord type) {
        var object = Messages.asObject(member);
        if (object == null) {
            if (!isAbsent(member)) {
                values.fault(
                        "invalid-field",
                        field,
                        "Field '%s' at %s is not an object. Let the mapping fill its fields."
                                .formatted(field, pointer));
            }
            return null;
        }
        return nested(type, object, pointer.child(field));
    }

    /** A single object is a list of one; those without a value are left out. */
    private List<Record> objects(String field, @Nullable Object member, CanonicalRecord type, int size) {
        var items = ValueReader.items(member);
        if (items.size() > size) {
            values.tooMany(field, items.size(), size);
            return List.of();
        }
        var records = new ArrayList<Record>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var object = Messages.asObject(item);
            if (object != null) {
                var place = member instanceof List<?> ? pointer.child(field).child(i) : pointer.child(field);
                var read = nested(type, object, place);
                if (read != null) {
                    records.add(read);
                }
            } else if (!isAbsent(item)) {
                values.fault(
                        "invalid-field",
                        field,
                        "Field '%s' at %s has an entry that is not an object. Let the mapping put objects there."
                                .formatted(field, pointer));
            }
        }
        return List.copyOf(records);
    }

    /** Null if no member has a value, so that a mapping may fill the parts of an object that its sender left out. */
    private @Nullable Record nested(CanonicalRecord type, Map<String, @Nullable Object> object, Pointer place) {
        var reader = new ObjectReader(typeId, type, object, place, faults);
        if (isAbsent(object) && !reader.hasFlag()) {
            reader.refuseOthers();
            return null;
        }
        return reader.readPart();
    }

    /** Whether there is a truth value where one belongs; elsewhere {@code false} is nothing. */
    private boolean hasFlag() {
        return shape.fields().stream()
                .anyMatch(field -> field.type() instanceof BooleanType && members.get(field.name()) instanceof Boolean);
    }

    private static boolean isAbsent(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .allMatch(member -> (member.getKey() instanceof String name && isScratch(name))
                                || isAbsent(member.getValue()));
            case List<?> list -> list.stream().allMatch(ObjectReader::isAbsent);
            case null, default -> Scalar.textOf(value) == null;
        };
    }

    static boolean isScratch(String name) {
        return name.startsWith(SCRATCH);
    }

    private void refuseOthers() {
        for (var name : members.keySet()) {
            if (!shape.names().contains(name) && !isScratch(name)) {
                faults.addUnlessFaulty(
                        "unknown-field",
                        pointer.child(name).toString(),
                        () -> "Field '%s' at %s is not in %s. %s"
                                .formatted(
                                        ValueReader.shown(name), pointer, typeId, Suggestion.of(name, shape.names())));
            }
        }
    }
}
