package io.gangway.mapping.suggest;

import io.gangway.canonical.Unit;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How units of mass and length and currencies are spelled. Immutable. */
final class UnitWords {
    private static final int USUAL_DIGITS = 2;
    /** Digits after the point by code; without those that one can't pay in. */
    private static final Map<String, Integer> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    private final Map<Unit, Map<String, String>> bySpelling;
    private final Map<String, String> bySign;
    private final Set<String> named;
    private final Set<String> last;
    private final Set<String> otherwise;

    private UnitWords(
            Map<Unit, Map<String, String>> bySpelling,
            Map<String, String> bySign,
            Set<String> named,
            Set<String> last,
            Set<String> otherwise) {
        this.bySpelling = bySpelling;
        this.bySign = bySign;
        this.named = named;
        this.last = last;
        this.otherwise = otherwise;
    }

    static UnitWords load() {
        var lists = Resources.lists("units.properties");
        var bySign = new HashMap<String, String>();
        lists.forEach((name, signs) -> {
            if (name.startsWith("sign-")) {
                signs.forEach(sign ->
                        bySign.put(sign, name.substring("sign-".length()).toUpperCase(Locale.ROOT)));
            }
        });
        return new UnitWords(
                Map.of(Unit.GRAM, spellings(lists, "mass"), Unit.MILLIMETRE, spellings(lists, "length")),
                Map.copyOf(bySign),
                Set.copyOf(lists.getOrDefault("currency", List.of())),
                Set.copyOf(lists.getOrDefault("last", List.of())),
                Set.copyOf(lists.getOrDefault("-", List.of())));
    }

    private static Map<String, String> spellings(Map<String, List<String>> lists, String kind) {
        var spellings = new HashMap<String, String>();
        for (var symbol : lists.getOrDefault(kind, List.of())) {
            spellings.put(symbol, symbol);
            lists.getOrDefault(symbol, List.of()).forEach(spelling -> spellings.put(spelling, symbol));
        }
        return Map.copyOf(spellings);
    }

    /** The symbol of a unit that can be converted to {@code unit}, or the code of a currency. */
    Optional<String> find(String spelling, Unit unit) {
        if (unit == Unit.MINOR_UNIT) {
            var code = spelling.toUpperCase(Locale.ROOT);
            return CURRENCIES.containsKey(code) ? Optional.of(code) : Optional.ofNullable(bySign.get(spelling));
        }
        return Optional.ofNullable(bySpelling.getOrDefault(unit, Map.of()).get(spelling.toLowerCase(Locale.ROOT)));
    }

    /** After the point. */
    static int digits(String currency) {
        return CURRENCIES.getOrDefault(currency.toUpperCase(Locale.ROOT), USUAL_DIGITS);
    }

    /** Whether it stands for a currency and is no code that {@code money} takes. */
    boolean isSign(String spelling) {
        return bySign.containsKey(spelling);
    }

    /** What the last token of a number's own name that says a unit says. */
    Optional<String> in(List<Set<String>> name, Unit unit) {
        return name.isEmpty()
                ? Optional.empty()
                : in(name.getLast(), unit, true).or(() -> above(name.subList(0, name.size() - 1), unit));
    }

    /** What the last such token of a name above a number says, or of one that others follow. */
    Optional<String> above(List<Set<String>> name, Unit unit) {
        for (var token : name.reversed()) {
            var found = in(token, unit, false);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> in(Set<String> token, Unit unit, boolean isLast) {
        return token.stream()
                .filter(word -> isLast || !last.contains(word))
                .filter(word -> unit != Unit.MINOR_UNIT || named.contains(word))
                .flatMap(word -> find(word, unit).stream())
                .findFirst();
    }

    /** Whether a name says something about a number in units, such as its class. */
    boolean saysOtherwise(List<Set<String>> name) {
        return name.stream().flatMap(Set::stream).anyMatch(otherwise::contains);
    }

    /** All words by which names say a unit or a currency. */
    Set<String> words() {
        var words = new HashSet<>(named);
        bySpelling.values().forEach(spellings -> words.addAll(spellings.keySet()));
        return words;
    }

    Set<String> spellings(Unit unit) {
        return bySpelling.getOrDefault(unit, Map.of()).keySet();
    }
}
