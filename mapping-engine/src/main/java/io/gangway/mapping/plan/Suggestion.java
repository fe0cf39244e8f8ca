package io.gangway.mapping.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The remedy for a name that does not exist: the one that was probably meant, else those that exist. */
public final class Suggestion {
    private static final int SHOWN = 40;

    private Suggestion() {}

    public static String of(String wrong, Collection<String> known) {
        var closest = known.stream()
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
        if (closest.isPresent() && isClose(wrong, closest.get())) {
            return "Did you mean '%s'?".formatted(closest.get());
        }
        return known.isEmpty()
                ? "There are none."
                : "Known are %s.".formatted(known.stream().sorted().limit(SHOWN).collect(Collectors.joining(", ")));
    }

    /** Whether a name is probably another one, misspelt. */
    public static boolean isClose(String wrong, String meant) {
        return distance(wrong, meant) <= 1 + meant.length() / 4;
    }

    /** Levenshtein's distance, case apart; names of hostile length are just far away. */
    private static int distance(String one, String other) {
        if (one.length() > 100) {
            return Integer.MAX_VALUE;
        }
        var previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
