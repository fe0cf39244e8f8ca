package io.gangway.mapping.differential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Documents as Jolt's own tools read them: Integer, Long, BigInteger, Double, String, Boolean, null, lists, ordered maps. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper WITH_COMMENTS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private Json() {}

    static Object read(String json) {
        return MAPPER.readValue(json, Object.class);
    }

    static Object read(byte[] json) {
        return MAPPER.readValue(json, Object.class);
    }

    static Object readWithComments(String json) {
        return WITH_COMMENTS.readValue(json, Object.class);
    }

    static String write(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    static byte[] bytes(Object document) {
        return MAPPER.writeValueAsBytes(document);
    }

    static byte[] bytesOf(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static Object copy(Object document) {
        return switch (document) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put((String) key, copy(value)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            case null -> null;
            default -> document;
        };
    }

    /** Where two documents differ first; the order of keys and the types of numbers count. */
    static Optional<String> difference(Object expected, Object actual) {
        return difference("#", expected, actual);
    }

    private static Optional<String> difference(String place, Object expected, Object actual) {
        if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
            var keys = new ArrayList<>(left.keySet());
            if (!keys.equals(new ArrayList<>(right.keySet()))) {
                return Optional.of("keys at %s: expected %s, got %s".formatted(place, keys, right.keySet()));
            }
            return keys.stream()
                    .flatMap(key -> difference(place + "/" + key, left.get(key), right.get(key)).stream())
                    .findFirst();
        }
        if (expected instanceof List<?> left && actual instanceof List<?> right) {
            for (var index = 0; index < Math.min(left.size(), right.size()); index++) {
                var found = difference(place + "/" + index, left.get(index), right.get(index));
                if (found.isPresent()) {
                    return found;
                }
            }
            return left.size() == right.size()
                    ? Optional.empty()
                    : Optional.of("size at %s: expected %d, got %d".formatted(place, left.size(), right.size()));
        }
        if (Objects.equals(expected, actual)) {
            return Optional.empty();
        }
        return Optional.of("value at %s: expected %s, got %s".formatted(place, typed(expected), typed(actual)));
    }

    private static String typed(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
