package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ISO 3166-1 alpha-2 of a country's code or English name; what is none is left out, as places often are. */
record CountryStep(Route route) implements MessageStep {
    private static final Map<String, String> CODES = codes();

    static @Nullable CountryStep compile(SpecObject spec) {
        var route = Route.of(spec);
        spec.refuseOthers("field", "from");
        return route == null ? null : new CountryStep(route);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var text = route.text(run, message);
        var code = text == null ? null : CODES.get(text.toUpperCase(Locale.ROOT));
        if (code == null) {
            route.field().remove(run.document(), message);
        } else {
            route.put(run, message, code);
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
