package io.gangway.mapping.suggest;

import io.gangway.mapping.suggest.Source.Observation;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the values at a place look like: the share of them, from 0 to 1, that has each shape. */
record Shapes(int count, Map<Shape, Double> shares, Optional<TimeShape> time, Optional<DecimalShape> decimal) {
    enum Shape {
        WHOLE_NUMBER,
        DECIMAL,
        FLAG,
        COUNTRY,
        CURRENCY,
        EMAIL,
        URL,
        UUID,
        CLOCK,
        ZONE,
        /** What tracking numbers look like: UPS, S10 of the post, or long with many digits. */
        TRACKING_NUMBER,
        /** One word with a digit, or all digits. */
        IDENTIFIER,
        POSTCODE,
        PHONE,
        /** One short word, without blanks but for capitals that shout. */
        CODE,
        /** Letters and blanks, few words. */
        WORDS,
        /** Several words. */
        SENTENCE
    }

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,9})?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,100}@[^@\\s.]{1,100}(\\.[^@\\s.]{1,60}){1,5}");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CLOCK =
            Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?|[0-2][0-9][0-5][0-9]([0-5][0-9])?");
    private static final Pattern ZONE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z_]+|UTC|[+-][0-9]{2}:?[0-9]{2}");
    private static final Pattern TRACKING =
            Pattern.compile("1Z[0-9A-Z]{16}|[A-Z]{2}[0-9]{9}[A-Z]{2}|[A-Z]{0,6}[0-9]{8,30}[A-Z]{0,3}"
                    + "|(?=(?:[A-Z]*[0-9]){6})[A-Z0-9]{9,35}");
    private static final Pattern IDENTIFIER = Pattern.compile("(?=.*[0-9])[A-Za-z0-9._:/-]{1,100}");
    private static final Pattern POSTCODE = Pattern.compile("(?=.*[0-9])[A-Z0-9][A-Z0-9 -]{1,9}");
    private static final Pattern PHONE = Pattern.compile("(\\+|00?)[0-9][0-9 ()/.-]{5,25}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:/-]{1,40}|[A-Z0-9_ -]{1,40}");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}'’. ,()/-]{1,80}");
    private static final Set<String> COUNTRIES = countries();
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST = 200;

    private static final Map<Shape, Predicate<String>> TESTS = tests();

    static Shapes of(List<Observation> seen) {
        var texts = seen.stream().map(Observation::text).toList();
        var shares = new EnumMap<Shape, Double>(Shape.class);
        TESTS.forEach((shape, test) -> {
            var fitting = texts.stream()
                    .filter(text -> text.length() <= LONGEST || shape == Shape.SENTENCE)
                    .filter(test)
                    .count();
            shares.put(shape, texts.isEmpty() ? 0 : (double) fitting / texts.size());
        });
        return new Shapes(texts.size(), Map.copyOf(shares), TimeShape.of(texts), DecimalShape.of(seen));
    }

    boolean isEmpty() {
        return count == 0;
    }

    double share(Shape shape) {
        return shares.getOrDefault(shape, 0.0);
    }

    /** Whether nearly all have it. */
    boolean are(Shape shape) {
        return share(shape) >= 0.9;
    }

    private static Map<Shape, Predicate<String>> tests() {
        var tests = new EnumMap<Shape, Predicate<String>>(Shape.class);
        tests.put(Shape.WHOLE_NUMBER, WHOLE.asMatchPredicate());
        tests.put(Shape.DECIMAL, DECIMAL.asMatchPredicate());
        tests.put(Shape.FLAG, text -> text.equals("true") || text.equals("false"));
        tests.put(Shape.COUNTRY, text -> COUNTRIES.contains(text.toUpperCase(Locale.ROOT)));
        tests.put(Shape.CURRENCY, CURRENCIES::contains);
        tests.put(Shape.EMAIL, EMAIL.asMatchPredicate());
        tests.put(Shape.URL, URL.asMatchPredicate());
        tests.put(Shape.UUID, UUID.asMatchPredicate());
        tests.put(Shape.CLOCK, CLOCK.asMatchPredicate());
        tests.put(Shape.ZONE, ZONE.asMatchPredicate());
        tests.put(
                Shape.TRACKING_NUMBER,
                text -> TRACKING.matcher(text.replace(" ", "")).matches());
        tests.put(Shape.IDENTIFIER, IDENTIFIER.asMatchPredicate());
        tests.put(Shape.POSTCODE, POSTCODE.asMatchPredicate());
        tests.put(Shape.PHONE, PHONE.asMatchPredicate());
        tests.put(Shape.CODE, CODE.asMatchPredicate());
        tests.put(Shape.WORDS, WORDS.asMatchPredicate());
        tests.put(Shape.SENTENCE, text -> text.indexOf(' ') > 0);
        return tests;
    }

    private static Set<String> countries() {
        var countries = new TreeSet<String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            countries.add(code);
            countries.add(country.getISO3Country().toUpperCase(Locale.ROOT));
            countries.add(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT));
        }
        countries.add("UK");
        return Set.copyOf(countries);
    }
}
