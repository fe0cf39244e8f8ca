package io.gangway.mapping.suggest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The trade's words. A name is split into tokens, and each token stands for the words it may mean: "Sendungsnummer" is
 * "shipment" and "number", "ort" is "city" or "location". Immutable.
 */
final class Words {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern GAP = Pattern.compile("[^A-Za-z0-9]+|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> ENDINGS = List.of("s", "es", "e", "n", "en", "er", "x");
    private static final List<String> LINKS = List.of("", "s", "n", "en", "es", "e");
    private static final int TOKENS = 30;
    private static final int LENGTH = 200;
    private static final int SHORTEST = 3;

    private final Map<String, Set<String>> meanings;
    private final Set<String> ignored;

    private Words(Map<String, Set<String>> meanings, Set<String> ignored) {
        this.meanings = meanings;
        this.ignored = ignored;
    }

    static Words load() {
        var meanings = new HashMap<String, Set<String>>();
        var resource = Resources.lists("words.properties");
        resource.forEach((word, synonyms) -> {
            meanings.computeIfAbsent(word, key -> new TreeSet<>()).add(word);
            synonyms.forEach(synonym ->
                    meanings.computeIfAbsent(synonym, key -> new TreeSet<>()).add(word));
        });
        var ignored = Set.copyOf(resource.getOrDefault("-", List.of()));
        return new Words(Map.copyOf(meanings), ignored);
    }

    /** Each token as the words it may mean; at least itself. */
    List<Set<String>> of(String name) {
        var tokens = new ArrayList<Set<String>>();
        for (var token : tokens(name)) {
            if (!ignored.contains(token) && tokens.size() < TOKENS) {
                tokens.addAll(meaning(token));
            }
        }
        return List.copyOf(tokens);
    }

    static List<String> tokens(String name) {
        var cut = name.length() <= LENGTH ? name : name.substring(0, LENGTH);
        var tokens = new ArrayList<String>();
        for (var part : GAP.split(HUMP.matcher(folded(cut)).replaceAll(" "))) {
            if (!part.isEmpty()) {
                tokens.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return tokens;
    }

    /** Umlauts as Germans write them without, other letters without their accents. */
    private static String folded(String text) {
        var german = text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFD)).replaceAll("");
    }

    private List<Set<String>> meaning(String token) {
        var known = known(token);
        if (known != null) {
            return List.of(known);
        }
        var parts = compound(token);
        return parts.isEmpty() ? List.of(Set.of(token)) : parts;
    }

    private @org.jspecify.annotations.Nullable Set<String> known(String token) {
        var found = meanings.get(token);
        if (found != null) {
            return found;
        }
        for (var ending : ENDINGS) {
            if (token.length() > ending.length() + SHORTEST - 1 && token.endsWith(ending)) {
                var stem = meanings.get(token.substring(0, token.length() - ending.length()));
                if (stem != null) {
                    return stem;
                }
            }
        }
        return null;
    }

    /** Two or three known words written as one, as in German and Dutch; empty if it is none. */
    private List<Set<String>> compound(String token) {
        for (int i = token.length() - 2; i >= SHORTEST; i--) {
            var rest = known(token.substring(i));
            var head = rest == null ? List.<Set<String>>of() : head(token.substring(0, i));
            if (rest != null && !head.isEmpty()) {
                var parts = new ArrayList<>(head);
                parts.add(rest);
                return parts;
            }
        }
        return List.of();
    }

    private List<Set<String>> head(String token) {
        for (var link : LINKS) {
            if (token.length() >= link.length() + SHORTEST && token.endsWith(link)) {
                var found = meanings.get(token.substring(0, token.length() - link.length()));
                if (found != null) {
                    return List.of(found);
                }
            }
        }
        return token.length() > 2 * SHORTEST ? compound(token) : List.of();
    }

    /** The tokens of several names in one. */
    static Set<String> union(List<Set<String>> tokens) {
        var all = new LinkedHashSet<String>();
        tokens.forEach(all::addAll);
        return all;
    }
}
