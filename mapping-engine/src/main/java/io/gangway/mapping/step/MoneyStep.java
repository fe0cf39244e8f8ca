package io.gangway.mapping.step;

import io.gangway.canonical.Unit;
import io.gangway.mapping.plan.Run;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Makes canonical money, minor units and ISO 4217 code, of a decimal amount. Nothing is rounded. */
record MoneyStep(
        Route route,
        DecimalText text,
        @Nullable Currency currency,
        @Nullable FieldPath currencyFrom,
        MoneyFields fields)
        implements MessageStep {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Unit.MINOR_UNIT.maximum());

    static @Nullable Step compile(SpecObject spec) {
        return spec.has("to") ? MoneyAmountStep.compile(spec) : compileCanonical(spec);
    }

    private static @Nullable MoneyStep compileCanonical(SpecObject spec) {
        var route = Route.of(spec);
        var name = spec.optionalText("currency");
        var currency = name == null ? null : Currencies.find(name);
        if (name != null && currency == null) {
            spec.fault(
                    "invalid-member",
                    "currency",
                    "'%s' in member 'currency' at %s is not a currency. Write its ISO 4217 code, as in 'EUR'."
                            .formatted(Scalar.shown(name), spec.pointer()));
        }
        var currencyFrom = spec.optionalPath("currencyFrom");
        spec.requireOne("currency", "currencyFrom");
        var text = DecimalText.of(spec);
        spec.refuseOthers("field", "from", "currency", "currencyFrom", "decimal", "grouping", "to");
        return route == null ? null : new MoneyStep(route, text, currency, currencyFrom, MoneyFields.of(spec));
    }

    @Override
    public void work(Run run, int message, Position at) {
        var document = run.document();
        int source = route.source(document, message);
        if (!Scalar.isPresent(document, source)) {
            return;
        }
        var amount = text.readOrTell(run, message, source, route.field(), "invalid-money", at);
        if (amount == null) {
            return;
        }
        var paidIn = currency(run, message, source, at);
        if (paidIn == null) {
            return;
        }
        var minorUnits = amount.movePointRight(paidIn.getDefaultFractionDigits());
        if (minorUnits.signum() != 0 && minorUnits.stripTrailingZeros().scale() > 0) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-money",
                            "%s for field '%s' has more digits after the point than the %d of %s. Have it rounded before it is sent."
                                    .formatted(
                                            Scalar.shown(document, source),
                                            route.field(),
                                            paidIn.getDefaultFractionDigits(),
                                            paidIn.getCurrencyCode()),
                            source);
            return;
        }
        if (minorUnits.abs().compareTo(LARGEST) > 0) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-money",
                            "%s for field '%s' is more than %s minor units. Check the amount."
                                    .formatted(Scalar.shown(document, source), route.field(), LARGEST),
                            source);
            return;
        }
        put(run, message, minorUnits.longValueExact(), paidIn, source);
    }

    private void put(Run run, int message, long minorUnits, Currency paidIn, int source) {
        var document = run.document();
        int code = currencyFrom == null ? source : currencyFrom.get(document, message);
        int money = document.newObject();
        fields.minorUnits().put(run, money, document.newLong(minorUnits), source);
        fields.currency().put(run, money, document.newText(paidIn.getCurrencyCode()), code);
        route.field().put(run, message, money, source, code);
    }

    private @Nullable Currency currency(Run run, int message, int source, Position at) {
        if (currencyFrom == null) {
            return currency;
        }
        var name = Scalar.textOf(run.document(), currencyFrom.get(run.document(), message));
        var found = name == null ? null : Currencies.find(name);
        if (name == null) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-money",
                            "%s for field '%s' has no currency in '%s'. Have the currency sent, or name it in the step."
                                    .formatted(Scalar.shown(run.document(), source), route.field(), currencyFrom),
                            source);
        } else if (found == null) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-money",
                            "'%s' in '%s' is not a currency. Have its ISO 4217 code sent, as in 'EUR', or translate it first."
                                    .formatted(Scalar.shown(name), currencyFrom),
                            source);
        }
        return found;
    }
}
