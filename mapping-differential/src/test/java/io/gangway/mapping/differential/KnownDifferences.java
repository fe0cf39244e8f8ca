package io.gangway.mapping.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where our engine differs on purpose. Each has a reason, and is counted. */
final class KnownDifferences {
    /** {@code reason} says why we do not do as Jolt does. */
    record Known(String name, String reason, Predicate<Verdict.Different> covers) {}

    /** A list that can't shrink, and a function that takes its nulls out. */
    private static final Pattern FIXED_LISTS =
            Pattern.compile("(?s)(toList|split|MANY).*quashNulls|quashNulls.*(toList|split|MANY)");

    /** As {@link Json} writes what has no bytes of its own. */
    private static final Pattern HALF_PAIR = Pattern.compile("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}");

    private final List<Known> all;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    KnownDifferences(List<Known> all) {
        this.all = List.copyOf(all);
    }

    static KnownDifferences ofOurEngine() {
        return new KnownDifferences(List.of(
                new Known(
                        "lists of a fixed size",
                        "What 'split', 'toList' and MANY make can't grow or shrink in Jolt, and later rules that try fail.",
                        difference -> failsWith(difference, "UnsupportedOperationException")
                                || failsWith(difference, "ArrayStoreException")
                                || FIXED_LISTS
                                        .matcher(difference.pair().chain())
                                        .find()),
                new Known(
                        "limits",
                        "What Jolt makes more than a million characters of may be over a limit of ours.",
                        difference -> difference.expected() instanceof Result.Made(var json)
                                && json.length() > 1_000_000
                                && difference.actual() instanceof Result.Failed(var reason)
                                && reason.startsWith("too-")),
                new Known(
                        "default without an object",
                        "Jolt takes any spec and fails with each document; ours is refused at once.",
                        difference -> refusesWith(difference, "The spec of 'default' is not an object")
                                || refusesWith(difference, "Operation 'default'")),
                new Known(
                        "numbers beyond a double",
                        "Jolt makes the text Infinity of them; ours leaves them as they are.",
                        difference -> difference.expected() instanceof Result.Made(var json)
                                && json.contains("Infinity")
                                && difference.pair().input().matches("(?s).*[0-9][eE][0-9]{3}.*")),
                new Known(
                        "half of a surrogate pair",
                        "A function that cuts a character in two leaves half of it, which has no UTF-8; ours leaves a '?'.",
                        difference -> difference.expected() instanceof Result.Made(var json)
                                && HALF_PAIR.matcher(json).find()
                                && difference.actual() instanceof Result.Made),
                new Known(
                        "payloads that can't be taken at their word",
                        "A name that stands twice, a NUL character and half a surrogate pair are refused at once.",
                        difference -> refusesWith(difference, "half of a surrogate pair")
                                || difference.actual() instanceof Result.Failed(var reason)
                                        && (reason.startsWith("duplicate-name")
                                                || reason.startsWith("nul-character")))));
    }

    private static boolean failsWith(Verdict.Different difference, String reason) {
        return difference.expected() instanceof Result.Failed(var why) && why.contains(reason);
    }

    private static boolean refusesWith(Verdict.Different difference, String reason) {
        return difference.actual() instanceof Result.Refused(var why) && why.contains(reason);
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
