package io.gangway.bench.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether two contenders gave the same: measuring who does something else is worthless. */
final class Agreement {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final boolean ordered;

    private Agreement(boolean ordered) {
        this.ordered = ordered;
    }

    /** Same values, and members in the same order. */
    static Agreement ofValuesAndOrder() {
        return new Agreement(true);
    }

    /** Same values, members in any order. */
    static Agreement ofValues() {
        return new Agreement(false);
    }

    /** Returns the first difference: where it is and what is there. */
    Optional<String> difference(byte[] one, byte[] other) {
        return difference(MAPPER.readTree(one), MAPPER.readTree(other), JsonPointer.empty());
    }

    private Optional<String> difference(JsonNode one, JsonNode other, JsonPointer at) {
        if (one.isObject() && other.isObject()) {
            return memberDifference(one, other, at);
        }
        if (one.isArray() && other.isArray()) {
            return elementDifference(one, other, at);
        }
        return same(one, other) ? Optional.empty() : Optional.of("%s: %s, %s".formatted(place(at), one, other));
    }

    private Optional<String> memberDifference(JsonNode one, JsonNode other, JsonPointer at) {
        var names = new ArrayList<>(one.propertyNames());
        var otherNames = new ArrayList<>(other.propertyNames());
        var sameNames =
                ordered ? names.equals(otherNames) : names.size() == otherNames.size() && names.containsAll(otherNames);
        if (!sameNames) {
            return Optional.of("%s: members %s, %s".formatted(place(at), names, otherNames));
        }
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            var difference =
                    difference(member.getValue(), other.path(member.getKey()), at.appendProperty(member.getKey()));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> elementDifference(JsonNode one, JsonNode other, JsonPointer at) {
        if (one.size() != other.size()) {
            return Optional.of("%s: %d elements, %d".formatted(place(at), one.size(), other.size()));
        }
        Iterator<JsonNode> others = other.iterator();
        var index = 0;
        for (var element : one) {
            var difference = difference(element, others.next(), at.appendIndex(index++));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** 1.0 and 1.00 are the same number. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            BigDecimal number = one.decimalValue();
            return number.compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other);
    }

    private static String place(JsonPointer at) {
        return "#" + at;
    }
}
