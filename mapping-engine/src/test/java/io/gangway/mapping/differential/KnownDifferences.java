package io.gangway.mapping.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where our engine differs on purpose. Each has a reason, and is counted. */
final class KnownDifferences {
    /** {@code reason} says why we do not do as Jolt does. */
    record Known(String name, String reason, Predicate<Verdict.Different> covers) {}

    private final List<Known> all;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    KnownDifferences(List<Known> all) {
        this.all = List.copyOf(all);
    }

    static KnownDifferences ofOurEngine() {
        return new KnownDifferences(List.of());
    }

    Optional<String> nameOf(Verdict.Different difference) {
        var name = all.stream()
                .filter(known -> known.covers().test(difference))
                .map(Known::name)
                .findFirst();
        name.ifPresent(known -> counts.merge(known, 1, Integer::sum));
        return name;
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }
}
