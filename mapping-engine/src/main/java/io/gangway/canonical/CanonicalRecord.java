package io.gangway.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shape of a canonical record, and how to make and read one without reflection. Immutable. */
public final class CanonicalRecord {
    private final Class<? extends Record> recordClass;
    private final List<CanonicalField> fields;
    private final Set<String> names;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    CanonicalRecord(Class<? extends Record> recordClass, List<CanonicalField> fields) {
        this.recordClass = recordClass;
        this.fields = List.copyOf(fields);
        var names = new LinkedHashSet<String>();
        fields.forEach(field -> names.add(field.name()));
        this.names = Collections.unmodifiableSet(names);
        var components = recordClass.getRecordComponents();
        this.constructor = constructor(recordClass, components);
        this.accessors =
                Arrays.stream(components).map(CanonicalRecord::accessor).toArray(MethodHandle[]::new);
    }

    public Class<? extends Record> recordClass() {
        return recordClass;
    }

    /** In the order of the record's components. */
    public List<CanonicalField> fields() {
        return fields;
    }

    /** Of the fields, in their order. */
    public Set<String> names() {
        return names;
    }

    /**
     * A record of values in the order of the fields: each of the class of its component, null only where that may be
     * absent.
     */
    public Record create(@Nullable Object[] values) {
        try {
            return (Record) constructor.invokeExact(values);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A canonical record's constructor threw a checked exception.", impossible);
        }
    }

    /** The value of the field at an index of {@link #fields()}; null if it is absent. */
    public @Nullable Object value(Record instance, int index) {
        try {
            return (@Nullable Object) accessors[index].invokeExact(instance);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A canonical record's accessor threw a checked exception.", impossible);
        }
    }

    private static MethodHandle constructor(Class<?> recordClass, RecordComponent[] components) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.lookup()
                    .findConstructor(recordClass, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("%s has no canonical constructor.".formatted(recordClass), impossible);
        }
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Record.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("%s can't be read.".formatted(component), impossible);
        }
    }
}
