package io.gangway.mapping.step;

import io.gangway.canonical.Unit;
import io.gangway.mapping.plan.Run;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Converts a mass or a length: to whole grams or millimetres, or to the unit that a partner wants. */
record MeasureStep(
        Route route,
        DecimalText text,
        @Nullable MeasureUnit unit,
        @Nullable FieldPath unitFrom,
        MeasureUnit to,
        int digits,
        DecimalForm form)
        implements MessageStep {
    private static final int DIGITS = 6;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Unit.GRAM.maximum());

    static @Nullable MeasureStep compile(SpecObject spec) {
        var route = Route.of(spec);
        var unit = unit(spec, "unit");
        var unitFrom = spec.optionalPath("unitFrom");
        spec.requireOne("unit", "unitFrom");
        var wanted = unit(spec, "to");
        if (spec.has("unitFrom") && !spec.has("to")) {
            spec.fault(
                    "missing-member",
                    "Member 'to' is missing at %s. Add it, as in \"g\" or \"mm\": a unit that is sent may be of the wrong kind."
                            .formatted(spec.pointer()));
        }
        var to = wanted != null ? wanted : unit != null ? unit.canonical() : MeasureUnit.GRAM;
        if (unit != null && unit.kind() != to.kind()) {
            spec.fault(
                    "invalid-member",
                    "to",
                    "A measure in %s can't be converted to %s. Name two units of mass or two of length."
                            .formatted(unit.symbol(), to.symbol()));
        }
        int digits = spec.wholeNumber("digits", 0, DIGITS, to == to.canonical() ? 0 : 3);
        var text = DecimalText.of(spec);
        var form = DecimalForm.of(spec);
        spec.refuseOthers("field", "from", "unit", "unitFrom", "to", "digits", "as", "decimal", "grouping");
        return route == null ? null : new MeasureStep(route, text, unit, unitFrom, to, digits, form);
    }

    private static @Nullable MeasureUnit unit(SpecObject spec, String member) {
        var name = spec.optionalText(member);
        var unit = name == null ? null : MeasureUnit.find(name);
        if (name != null && unit == null) {
            spec.fault(
                    "invalid-member",
                    member,
                    "'%s' in member '%s' at %s is not a unit. Known are %s."
                            .formatted(
                                    Scalar.shown(name),
                                    member,
                                    spec.pointer(),
                                    String.join(", ", MeasureUnit.symbols())));
        }
        return unit;
    }

    @Override
    public void work(Run run, int message, Position at) {
        var document = run.document();
        int source = route.source(document, message);
        if (!Scalar.isPresent(document, source)) {
            return;
        }
        var amount = text.readOrTell(run, message, source, route.field(), "invalid-measure", at);
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-measure",
                            "%s for field '%s' is negative. Have it left out if it is not known."
                                    .formatted(Scalar.shown(document, source), route.field()),
                            source);
            return;
        }
        var sent = unit(run, message, source, at);
        if (sent != null) {
            put(run, message, source, sent.in(to, amount, digits), at);
        }
    }

    private void put(Run run, int message, int source, BigDecimal measure, Position at) {
        if (measure.compareTo(LARGEST) > 0) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-measure",
                            "%s for field '%s' would be more than %s %s. Check its unit."
                                    .formatted(
                                            Scalar.shown(run.document(), source), route.field(), LARGEST, to.symbol()),
                            source);
            return;
        }
        var shortest = measure.signum() == 0 ? BigDecimal.ZERO : measure.stripTrailingZeros();
        int value = form.node(run.document(), shortest);
        if (unitFrom == null) {
            route.field().put(run, message, value, source);
        } else {
            route.field().put(run, message, value, source, unitFrom.get(run.document(), message));
        }
    }

    private @Nullable MeasureUnit unit(Run run, int message, int source, Position at) {
        if (unitFrom == null) {
            return unit;
        }
        var name = Scalar.textOf(run.document(), unitFrom.get(run.document(), message));
        var found = name == null ? null : MeasureUnit.find(name);
        if (name == null) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-measure",
                            "%s for field '%s' has no unit in '%s'. Have the unit sent, or name it in the step."
                                    .formatted(Scalar.shown(run.document(), source), route.field(), unitFrom),
                            source);
        } else if (found == null || found.kind() != to.kind()) {
            route.field()
                    .putFault(
                            run,
                            message,
                            at,
                            "invalid-measure",
                            "'%s' in '%s' is not a unit that can be converted to %s. Known are %s; translate others first."
                                    .formatted(
                                            Scalar.shown(name),
                                            unitFrom,
                                            to.symbol(),
                                            String.join(", ", MeasureUnit.symbols())),
                            source);
            return null;
        }
        return found;
    }
}
