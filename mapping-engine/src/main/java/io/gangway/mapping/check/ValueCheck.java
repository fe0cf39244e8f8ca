package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecKey;
import io.gangway.mapping.plan.SpecPath;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the right side of a modify makes. */
final class ValueCheck {
    private static final Pattern LOOKUP = Pattern.compile("@\\([^()']*\\)");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private final Findings findings;
    private final Effort effort;
    private final Lookups lookups;
    private boolean sharing;

    ValueCheck(Findings findings, Effort effort) {
        this.findings = findings;
        this.effort = effort;
        this.lookups = new Lookups(effort);
    }

    /** Whether an object or array was found, which then is in several places. */
    boolean isSharing() {
        return sharing;
    }

    /** Null if it makes nothing. {@code here} is at the value that is to be replaced. */
    @Nullable
    Shape value(@Nullable Object right, Pointer pointer, Frame here) {
        if (!(right instanceof String text)) {
            // An object or array is the same one wherever the rule puts it, so that it may change later.
            return right instanceof Map<?, ?> || right instanceof List<?>
                    ? Shape.anything(pointer)
                    : Shapes.of(right, pointer, effort);
        }
        if (text.startsWith("=")) {
            var calls = LOOKUP.matcher(QUOTED.matcher(text).replaceAll(""));
            while (calls.find()) {
                // Behind a quote that nothing closes it is text, and need not be a path.
                if (SpecPath.findFromRoot(calls.group()).isPresent()) {
                    lookup(calls.group(), pointer, here);
                }
            }
            return text.equals("=noop") ? null : Shape.anything(pointer);
        }
        if (text.startsWith("^")) {
            return Shape.anything(pointer);
        }
        if (text.startsWith("@")) {
            var found = lookup(text, pointer, here);
            return found == null ? null : found.from(pointer);
        }
        return Shape.constant(text, pointer);
    }

    /** Null if it finds nothing. */
    private @Nullable Shape lookup(String text, Pointer pointer, Frame here) {
        if (!(SpecPath.fromRoot(text).getLast() instanceof SpecKey.Lookup lookup)) {
            return Shape.ANYTHING;
        }
        if (here.up(lookup.level()) == null) {
            int levels = 0;
            while (here.up(levels + 1) != null) {
                levels++;
            }
            findings.warning(
                    pointer,
                    true,
                    "'%s' at %s goes %d levels up, but there are only %d, and never finds anything. Check its first number."
                            .formatted(lookup.canonical(), pointer, lookup.level(), levels));
            return null;
        }
        var found = lookups.find(lookup, here);
        if (found.missing() != null) {
            findings.missing(found.missing(), pointer, true);
        }
        var value = found.value();
        sharing |= value != null && (value.isObject() || value.items() != null);
        return value;
    }
}
