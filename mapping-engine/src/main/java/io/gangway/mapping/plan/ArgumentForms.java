package io.gangway.mapping.plan;

import org.jspecify.annotations.Nullable;

/** How Jolt's functions take their arguments: one array or several values, all of them or the first one apart. */
final class ArgumentForms {
    private ArgumentForms() {}

    interface OfList {
        int apply(Run run, int[] values);
    }

    interface OfOne {
        int apply(Run run, int value);
    }

    /** {@code first} is set apart from the others. */
    interface Led<T> {
        int apply(Run run, T first, int[] others);
    }

    interface LedOne {
        int apply(Run run, String first, int other);
    }

    /** Several arguments, or one array, go to {@code list}; one other value goes to {@code one}. */
    static Function of(OfList list, OfOne one) {
        return (run, arguments) -> {
            var document = run.document();
            if (arguments.length != 1) {
                return arguments.length == 0 ? Document.ABSENT : list.apply(run, arguments);
            }
            int value = arguments[0];
            if (document.isArray(value)) {
                return document.count(value) == 0 ? Document.ABSENT : list.apply(run, items(document, value));
            }
            return document.isNull(value) ? Document.ABSENT : one.apply(run, value);
        };
    }

    /** Each of several values is replaced by what is made of it, if anything is. */
    static Function each(OfOne one) {
        return of((run, values) -> array(run, values, one), one);
    }

    private static int array(Run run, int[] values, OfOne one) {
        int array = run.document().newArray(values.length);
        for (int value : values) {
            run.step();
            int made = one.apply(run, value);
            run.document().add(array, made == Document.ABSENT ? value : made);
        }
        return array;
    }

    /** One value, which may be an array; several make a new array. */
    static Function whole(Squashing function) {
        return (run, arguments) -> {
            var document = run.document();
            if (arguments.length != 1) {
                return arguments.length == 0 ? Document.ABSENT : function.apply(run, array(document, arguments), false);
            }
            int value = arguments[0];
            if (document.isNull(value) || (document.isArray(value) && document.count(value) == 0)) {
                return Document.ABSENT;
            }
            return function.apply(run, value, document.isList(value) || !document.isArray(value));
        };
    }

    /** {@code resizable} is whether Jolt could take items away. */
    interface Squashing {
        int apply(Run run, int value, boolean resizable);
    }

    /** The first argument has to be of a type; the others are a list, be it one array or several values. */
    static <T> Function led(Class<T> type, Led<T> function) {
        return (run, arguments) -> {
            var document = run.document();
            var values = spread(document, arguments);
            var first = first(document, values, type);
            if (first == null) {
                return Document.ABSENT;
            }
            if (values.length > 2) {
                return function.apply(run, first, java.util.Arrays.copyOfRange(values, 1, values.length));
            }
            return document.isList(values[1])
                    ? function.apply(run, first, items(document, values[1]))
                    : Document.ABSENT;
        };
    }

    /** The first argument has to be a text; each of the others is replaced by what is made of it, if anything is. */
    static Function ledForEach(LedOne function) {
        return (run, arguments) -> {
            var document = run.document();
            var values = spread(document, arguments);
            var first = first(document, values, String.class);
            if (first == null) {
                return Document.ABSENT;
            }
            if (values.length == 2 && !document.isList(values[1])) {
                return function.apply(run, first, values[1]);
            }
            var others = values.length == 2
                    ? items(document, values[1])
                    : java.util.Arrays.copyOfRange(values, 1, values.length);
            return array(run, others, (same, value) -> function.apply(same, first, value));
        };
    }

    private static int[] spread(Document document, int[] arguments) {
        return arguments.length == 1 && document.isList(arguments[0]) ? items(document, arguments[0]) : arguments;
    }

    private static <T> @Nullable T first(Document document, int[] values, Class<T> type) {
        var first = values.length < 2 ? null : JavaValues.scalar(document, values[0]);
        return type.isInstance(first) ? type.cast(first) : null;
    }

    static int[] items(Document document, int array) {
        document.countVisits(document.count(array) / 8);
        var items = new int[document.count(array)];
        for (int i = 0; i < items.length; i++) {
            items[i] = document.itemAt(array, i);
        }
        return items;
    }

    static int array(Document document, int[] items) {
        return document.newArray(items, 0, items.length);
    }
}
