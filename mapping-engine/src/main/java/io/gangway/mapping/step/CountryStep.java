package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import org.jspecify.annotations.Nullable;

/** Makes ISO 3166-1 alpha-2 of a country's code or name; what is neither is left out, as places often are. */
record CountryStep(Route route) implements MessageStep {
    static @Nullable CountryStep compile(SpecObject spec) {
        var route = Route.of(spec);
        spec.refuseOthers("field", "from");
        return route == null ? null : new CountryStep(route);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var text = route.text(run, message);
        var code = text == null ? null : Countries.codeOf(text);
        if (code == null) {
            route.field().remove(run.document(), message);
        } else {
            route.put(run, message, code);
        }
    }
}
