package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;

/**
 * An amount in one currency.
 *
 * @param minorUnits the amount in the currency's minor unit, such as cents; negative if it is a credit
 * @param currency ISO 4217 code, upper case
 */
public record Money(
        @Classified(INTERNAL) @MeasuredIn(Unit.MINOR_UNIT) long minorUnits,

        @Classified(INTERNAL) @MaxLength(3) @Format(TextFormat.CURRENCY)
        String currency) {}
