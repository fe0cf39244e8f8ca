package io.gangway.mapping.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jolt's arithmetic, with its rules for what counts as a number: Java's texts of Integer, Long and Double. */
final class Numbers {
    /** More digits than a double has. */
    private static final int DIGITS = 1200;

    private Numbers() {}

    /** Null if it is none. */
    static @Nullable Number of(@Nullable Object value) {
        return switch (value) {
            case Number number -> number;
            case String text -> of(text);
            case null, default -> null;
        };
    }

    static @Nullable Number of(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException wider) {
            // tried below
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException wider) {
            // tried below
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    static @Nullable Number abs(@Nullable Object value) {
        return switch (value) {
            case Integer number -> Math.abs(number);
            case Long number -> Math.abs(number);
            case Double number -> Math.abs(number);
            case String text -> abs(of(text));
            case null, default -> null;
        };
    }

    static @Nullable Number max(List<@Nullable Object> values) {
        var largest = new Extreme(1);
        values.forEach(largest::add);
        return largest.found();
    }

    static @Nullable Number min(List<@Nullable Object> values) {
        var smallest = new Extreme(-1);
        values.forEach(smallest::add);
        return smallest.found();
    }

    static @Nullable Number average(List<@Nullable Object> values) {
        double sum = 0;
        int count = 0;
        for (var value : values) {
            var number = of(value);
            if (number != null) {
                sum += number.doubleValue();
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    static Number intSum(List<@Nullable Object> values) {
        int sum = 0;
        for (var value : values) {
            var number = of(value);
            sum += number == null ? 0 : number.intValue();
        }
        return sum;
    }

    static Number longSum(List<@Nullable Object> values) {
        long sum = 0;
        for (var value : values) {
            var number = of(value);
            sum += number == null ? 0 : number.longValue();
        }
        return sum;
    }

    static Number doubleSum(List<@Nullable Object> values) {
        double sum = 0;
        for (var value : values) {
            var number = of(value);
            sum += number == null ? 0 : number.doubleValue();
        }
        return sum;
    }

    static @Nullable Number intDifference(List<@Nullable Object> values) {
        return values.size() == 2
                        && values.getFirst() instanceof Integer from
                        && values.getLast() instanceof Integer subtracted
                ? from - subtracted
                : null;
    }

    static @Nullable Number longDifference(List<@Nullable Object> values) {
        return values.size() == 2
                        && values.getFirst() instanceof Long from
                        && values.getLast() instanceof Long subtracted
                ? from - subtracted
                : null;
    }

    static @Nullable Number doubleDifference(List<@Nullable Object> values) {
        return values.size() == 2
                        && values.getFirst() instanceof Double from
                        && values.getLast() instanceof Double subtracted
                ? from - subtracted
                : null;
    }

    static @Nullable Number quotient(List<@Nullable Object> values) {
        if (values.size() != 2) {
            return null;
        }
        var numerator = of(values.getFirst());
        var denominator = of(values.getLast());
        return numerator == null || denominator == null || denominator.doubleValue() == 0
                ? null
                : numerator.doubleValue() / denominator.doubleValue();
    }

    static @Nullable Number roundedQuotient(int digits, List<@Nullable Object> values) {
        var quotient = quotient(values);
        if (quotient == null || !Double.isFinite(quotient.doubleValue())) {
            return null;
        }
        return new BigDecimal(quotient.doubleValue())
                .setScale(Math.clamp(digits, -DIGITS, DIGITS), RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** The largest or smallest of numbers; like Jolt's, it compares the integer parts of what has different types. */
    private static final class Extreme {
        private final int sign;
        private int ints;
        private long longs;
        private double doubles;
        private boolean any;

        private Extreme(int sign) {
            this.sign = sign;
            ints = sign > 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
            longs = sign > 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
            doubles = sign > 0 ? -Double.MAX_VALUE : Double.MAX_VALUE;
        }

        private void add(@Nullable Object value) {
            switch (of(value)) {
                case Integer number -> {
                    ints = sign > 0 ? Math.max(ints, number) : Math.min(ints, number);
                    any = true;
                }
                case Long number -> {
                    longs = sign > 0 ? Math.max(longs, number) : Math.min(longs, number);
                    any = true;
                }
                case Double number -> {
                    doubles = sign > 0 ? Math.max(doubles, number) : Math.min(doubles, number);
                    any = true;
                }
                case null, default -> {}
            }
        }

        private @Nullable Number found() {
            if (!any) {
                return null;
            }
            if (beats(ints, (long) doubles) && beats(ints, longs)) {
                return ints;
            }
            if (beats(longs, (long) doubles)) {
                return longs;
            }
            return doubles;
        }

        private boolean beats(long one, long other) {
            return sign > 0 ? one >= other : one <= other;
        }
    }
}
