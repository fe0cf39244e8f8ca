package io.gangway.mapping.suggest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that the samples have at a place, with what was seen there.
 *
 * @param clock where the time of day stands, if the value is a date and a time that stand apart
 * @param seen the texts by number of the item that they stand in; blank and absent ones are left out
 * @param items how many items have the place, whatever stands there
 */
record Source(
        SourcePath path,
        @Nullable SourcePath clock,
        SourceName name,
        List<Observation> seen,
        int items,
        Shapes shapes) {
    /**
     * A value that was seen.
     *
     * @param number whether it is a JSON number, which is written in one way only
     */
    record Observation(int item, String text, boolean number) {}

    static Source of(SourcePath path, List<Observation> seen, int items, Words words) {
        return new Source(path, null, SourceName.of(path, words), List.copyOf(seen), items, Shapes.of(seen));
    }

    /** The places that it stands at: one, or two if a date and its time of day stand apart. */
    List<SourcePath> places() {
        return clock == null ? List.of(path) : List.of(path, clock);
    }

    List<String> texts() {
        return seen.stream().map(Observation::text).toList();
    }

    Set<String> distinct() {
        return seen.stream().map(Observation::text).collect(Collectors.toSet());
    }

    /** Of several values no two are equal. */
    boolean unique() {
        return seen.size() > 1 && distinct().size() == seen.size();
    }

    /** Of several values all are equal. */
    boolean constant() {
        return seen.size() > 1 && distinct().size() == 1;
    }

    Map<Integer, String> byItem() {
        return seen.stream().collect(Collectors.toMap(Observation::item, Observation::text, (one, other) -> one));
    }
}
