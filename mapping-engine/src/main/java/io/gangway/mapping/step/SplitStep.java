package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a text at a separator, which is taken literally: into an array without blanks, or to one of the parts. */
record SplitStep(Route route, String separator, @Nullable Integer item) implements MessageStep {
    private static final int ITEMS = 1000;

    static @Nullable SplitStep compile(SpecObject spec) {
        var route = Route.of(spec);
        var separator = spec.anyText("separator", "");
        int item = spec.wholeNumber("item", -ITEMS, ITEMS, 0);
        spec.refuseOthers("field", "from", "separator", "item");
        if (separator.isEmpty()) {
            spec.fault(
                    "missing-member",
                    "Member 'separator' is missing at %s. Add it; it is a text of at least one character."
                            .formatted(spec.pointer()));
            return null;
        }
        return route == null ? null : new SplitStep(route, separator, spec.has("item") ? item : null);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var text = route.text(run, message);
        if (text == null) {
            return;
        }
        var parts = parts(text);
        if (item != null) {
            int position = item < 0 ? parts.size() + item : item;
            if (position >= 0 && position < parts.size() && !parts.get(position).isEmpty()) {
                route.put(run, message, parts.get(position));
            }
            return;
        }
        int source = route.source(run.document(), message);
        int array = run.document().newArray();
        for (var part : parts) {
            if (!part.isEmpty()) {
                int value = run.document().newText(part);
                run.derived(value, source);
                run.document().add(array, value);
                run.wrote(array, value);
            }
        }
        route.put(run, message, array);
    }

    private List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end).strip());
            start = end + separator.length();
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
