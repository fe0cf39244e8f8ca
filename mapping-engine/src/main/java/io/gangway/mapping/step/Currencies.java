package io.gangway.mapping.step;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The currencies of ISO 4217 that one can pay in: those that have minor units, if none at all like yen. */
final class Currencies {
    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private Currencies() {}

    /** Null if there is none of this code; case does not matter. */
    static @Nullable Currency find(String code) {
        return BY_CODE.get(code.toUpperCase(Locale.ROOT));
    }
}
