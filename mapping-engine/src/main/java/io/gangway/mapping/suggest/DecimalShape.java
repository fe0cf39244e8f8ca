package io.gangway.mapping.suggest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the numbers at a place are written.
 *
 * @param decimal sign before the fraction, as operations take it
 * @param grouping sign between thousands, empty if there is none
 * @param numbers one for each value
 * @param affixes what stands before or behind each number, such as its unit, in lower case; empty where nothing does
 * @param ambiguous whether the sign before the fraction could as well stand between thousands
 */
record DecimalShape(
        String decimal, String grouping, List<BigDecimal> numbers, List<String> affixes, boolean ambiguous) {
    private static final String NUMBER = "[+-]?[0-9](?:[0-9.,' ]*[0-9])?(?:[eE][+-]?[0-9]{1,2})?";
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
    }

    /** Empty if there are no values, or not all of them are numbers that are written alike. */
    static Optional<DecimalShape> of(List<String> texts) {
        var numbers = new ArrayList<String>();
        var affixes = new ArrayList<String>();
        for (var text : texts) {
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
        return texts.isEmpty() ? Optional.empty() : read(numbers, affixes);
    }

    private static Optional<DecimalShape> read(List<String> numbers, List<String> affixes) {
        return SIGNS.stream()
                .filter(signs -> numbers.stream().allMatch(signs.pattern().asMatchPredicate()))
                .findFirst()
                .map(signs -> new DecimalShape(
                        signs.decimal(),
                        signs.grouping(),
                        numbers.stream().map(signs::read).toList(),
                        affixes,
                        signs.grouping().isEmpty() && areThousands(numbers, signs.decimal())));
    }

    private static boolean areThousands(List<String> numbers, String sign) {
        var signed = numbers.stream().filter(number -> number.contains(sign)).toList();
        var thousands = Pattern.compile("[+-]?[1-9][0-9]{0,2}%s[0-9]{3}".formatted(Pattern.quote(sign)));
        return !signed.isEmpty() && signed.stream().allMatch(thousands.asMatchPredicate());
    }

    /** The same values read with the sign as one between thousands. */
    DecimalShape grouped() {
        return new DecimalShape(
                decimal.equals(",") ? "." : ",",
                decimal,
                numbers.stream()
                        .map(number -> number.scale() > 0 ? number.movePointRight(number.scale()) : number)
                        .toList(),
                affixes,
                true);
    }

    /** Whether no value has a sign. */
    boolean plain() {
        return grouping.isEmpty() && numbers.stream().allMatch(number -> number.scale() <= 0);
    }

    DecimalShape withComma() {
        return new DecimalShape(",", grouping, numbers, affixes, ambiguous);
    }

    boolean whole() {
        return numbers.stream()
                .allMatch(number ->
                        number.signum() == 0 || number.stripTrailingZeros().scale() <= 0);
    }

    boolean negative() {
        return numbers.stream().anyMatch(number -> number.signum() < 0);
    }
}
