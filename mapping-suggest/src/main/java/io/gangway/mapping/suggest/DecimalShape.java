package io.gangway.mapping.suggest;

import io.gangway.mapping.suggest.Source.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How the numbers at a place are written.
 *
 * @param decimal sign before the fraction, as operations take it
 * @param grouping sign between thousands, empty if there is none
 * @param numbers one for each value, without its unit
 * @param affixes what stands before or behind each number, such as its unit, in lower case; empty where nothing does
 * @param fixed of each value whether it is a JSON number, which no sign changes
 * @param ambiguous whether the sign before the fraction could as well stand between thousands
 */
record DecimalShape(
        String decimal,
        String grouping,
        List<BigDecimal> numbers,
        List<String> affixes,
        List<Boolean> fixed,
        boolean ambiguous) {
    /** What a number without its unit is written like, with all signs that may stand in it. */
    static final String NUMBER = "[+-]?[0-9](?:[0-9.,' ]*[0-9])?(?:[eE][+-]?[0-9]{1,2})?";

    private static final String AFFIX = "[A-Za-z]{1,15}|[€£$]";
    private static final Pattern WRITTEN =
            Pattern.compile("(?<before>%2$s)? ?(?<number>%1$s) ?(?<behind>%2$s)?".formatted(NUMBER, AFFIX));
    private static final int LENGTH = 60;

    private record Signs(String decimal, String grouping, Pattern pattern) {
        Signs(String decimal, String grouping) {
            var thousands = grouping.isEmpty() ? "" : "|[0-9]{1,3}(?:%s[0-9]{3})+".formatted(Pattern.quote(grouping));
            this(
                    decimal,
                    grouping,
                    Pattern.compile("[+-]?(?:[0-9]+%s)(?:%s[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?"
                            .formatted(thousands, Pattern.quote(decimal))));
        }

        BigDecimal read(String number) {
            var plain = grouping.isEmpty() ? number : number.replace(grouping, "");
            return new BigDecimal(plain.replace(decimal, "."));
        }
    }

    /** The first that reads all values is taken. */
    private static final List<Signs> SIGNS = List.of(
            new Signs(".", ""),
            new Signs(",", ""),
            new Signs(".", ","),
            new Signs(",", "."),
            new Signs(",", " "),
            new Signs(".", " "),
            new Signs(".", "'"),
            new Signs(",", "'"));

    DecimalShape {
        numbers = List.copyOf(numbers);
        affixes = List.copyOf(affixes);
        fixed = List.copyOf(fixed);
    }

    /** Empty if there are no values, or not all of them are numbers that are written alike. */
    static Optional<DecimalShape> of(List<Observation> seen) {
        var numbers = new ArrayList<String>();
        var affixes = new ArrayList<String>();
        for (var value : seen) {
            var text = value.text();
            var written = WRITTEN.matcher(text);
            if (text.length() > LENGTH || !written.matches()) {
                return Optional.empty();
            }
            var before = Optional.ofNullable(written.group("before")).orElse("");
            var behind = Optional.ofNullable(written.group("behind")).orElse("");
            if (!before.isEmpty() && !behind.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(written.group("number"));
            affixes.add((before + behind).toLowerCase(Locale.ROOT));
        }
        var fixed = seen.stream().map(Observation::number).toList();
        return seen.isEmpty() ? Optional.empty() : read(numbers, affixes, fixed);
    }

    private static Optional<DecimalShape> read(List<String> numbers, List<String> affixes, List<Boolean> fixed) {
        var texts = IntStream.range(0, numbers.size())
                .filter(i -> !fixed.get(i))
                .mapToObj(numbers::get)
                .toList();
        return SIGNS.stream()
                .filter(signs -> texts.stream().allMatch(signs.pattern().asMatchPredicate()))
                .findFirst()
                .map(signs -> new DecimalShape(
                        signs.decimal(),
                        signs.grouping(),
                        IntStream.range(0, numbers.size())
                                .mapToObj(
                                        i -> fixed.get(i) ? new BigDecimal(numbers.get(i)) : signs.read(numbers.get(i)))
                                .toList(),
                        affixes,
                        fixed,
                        signs.grouping().isEmpty() && areThousands(texts, signs.decimal())));
    }

    private static boolean areThousands(List<String> numbers, String sign) {
        var signed = numbers.stream().filter(number -> number.contains(sign)).toList();
        var thousands = Pattern.compile("[+-]?[1-9][0-9]{0,2}%s[0-9]{3}".formatted(Pattern.quote(sign)));
        return !signed.isEmpty() && signed.stream().allMatch(thousands.asMatchPredicate());
    }

    /** The same values, in the same units, read with the sign before the fraction as one between thousands. */
    DecimalShape grouped() {
        return new DecimalShape(
                decimal.equals(",") ? "." : ",",
                decimal,
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> fixed.get(i)
                                ? numbers.get(i)
                                : numbers.get(i)
                                        .movePointRight(
                                                Math.max(0, numbers.get(i).scale())))
                        .toList(),
                affixes,
                fixed,
                true);
    }

    /** Whether no value, in whatever unit it is, has a sign before a fraction or between thousands. */
    boolean plain() {
        return grouping.isEmpty() && numbers.stream().allMatch(number -> number.scale() <= 0);
    }

    /** The same values, in the same units, for places whose fractions will stand behind a comma. */
    DecimalShape withComma() {
        return new DecimalShape(",", grouping, numbers, affixes, fixed, ambiguous);
    }

    /** Whether all values are whole numbers of the units that they are in: {@code 3} and {@code 3.0} kg, not 3.5 kg. */
    boolean whole() {
        return numbers.stream()
                .allMatch(number ->
                        number.signum() == 0 || number.stripTrailingZeros().scale() <= 0);
    }

    boolean negative() {
        return numbers.stream().anyMatch(number -> number.signum() < 0);
    }
}
