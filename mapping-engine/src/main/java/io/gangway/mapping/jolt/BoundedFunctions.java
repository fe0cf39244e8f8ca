package io.gangway.mapping.jolt;

import com.bazaarvoice.jolt.common.Optional;
import com.bazaarvoice.jolt.modifier.function.Function;
import com.bazaarvoice.jolt.modifier.function.Lists;
import com.bazaarvoice.jolt.modifier.function.Math;
import com.bazaarvoice.jolt.modifier.function.Objects;
import com.bazaarvoice.jolt.modifier.function.Strings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Jolt's functions, each kept within the {@link FunctionBudget}. */
final class BoundedFunctions {
    private static final int PAD_WIDTH = 1000;

    private BoundedFunctions() {}

    static Map<String, Function> all() {
        var functions = new HashMap<String, Function>();
        functions.put("toLower", new Strings.toLowerCase());
        functions.put("toUpper", new Strings.toUpperCase());
        functions.put("concat", new Strings.concat());
        functions.put("join", new Strings.join());
        functions.put("substring", new Strings.substring());
        functions.put("trim", new Strings.trim());
        functions.put("min", new Math.min());
        functions.put("max", new Math.max());
        functions.put("abs", new Math.abs());
        functions.put("avg", new Math.avg());
        functions.put("intSum", new Math.intSum());
        functions.put("doubleSum", new Math.doubleSum());
        functions.put("longSum", new Math.longSum());
        functions.put("intSubtract", new Math.intSubtract());
        functions.put("doubleSubtract", new Math.doubleSubtract());
        functions.put("longSubtract", new Math.longSubtract());
        functions.put("divide", new Math.divide());
        functions.put("toInteger", new Objects.toInteger());
        functions.put("toDouble", new Objects.toDouble());
        functions.put("toLong", new Objects.toLong());
        functions.put("toBoolean", new Objects.toBoolean());
        functions.put("toString", new Objects.toString());
        functions.put("size", new Objects.size());
        functions.put("squashNulls", new Objects.squashNulls());
        functions.put("recursivelySquashNulls", new Objects.recursivelySquashNulls());
        functions.put("squashDuplicates", new Objects.squashDuplicates());
        functions.put("noop", Function.noop);
        functions.put("isPresent", Function.isPresent);
        functions.put("notNull", Function.notNull);
        functions.put("isNull", Function.isNull);
        functions.put("firstElement", new Lists.firstElement());
        functions.put("lastElement", new Lists.lastElement());
        functions.put("elementAt", new Lists.elementAt());
        functions.put("toList", new Lists.toList());
        functions.put("sort", new Lists.sort());
        functions.put("split", BoundedFunctions::split);
        functions.put("leftPad", arguments -> pad(arguments, true));
        functions.put("rightPad", arguments -> pad(arguments, false));
        functions.replaceAll((name, function) -> bounded(function));
        // It takes the number of digits from its arguments; a large one would fill the memory.
        functions.put("divideAndRound", bounded(BoundedFunctions::divideAndRound));
        return functions;
    }

    private static Function bounded(Function function) {
        return arguments -> {
            var budget = FunctionBudget.current();
            for (var argument : arguments) {
                budget.charge(argument);
            }
            var result = function.apply(arguments);
            if (result.isPresent()) {
                budget.charge(result.get());
            }
            return result;
        };
    }

    private static Optional<Object> divideAndRound(Object... arguments) {
        var list = listOf(arguments);
        if (!list.isEmpty()
                && list.getFirst() instanceof Number digits
                && java.lang.Math.abs(digits.longValue()) > 20) {
            throw FunctionBudget.current()
                    .refuse("divideAndRound was asked for %s digits. At most 20 are possible.".formatted(digits));
        }
        return new Math.divideAndRound().apply(arguments);
    }

    /** The separator is taken literally: Jolt's own function takes it as a regular expression, which can run forever. */
    private static Optional<Object> split(Object... arguments) {
        if (arguments.length == 2 && arguments[0] instanceof String separator && arguments[1] instanceof String text) {
            return Optional.of(Arrays.asList(text.split(Pattern.quote(separator), -1)));
        }
        return Optional.empty();
    }

    private static Optional<Object> pad(@Nullable Object[] arguments, boolean left) {
        var list = listOf(arguments);
        if (list.size() == 3
                && list.get(0) instanceof String text
                && list.get(1) instanceof Number width
                && list.get(2) instanceof String filler
                && filler.length() == 1) {
            if (width.longValue() > PAD_WIDTH) {
                throw FunctionBudget.current()
                        .refuse("A text was to be padded to %s characters. At most %d are possible."
                                .formatted(width, PAD_WIDTH));
            }
            var padding = filler.repeat(java.lang.Math.max(0, width.intValue() - text.length()));
            return Optional.of(left ? padding + text : text + padding);
        }
        return Optional.empty();
    }

    private static List<?> listOf(@Nullable Object[] arguments) {
        return arguments.length == 1 && arguments[0] instanceof List<?> only ? only : Arrays.asList(arguments);
    }
}
