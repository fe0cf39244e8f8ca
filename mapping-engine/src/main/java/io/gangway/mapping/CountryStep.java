package io.gangway.mapping;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Operation;
import io.gangway.mapping.plan.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ISO 3166-1 alpha-2 of a country's code or English name; what is none is left out, as places often are. */
record CountryStep(FieldPath field, FieldPath from) implements Operation {
    static final String OPERATION = "country";

    private static final Map<String, String> CODES = codes();

    static @Nullable CountryStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.optionalPath("from");
        spec.refuseOthers("field", "from");
        return field == null ? null : new CountryStep(field, from == null ? field : from);
    }

    @Override
    public int apply(Run run, int root) {
        var document = run.document();
        for (int message : Messages.of(document, root)) {
            if (document.isObject(message)) {
                read(run, document, message);
            }
        }
        return root;
    }

    private void read(Run run, Document document, int message) {
        int source = from.get(document, message);
        var text = Scalar.textOf(document, source);
        var code = text == null ? null : CODES.get(text.toUpperCase(Locale.ROOT));
        if (code == null) {
            field.remove(document, message);
        } else {
            field.put(run, message, document.newText(code), source);
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
