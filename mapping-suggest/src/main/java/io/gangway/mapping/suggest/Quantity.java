package io.gangway.mapping.suggest;

import java.util.List;
import java.util.Optional;

/**
 * Numbers of a place and what they count.
 *
 * @param minor whether they are minor units of a currency already
 * @param sureness a factor from 0 to 1
 * @param reasons sentences for people
 */
record Quantity(DecimalShape written, Told unit, boolean minor, double sureness, List<String> reasons) {
    /** Where the samples tell the unit or currency. */
    sealed interface Told {
        /** Each value has it: {@code 2.5 kg}. */
        record WithValue() implements Told {}

        /** In a value of its own. */
        record Beside(Source source) implements Told {}

        /** It is always the same, as a name says or a sign. */
        record Always(String unit) implements Told {}

        /** They don't; it stands in until a person states the right one. */
        record Assumed(String unit) implements Told {}
    }

    Quantity {
        reasons = List.copyOf(reasons);
    }

    /** As operations take it, unless each value has its own. */
    Optional<String> constant() {
        return switch (unit) {
            case Told.Always always -> Optional.of(always.unit());
            case Told.Assumed assumed -> Optional.of(assumed.unit());
            case Told.WithValue withValue -> Optional.empty();
            case Told.Beside beside -> Optional.empty();
        };
    }

    Optional<Source> beside() {
        return unit instanceof Told.Beside beside ? Optional.of(beside.source()) : Optional.empty();
    }
}
