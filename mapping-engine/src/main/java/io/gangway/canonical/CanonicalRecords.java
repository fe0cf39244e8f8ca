package io.gangway.canonical;

import io.gangway.canonical.FieldType.BooleanType;
import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ItemType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shapes of records by reflection, each once. Throws {@link IllegalStateException} for a component that has no
 * shape; then the record is wrong and nothing can run.
 */
final class CanonicalRecords {
    private final Map<Class<?>, CanonicalRecord> known = new HashMap<>();

    CanonicalRecord of(Class<? extends Record> recordClass) {
        var found = known.get(recordClass);
        if (found != null) {
            return found;
        }
        var fields = Arrays.stream(recordClass.getRecordComponents())
                .map(this::field)
                .toList();
        var made = new CanonicalRecord(recordClass, fields);
        known.put(recordClass, made);
        return made;
    }

    private CanonicalField field(RecordComponent component) {
        return new CanonicalField(
                component.getName(),
                type(component),
                isRequired(component),
                isDispensable(component),
                annotation(component, Classified.class).value());
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getType() == List.class
                ? component.isAnnotationPresent(NotEmpty.class)
                : !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isDispensable(RecordComponent component) {
        boolean dispensable = component.isAnnotationPresent(Dispensable.class);
        if (dispensable && isRequired(component)) {
            throw new IllegalStateException(
                    "Component '%s' of %s is required, and so not @Dispensable. Remove one of them."
                            .formatted(component.getName(), owner(component)));
        }
        return dispensable;
    }

    private FieldType type(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list && list.getRawType() == List.class) {
            if (component.isAnnotationPresent(Cut.class) || component.isAnnotationPresent(Format.class)) {
                throw new IllegalStateException(
                        "Component '%s' of %s is a list, whose texts can't have @Cut or @Format. Remove it."
                                .formatted(component.getName(), owner(component)));
            }
            return new ListType(
                    itemType((Class<?>) list.getActualTypeArguments()[0], component),
                    annotation(component, MaxItems.class).value());
        }
        var type = component.getType();
        if (type == long.class || type == Long.class) {
            return new IntegerType(annotation(component, MeasuredIn.class).value());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new BooleanType();
        }
        if (type == Instant.class) {
            return new InstantType();
        }
        if (type == LocalDate.class) {
            return new DateType();
        }
        return itemType(type, component);
    }

    private ItemType itemType(Class<?> type, RecordComponent component) {
        if (type == String.class) {
            var format =
                    Optional.ofNullable(component.getAnnotation(Format.class)).map(Format::value);
            return new TextType(
                    annotation(component, MaxLength.class).value(),
                    component.isAnnotationPresent(Cut.class),
                    format.orElse(null));
        }
        if (type.isEnum()) {
            var constants = new LinkedHashMap<String, Enum<?>>();
            for (var constant : type.asSubclass(Enum.class).getEnumConstants()) {
                constants.put(constant.name(), constant);
            }
            return new CodeType(constants);
        }
        if (type.isRecord()) {
            return new ObjectType(of(type.asSubclass(Record.class)));
        }
        throw new IllegalStateException(
                "Component '%s' of %s has type %s. Use a text, an enum, a long, a boolean, an Instant, a LocalDate, a record, or a List of texts, enums or records."
                        .formatted(component.getName(), owner(component), type.getSimpleName()));
    }

    private static <A extends Annotation> A annotation(RecordComponent component, Class<A> type) {
        var annotation = component.getAnnotation(type);
        if (annotation == null) {
            throw new IllegalStateException("Component '%s' of %s has no @%s. Add it."
                    .formatted(component.getName(), owner(component), type.getSimpleName()));
        }
        return annotation;
    }

    private static String owner(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName();
    }
}
