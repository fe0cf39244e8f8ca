package io.gangway.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ISO 3166-1 alpha-2 of a country's code or English name; what is none is left out, as places often are. */
record CountryStep(FieldPath field, FieldPath from) implements Step {
    static final String OPERATION = "country";

    private static final Map<String, String> CODES = codes();

    static @Nullable CountryStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.optionalPath("from");
        spec.refuseOthers("field", "from");
        return field == null ? null : new CountryStep(field, from == null ? field : from);
    }

    @Override
    public Object apply(Object document, Faults faults) {
        for (var entry : Messages.of(document)) {
            var message = Messages.asObject(entry);
            if (message != null) {
                read(message);
            }
        }
        return document;
    }

    private void read(Map<String, @Nullable Object> message) {
        var text = Scalar.textOf(from.get(message));
        var code = text == null ? null : CODES.get(text.toUpperCase(Locale.ROOT));
        if (code == null) {
            field.remove(message);
        } else {
            field.put(message, code);
        }
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : List.of(Locale.getISOCountries())) {
            var country = Locale.of("", code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toUpperCase(Locale.ROOT), code);
            codes.put(code, code);
        }
        // Not ISO, but what people and carriers write.
        codes.put("UK", "GB");
        return Map.copyOf(codes);
    }
}
