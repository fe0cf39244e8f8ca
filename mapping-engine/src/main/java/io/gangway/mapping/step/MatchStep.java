package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import org.jspecify.annotations.Nullable;

/** Takes what a pattern, or a group of it, matches first in a text. */
record MatchStep(Route route, TextPattern pattern, int group) implements MessageStep {
    private static final int GROUPS = 50;

    static @Nullable MatchStep compile(SpecObject spec) {
        var route = Route.of(spec);
        var pattern = TextPattern.of(spec, "pattern");
        int group = spec.wholeNumber("group", 0, GROUPS, pattern != null && pattern.groups() > 1 ? 1 : 0);
        spec.refuseOthers("field", "from", "pattern", "group");
        if (pattern != null && group >= pattern.groups()) {
            spec.fault(
                    "invalid-member",
                    "group",
                    "The pattern at %s has %d groups, none of which is number %d. Name one of them, or 0 for all that matches."
                            .formatted(spec.pointer(), pattern.groups() - 1, group));
            return null;
        }
        return route == null || pattern == null ? null : new MatchStep(route, pattern, group);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var text = route.text(run, message);
        var groups = text == null ? null : pattern.find(run, text);
        var found = Scalar.textOf(groups == null ? null : groups.get(group));
        if (found != null) {
            route.put(run, message, found);
        }
    }
}
