package io.gangway.mapping.step;

/** The fields of canonical money. */
record MoneyFields(FieldPath minorUnits, FieldPath currency) {
    static MoneyFields of(SpecObject spec) {
        var names = spec.compilation().names();
        return new MoneyFields(FieldPath.of("minorUnits", names), FieldPath.of("currency", names));
    }
}
