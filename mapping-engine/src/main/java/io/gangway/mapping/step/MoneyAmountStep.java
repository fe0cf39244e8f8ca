package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a decimal amount, with all the digits that the currency has, of canonical money. */
record MoneyAmountStep(Route route, MoneyFields fields, DecimalForm form) implements MessageStep {
    static @Nullable MoneyAmountStep compile(SpecObject spec) {
        var route = Route.of(spec);
        spec.choice("to", Set.of("decimal"), "decimal");
        var form = DecimalForm.of(spec);
        spec.refuseOthers("field", "from", "to", "as");
        return route == null ? null : new MoneyAmountStep(route, MoneyFields.of(spec), form);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var document = run.document();
        int money = route.source(document, message);
        if (!Scalar.isPresent(document, money)) {
            return;
        }
        var amount = amount(document, money);
        if (amount == null) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-money",
                            "What '%s' holds is not an amount of money. Let it be an object with 'minorUnits', a whole number, and 'currency', an ISO 4217 code."
                                    .formatted(route.from()),
                            money);
            return;
        }
        route.field()
                .put(
                        run,
                        message,
                        form.node(document, amount),
                        fields.minorUnits().get(document, money),
                        fields.currency().get(document, money));
    }

    private @Nullable BigDecimal amount(Document document, int money) {
        if (!document.isObject(money)) {
            return null;
        }
        var units = DecimalText.POINT.read(document, fields.minorUnits().get(document, money));
        var code = Scalar.textOf(document, fields.currency().get(document, money));
        var paidIn = code == null ? null : Currencies.find(code);
        if (units == null
                || paidIn == null
                || (units.signum() != 0 && units.stripTrailingZeros().scale() > 0)) {
            return null;
        }
        return units.movePointLeft(paidIn.getDefaultFractionDigits()).setScale(paidIn.getDefaultFractionDigits());
    }
}
