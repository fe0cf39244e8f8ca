package io.gangway.mapping.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the names on the way to a value mean, each as tokens with the words that they may mean.
 *
 * @param own the last name
 * @param above the names before it, nearest first
 * @param all the words of all of them, since they are asked for with each other place of the samples
 */
record SourceName(List<Set<String>> own, List<List<Set<String>>> above, Set<String> all) {
    private static final SourceName NONE = named(List.of(), List.of());

    private static SourceName named(List<Set<String>> own, List<List<Set<String>>> above) {
        var all = Stream.concat(Stream.of(own), above.stream())
                .flatMap(List::stream)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        return new SourceName(own, List.copyOf(above), all);
    }

    static SourceName of(SourcePath path, Words words) {
        var names = path.names();
        if (names.isEmpty()) {
            return NONE;
        }
        var above = new ArrayList<List<Set<String>>>();
        for (int i = names.size() - 2; i >= 0; i--) {
            above.add(words.of(names.get(i)));
        }
        if (path.endsWithKey()) {
            above.addFirst(words.of(names.getLast()));
            return named(List.of(Set.of("id", "key")), above);
        }
        return named(words.of(names.getLast()), above);
    }

    /** The tokens of the last name, or of the one {@code above} others before it; none if there is no such name. */
    List<Set<String>> at(int distance) {
        if (distance == 0) {
            return own;
        }
        return distance <= above.size() ? above.get(distance - 1) : List.of();
    }

    int depth() {
        return above.size() + 1;
    }

    boolean anywhere(String word) {
        return all.contains(word);
    }

    static boolean has(List<Set<String>> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.contains(word));
    }
}
