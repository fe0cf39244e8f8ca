package io.gangway.mapping.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the trade calls what a field holds. Immutable. */
final class Phrases {
    private static final Set<String> GENERIC = Set.of(
            "number",
            "code",
            "id",
            "key",
            "date",
            "time",
            "timestamp",
            "name",
            "type",
            "value",
            "text",
            "detail",
            "list",
            "data",
            "info",
            "description",
            "total",
            "amount",
            "state");

    private final Map<String, List<Phrase>> byField = new TreeMap<>();

    /** @param words each with the weight that it has among the others */
    record Phrase(List<String> words, double weight) {
        double length() {
            return words.stream().mapToDouble(Phrases::weight).sum();
        }

        /** The words that tell it from others; all if none does. */
        List<String> telling() {
            var telling = words.stream().filter(word -> !GENERIC.contains(word)).toList();
            return telling.isEmpty() ? words : telling;
        }
    }

    private Phrases() {}

    static Phrases load(Words words) {
        var phrases = new Phrases();
        Resources.lists("fields.properties").forEach((field, list) -> {
            var parsed = new ArrayList<Phrase>();
            list.forEach(text -> parsed.add(parse(text)));
            parsed.add(ownName(field, words));
            phrases.byField.put(field, List.copyOf(parsed));
        });
        return phrases;
    }

    /** At least the field's own name. */
    List<Phrase> of(String field, Words words) {
        var known = byField.get(field);
        return known != null ? known : List.of(ownName(field, words));
    }

    private static Phrase parse(String text) {
        int colon = text.indexOf(':');
        var words = List.of((colon < 0 ? text : text.substring(0, colon)).split(" "));
        return new Phrase(words, colon < 0 ? 1 : Double.parseDouble(text.substring(colon + 1)));
    }

    private static Phrase ownName(String field, Words words) {
        return new Phrase(
                words.of(field).stream().map(token -> token.iterator().next()).toList(), 1);
    }

    /** How much a word says by itself. */
    static double weight(String word) {
        return GENERIC.contains(word) ? 0.5 : 1;
    }

    static boolean generic(Set<String> token) {
        return token.stream().allMatch(GENERIC::contains);
    }
}
