package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions of Jolt's modify by name. */
final class Functions {
    private static final Map<String, Function> ALL = all();

    private Functions() {}

    static @Nullable Function find(String name) {
        return ALL.get(name);
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Function> all() {
        var functions = new TreeMap<String, Function>();
        functions.put("toLower", ofTexts(text -> text.toLowerCase(Locale.ROOT)));
        functions.put("toUpper", ofTexts(text -> text.toUpperCase(Locale.ROOT)));
        functions.put("trim", ofTexts(String::trim));
        functions.put("concat", ofList((run, values) -> run.document().newText(Texts.concat(run.document(), values))));
        functions.put("substring", ofScalars(Texts::substring));
        functions.put(
                "join",
                led(
                        String.class,
                        (run, separator, values) ->
                                run.document().newText(Texts.join(run.document(), separator, values))));
        functions.put("split", ArgumentForms.ledForEach(Functions::split));
        functions.put("leftPad", led(String.class, (run, text, rest) -> pad(run, text, rest, true)));
        functions.put("rightPad", led(String.class, (run, text, rest) -> pad(run, text, rest, false)));

        functions.put("min", extreme(Numbers::min));
        functions.put("max", extreme(Numbers::max));
        functions.put("abs", ofEach(Numbers::abs));
        functions.put("avg", ofScalars(Numbers::average));
        functions.put("intSum", ofScalars(Numbers::intSum));
        functions.put("longSum", ofScalars(Numbers::longSum));
        functions.put("doubleSum", ofScalars(Numbers::doubleSum));
        functions.put("intSubtract", ofScalars(Numbers::intDifference));
        functions.put("longSubtract", ofScalars(Numbers::longDifference));
        functions.put("doubleSubtract", ofScalars(Numbers::doubleDifference));
        functions.put("divide", ofScalars(Numbers::quotient));
        functions.put("divideAndRound", led(Integer.class, (run, digits, rest) -> {
            // A thousand digits take Java some microseconds.
            run.steps(64);
            return node(run, Numbers.roundedQuotient(digits, JavaValues.scalars(run.document(), rest)));
        }));

        functions.put("toInteger", ofEach(value -> map(Numbers.of(value), Number::intValue)));
        functions.put("toLong", ofEach(value -> map(Numbers.of(value), Number::longValue)));
        functions.put("toDouble", ofEach(value -> map(Numbers.of(value), Number::doubleValue)));
        functions.put("toBoolean", ofEach(Functions::toBoolean));
        functions.put("toString", ArgumentForms.each(Functions::toText));

        functions.put("size", Functions::size);
        functions.put("squashNulls", ArgumentForms.whole(Squash::nulls));
        functions.put("recursivelySquashNulls", ArgumentForms.whole(Squash::nullsBelow));
        functions.put("squashDuplicates", ArgumentForms.whole(Squash::duplicates));
        functions.put("noop", (run, arguments) -> Document.ABSENT);
        functions.put("isPresent", (run, arguments) -> first(arguments));
        functions.put(
                "notNull",
                (run, arguments) -> run.document().isNull(first(arguments)) ? Document.ABSENT : first(arguments));
        functions.put(
                "isNull",
                (run, arguments) -> run.document().isNull(first(arguments)) ? first(arguments) : Document.ABSENT);
        functions.put("firstElement", ofList((run, values) -> first(values)));
        functions.put("lastElement", ofList((run, values) -> values[values.length - 1]));
        functions.put(
                "elementAt",
                led(
                        Integer.class,
                        (run, index, values) -> index >= 0 && index < values.length ? values[index] : Document.ABSENT));
        functions.put("toList", Functions::toList);
        functions.put("sort", ArgumentForms.of(Functions::sort, (run, value) -> value));
        return functions;
    }

    private static Function ofList(ArgumentForms.OfList function) {
        return ArgumentForms.of(function, (run, value) -> Document.ABSENT);
    }

    private static Function ofScalars(java.util.function.Function<List<@Nullable Object>, @Nullable Object> function) {
        return ofList((run, values) -> node(run, function.apply(JavaValues.scalars(run.document(), values))));
    }

    private static Function ofEach(java.util.function.Function<@Nullable Object, @Nullable Object> function) {
        return ArgumentForms.each((run, value) -> node(run, function.apply(JavaValues.scalar(run.document(), value))));
    }

    private static Function ofTexts(UnaryOperator<String> function) {
        return ofEach(value -> value instanceof String text ? function.apply(text) : null);
    }

    private static <T> Function led(Class<T> type, ArgumentForms.Led<T> function) {
        return ArgumentForms.led(type, function);
    }

    private static Function extreme(java.util.function.Function<List<@Nullable Object>, @Nullable Number> function) {
        return ArgumentForms.of(
                (run, values) -> node(run, function.apply(JavaValues.scalars(run.document(), values))),
                (run, value) -> run.document().isNumber(value) ? value : Document.ABSENT);
    }

    private static int node(Run run, @Nullable Object scalar) {
        return JavaValues.node(run.document(), scalar);
    }

    private static <R> @Nullable R map(@Nullable Number number, java.util.function.Function<Number, R> function) {
        return number == null ? null : function.apply(number);
    }

    private static int first(int[] values) {
        return values.length == 0 ? Document.ABSENT : values[0];
    }

    private static int pad(Run run, String text, int[] rest, boolean left) {
        return node(run, Texts.pad(text, JavaValues.scalars(run.document(), rest), left));
    }

    private static int split(Run run, String separator, int value) {
        var document = run.document();
        if (!document.isText(value)) {
            return Document.ABSENT;
        }
        var parts = Texts.split(separator, document.text(value), run.patterns());
        int array = document.newArray(parts.size());
        parts.forEach(part -> document.add(array, document.newText(part)));
        return array;
    }

    private static @Nullable Boolean toBoolean(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case String text when text.equalsIgnoreCase("true") -> true;
            case String text when text.equalsIgnoreCase("false") -> false;
            case null, default -> null;
        };
    }

