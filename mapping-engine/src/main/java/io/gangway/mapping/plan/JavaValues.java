package io.gangway.mapping.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes as the values that Jackson would have made of them, and back. */
final class JavaValues {
    private JavaValues() {}

    /** Maps, lists, texts, numbers, booleans and null. Throws {@link RunFailed} past the limits. */
    static @Nullable Object of(Document document, int node) {
        return of(document, node, 0);
    }

    private static @Nullable Object of(Document document, int node, int depth) {
        if (depth > Document.DEPTH) {
            throw RunFailed.tooDeep(Document.DEPTH);
        }
        document.countConverted(document.isText(node) || document.isNumber(node) ? document.length(node) : 0);
        return switch (document.kind(node)) {
            case Document.KIND_TRUE -> true;
            case Document.KIND_FALSE -> false;
            case Document.KIND_NUMBER -> number(document, node);
            case Document.KIND_TEXT -> document.text(node);
            case Document.KIND_OBJECT -> {
                int count = document.count(node);
                var object = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(count);
                for (int i = 0; i < count; i++) {
                    object.put(
                            document.nameText(document.nameAt(node, i)),
                            of(document, document.valueAt(node, i), depth + 1));
                }
                yield object;
            }
            case Document.KIND_ARRAY -> {
                int count = document.count(node);
                var array = new ArrayList<@Nullable Object>(count);
                for (int i = 0; i < count; i++) {
                    array.add(of(document, document.itemAt(node, i), depth + 1));
                }
                yield array;
            }
            default -> null;
        };
    }

    /** Like {@link #of}, but containers are all the same empty list. */
    static @Nullable Object scalar(Document document, int node) {
        return document.isObject(node) || document.isArray(node) ? List.of() : of(document, node);
    }

    static List<@Nullable Object> scalars(Document document, int[] nodes) {
        var values = new ArrayList<@Nullable Object>(nodes.length);
        for (int node : nodes) {
            values.add(scalar(document, node));
        }
        return values;
    }

    /** As Java writes it: {@code {name=value, other=[1, 2]}}. */
    static String text(Document document, int node) {
        var text = new StringBuilder();
        appendTo(text, document, node, 0);
        return text.toString();
    }

    private static void appendTo(StringBuilder text, Document document, int node, int depth) {
        document.checkDepth(depth);
        document.countVisit();
        if (document.isObject(node)) {
            text.append('{');
            for (int i = 0; i < document.count(node); i++) {
                text.append(i == 0 ? "" : ", ")
                        .append(document.nameText(document.nameAt(node, i)))
                        .append('=');
                int value = document.valueAt(node, i);
                if (value == node) {
                    text.append("(this Map)");
                } else {
                    appendTo(text, document, value, depth + 1);
                }
            }
            text.append('}');
        } else if (document.isArray(node)) {
            text.append('[');
            for (int i = 0; i < document.count(node); i++) {
                text.append(i == 0 ? "" : ", ");
                int item = document.itemAt(node, i);
                if (item == node) {
                    text.append("(this Collection)");
                } else {
                    appendTo(text, document, item, depth + 1);
                }
            }
            text.append(']');
        } else {
            text.append(of(document, node));
        }
        document.checkTextLength(text.length());
    }

    /** Integer, Long, BigInteger or Double. */
    static Number number(Document document, int node) {
        // Long ones take Java microseconds.
        document.countConversion(document.length(node) / 8);
        var digits = document.slice(document.offset(node), document.length(node));
        return switch (document.flags(node) & Document.MADE) {
            case Document.MADE_INT -> Integer.valueOf(digits);
            case Document.MADE_LONG -> Long.valueOf(digits);
            case Document.MADE_DOUBLE -> Double.valueOf(digits);
            default -> read(digits);
        };
    }

    private static Number read(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char character = digits.charAt(i);
            if (character == '.' || character == 'e' || character == 'E') {
                return Double.valueOf(digits);
            }
        }
        if (digits.length() <= 18) {
            long number = Long.parseLong(digits);
            if (number == (int) number) {
                return (int) number;
            }
            return number;
        }
        var number = new BigInteger(digits);
        if (number.bitLength() > 63) {
            return number;
        }
        return number.longValue();
    }

    /** {@link Document#ABSENT} for null. */
    static int node(Document document, @Nullable Object scalar) {
        return switch (scalar) {
            case null -> Document.ABSENT;
            case String text -> document.newText(text);
            case Boolean flag -> flag ? Document.TRUE : Document.FALSE;
            case Integer number -> document.newInt(number);
            case Long number -> document.newLong(number);
            case Double number -> document.newDouble(number);
            case BigInteger number -> document.newWhole(number.toString());
            default -> throw new IllegalArgumentException("No scalar: " + scalar.getClass());
        };
    }
}
