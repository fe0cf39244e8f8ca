package io.gangway.mapping.suggest;

import io.gangway.canonical.ShipmentStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What senders' words for a status clearly mean. Immutable. */
final class StatusWords {
    private static final int BEFORE = 3;

    private final List<Entry> entries;
    private final Set<String> negations;

    private record Entry(List<String> tokens, ShipmentStatus status) {}

    private StatusWords(List<Entry> entries, Set<String> negations) {
        this.entries = entries;
        this.negations = negations;
    }

    static StatusWords load() {
        var entries = new ArrayList<Entry>();
        var negations = new HashSet<String>();
        Resources.lists("statuses.properties").forEach((status, phrases) -> {
            if (status.equals("-")) {
                negations.addAll(phrases);
            } else {
                phrases.forEach(phrase -> entries.add(new Entry(Words.tokens(phrase), ShipmentStatus.valueOf(status))));
            }
        });
        return new StatusWords(List.copyOf(entries), Set.copyOf(negations));
    }

    boolean knows(String text) {
        return find(text).isPresent();
    }

    /** Empty unless the longest phrase of the text says one status, and nothing before it takes that back. */
    Optional<ShipmentStatus> find(String text) {
        var tokens = Words.tokens(text);
        int longest = 0;
        var found = new HashSet<ShipmentStatus>();
        for (var entry : entries) {
            int length = entry.tokens().size();
            if (length < longest || !says(tokens, entry.tokens())) {
                continue;
            }
            if (length > longest) {
                found.clear();
                longest = length;
            }
            found.add(entry.status());
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private boolean says(List<String> tokens, List<String> phrase) {
        for (int i = 0; i + phrase.size() <= tokens.size(); i++) {
            if (tokens.subList(i, i + phrase.size()).equals(phrase)) {
                return tokens.subList(Math.max(0, i - BEFORE), i).stream().noneMatch(negations::contains);
            }
        }
        return false;
    }
}
