package io.gangway.mapping.check;

import io.gangway.mapping.plan.SpecKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds values from further up, {@code @(1,name)}. */
record Lookups(Effort effort) {
    /** What is found; or, if it can't be there, what is missing. */
    record Found(@Nullable Shape value, @Nullable Missing missing) {
        static Found of(Shape value) {
            return new Found(value, null);
        }
    }

    Found find(SpecKey.Lookup lookup, Frame here) {
        var frame = here.up(lookup.level());
        // Levels that are not there are told by others.
        return frame == null ? Found.of(Shape.ANYTHING) : find(lookup.path(), frame.value(), here);
    }

    private Found find(@Nullable List<SpecKey> path, Shape from, Frame here) {
        var value = from;
        for (var key : path == null ? List.<SpecKey>of() : path) {
            if (value.isAnything()) {
                return Found.of(Shape.ANYTHING);
            }
            var found = step(value, key, here);
            if (found == null) {
                var name = here.name(key);
                return new Found(null, Missing.of(name == null ? key.canonical() : name, value));
            }
            value = found;
        }
        return Found.of(value);
    }

    private @Nullable Shape step(Shape value, SpecKey key, Frame here) {
        if (Frame.isItem(key)) {
            return value.items();
        }
        var name = here.name(key);
        if (name == null) {
            return value.isObject() ? Shape.ANYTHING : null;
        }
        return value.member(name, effort);
    }
}
