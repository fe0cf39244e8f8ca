package io.gangway.mapping.jolt;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the functions of one modify operation may read and write on one document. Functions can double a text as often
 * as a spec has lines, so they are counted while they run, not afterwards.
 */
final class FunctionBudget {
    static final int STRING_LENGTH = 100_000;

    private static final int UNITS = 16_000_000;
    private static final int DEPTH = 200;
    private static final ScopedValue<FunctionBudget> CURRENT = ScopedValue.newInstance();

    private int left = UNITS;
    private @Nullable JoltFailed refused;

    private FunctionBudget() {}

    static @Nullable Object within(Supplier<@Nullable Object> work) {
        var budget = new FunctionBudget();
        var made = ScopedValue.where(CURRENT, budget).call(work::get);
        if (budget.refused != null) {
            throw budget.refused;
        }
        return made;
    }

    /** To be thrown; kept as well, because Jolt takes a function that throws for one that has no answer. */
    JoltFailed refuse(String message) {
        var failed = new JoltFailed(message);
        if (refused == null) {
            refused = failed;
        }
        return failed;
    }

    static FunctionBudget current() {
        return CURRENT.get();
    }

    /** Counts a value that a function reads or writes. */
    void charge(@Nullable Object value) {
        charge(value, DEPTH);
    }

    private void charge(@Nullable Object value, int depth) {
        if (depth == 0) {
            throw refuse("A function got a value that contains itself. Check the '@' in its arguments.");
        }
        switch (value) {
            case null -> spend(1);
            case String text -> spend(1 + lengthOf(text));
            case Map<?, ?> map -> {
                spend(1);
                map.forEach((key, entry) -> {
                    spend(String.valueOf(key).length());
                    charge(entry, depth - 1);
                });
            }
            case List<?> list -> {
                spend(1);
                list.forEach(item -> charge(item, depth - 1));
            }
            default -> spend(1);
        }
    }

    private int lengthOf(String text) {
        if (text.length() > STRING_LENGTH) {
            throw refuse("A function made a text of more than %d characters. Shorten what it is made of."
                    .formatted(STRING_LENGTH));
        }
        return text.length();
    }

    private void spend(int units) {
        left -= units;
        if (left < 0) {
            throw refuse(
                    "The functions of this step read or write more than %d characters and values. Give them smaller arguments."
                            .formatted(UNITS));
        }
    }
}
