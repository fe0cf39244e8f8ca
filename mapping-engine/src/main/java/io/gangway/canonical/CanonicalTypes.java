package io.gangway.canonical;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of canonical messages. */
public final class CanonicalTypes {
    private static final List<CanonicalType> ALL = build();
    private static final Map<String, CanonicalType> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CanonicalType::id, Function.identity()));
    private static final Map<Class<?>, CanonicalType> BY_CLASS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CanonicalType::recordClass, Function.identity()));

    private CanonicalTypes() {}

    /** By id, {@code tracking-event/1}. */
    public static Optional<CanonicalType> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** In the order of their ids. */
    public static List<CanonicalType> all() {
        return ALL;
    }

    public static CanonicalType of(Class<? extends CanonicalMessage> messageClass) {
        var type = BY_CLASS.get(messageClass);
        if (type == null) {
            throw new IllegalArgumentException("%s is not a canonical message.".formatted(messageClass));
        }
        return type;
    }

    private static List<CanonicalType> build() {
        var records = new CanonicalRecords();
        return Arrays.stream(CanonicalMessage.class.getPermittedSubclasses())
                .map(message -> type(message.asSubclass(Record.class), records))
                .sorted(Comparator.comparing(CanonicalType::id))
                .toList();
    }

    private static CanonicalType type(Class<? extends Record> message, CanonicalRecords records) {
        var type = message.getAnnotation(MessageType.class);
        if (type == null) {
            throw new IllegalStateException(
                    "%s has no @MessageType. Give it a name and a version.".formatted(message.getSimpleName()));
        }
        return new CanonicalType(type.name(), type.version(), records.of(message));
    }
}