    private static int toText(Run run, int value) {
        var document = run.document();
        return document.isText(value) ? value : document.newText(JavaValues.text(document, value));
    }

    private static int size(Run run, int[] arguments) {
        var document = run.document();
        if (arguments.length != 1) {
            return arguments.length == 0 ? Document.ABSENT : document.newInt(arguments.length);
        }
        int value = arguments[0];
        if (document.isList(value) || document.isObject(value)) {
            return document.newInt(document.count(value));
        }
        return document.isText(value) ? document.newInt(document.text(value).length()) : Document.ABSENT;
    }

    private static int toList(Run run, int[] arguments) {
        var document = run.document();
        if (arguments.length == 0 || (arguments.length == 1 && document.isNull(arguments[0]))) {
            return Document.ABSENT;
        }
        if (arguments.length == 1 && document.isArray(arguments[0])) {
            if (document.count(arguments[0]) == 0) {
                return Document.ABSENT;
            }
            return document.isList(arguments[0])
                    ? arguments[0]
                    : ArgumentForms.array(document, ArgumentForms.items(document, arguments[0]));
        }
        return ArgumentForms.array(document, arguments);
    }

    private static int sort(Run run, int[] values) {
        var document = run.document();
        var sortable = new Sortable[values.length];
        for (int i = 0; i < sortable.length; i++) {
            sortable[i] = new Sortable(JavaValues.scalar(document, values[i]), values[i]);
        }
        try {
            Arrays.sort(sortable);
        } catch (ClassCastException differentTypes) {
            return Document.ABSENT;
        } catch (NullPointerException hasNull) {
            return Document.ABSENT;
        }
        int array = document.newArray(values.length);
        for (var each : sortable) {
            document.add(array, each.node());
        }
        document.setFlag(array, Document.SORTED);
        return array;
    }

    /** In Java's natural order, which is one of values of the same type alone. */
    private record Sortable(@Nullable Object value, int node) implements Comparable<Sortable> {
        @Override
        @SuppressWarnings({"unchecked", "NullAway"
        }) // What has no order throws, which is reported as "can't be sorted".
        public int compareTo(Sortable other) {
            return ((Comparable<Object>) value).compareTo(other.value);
        }
    }
}
