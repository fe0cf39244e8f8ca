package io.gangway.mapping.suggest;

import io.gangway.mapping.suggest.Phrases.Phrase;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well the names on the way to a value fit what the trade calls a field. Not thread-safe. */
final class NameEvidence {
    private static final double[] NEARNESS = {1, 0.92, 0.75};
    private static final double MISSED = 0.35;
    private static final double EXTRA = 0.6;
    /** Say how a value is written, not what it is. */
    private static final Set<String> ASIDE = Set.of("utc", "gmt", "local", "iso", "is", "has", "unit", "w", "at");

    private final Words words;
    private final Phrases phrases;
    private final Set<String> units;
    private final Map<Source, Map<String, Match>> matches = new IdentityHashMap<>();

    NameEvidence(Words words, Phrases phrases, Set<String> units) {
        this.words = words;
        this.phrases = phrases;
        this.units = units;
    }

    /**
     * The phrase that fits best.
     *
     * @param score from 0 to 1
     */
    record Match(double score, List<String> phrase) {
        static final Match NONE = new Match(0, List.of());

        /** The name is a phrase of several words that means this and nothing else, word for word. */
        boolean exact() {
            return score > 0.999 && phrase.size() > 1;
        }

        Match times(double factor) {
            return new Match(score * factor, phrase);
        }
    }

    Words words() {
        return words;
    }

    /** As a field of this name; {@code context} are the names of objects that it is in. */
    Match match(Source source, String field, List<String> context) {
        return matches.computeIfAbsent(source, key -> new HashMap<>())
                .computeIfAbsent(field + " " + context, key -> match(source.name(), field, context));
    }

    Match match(SourceName name, String field, List<String> context) {
        var best = Match.NONE;
        for (var phrase : phrases.of(field, words)) {
            double score = score(name, phrase, context);
            if (score > best.score()) {
                best = new Match(score, phrase.words());
            }
        }
        return best;
    }

    /** Whether the names, taken together, say one of the phrases of an object: its weight, or 0. */
    double says(SourceName name, String object) {
        return phrases.of(object, words).stream()
                .filter(phrase -> phrase.words().stream().allMatch(name::anywhere))
                .mapToDouble(Phrase::weight)
                .max()
                .orElse(0);
    }

    private double score(SourceName name, Phrase phrase, List<String> context) {
        double covered = 0;
        boolean inOwn = name.own().stream()
                .allMatch(token -> Phrases.generic(token) || token.stream().anyMatch(units::contains));
        boolean told = true;
        for (var word : phrase.words()) {
            double nearness = nearness(name, word);
            covered += Phrases.weight(word) * nearness;
            inOwn |= SourceName.has(name.own(), word);
            told &= nearness > 0 || !phrase.telling().contains(word);
        }
        if (covered == 0 || !inOwn) {
            return 0;
        }
        double extra = name.own().stream()
                .filter(token -> phrase.words().stream().noneMatch(token::contains))
                .mapToDouble(token -> extra(token, context))
                .sum();
        double length = phrase.length();
        return phrase.weight() * (told ? 1 : MISSED) * (covered / length) * (length / (length + EXTRA * extra));
    }

    private static double nearness(SourceName name, String word) {
        for (int distance = 0; distance < NEARNESS.length; distance++) {
            if (SourceName.has(name.at(distance), word)) {
                return NEARNESS[distance];
            }
        }
        return 0;
    }

    /** How much a token that the phrase does not have speaks against it. */
    private double extra(Set<String> token, List<String> context) {
        if (token.stream()
                .anyMatch(word -> ASIDE.contains(word) || units.contains(word) || Character.isDigit(word.charAt(0)))) {
            return 0;
        }
        if (context.stream()
                .flatMap(object -> phrases.of(object, words).stream())
                .anyMatch(phrase -> phrase.words().stream().anyMatch(token::contains))) {
            return 0;
        }
        return Phrases.generic(token) ? 0.3 : 1;
    }
}
