package io.gangway.mapping.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the names on the way to a value mean, each as tokens with the words that they may mean.
 *
 * @param own the last name
 * @param above the names before it, nearest first
 */
record SourceName(List<Set<String>> own, List<List<Set<String>>> above) {
    private static final SourceName NONE = new SourceName(List.of(), List.of());

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
            return new SourceName(List.of(Set.of("id", "key")), List.copyOf(above));
        }
        return new SourceName(words.of(names.getLast()), List.copyOf(above));
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
        return has(own, word) || above.stream().anyMatch(tokens -> has(tokens, word));
    }

    static boolean has(List<Set<String>> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.contains(word));
    }
}
