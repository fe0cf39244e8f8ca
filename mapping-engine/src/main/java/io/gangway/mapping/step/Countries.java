package io.gangway.mapping.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Codes of countries by what people and carriers write: ISO 3166-1 alpha-2 and alpha-3, the names of ISO, other usual English
 * names, and the countries' names in the languages that most partners write in; whatever their case, accents and punctuation.
 */
final class Countries {
    private static final String RESOURCE = "/io/gangway/countries/country-names.txt";
    private static final int LENGTH = 100;
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern ARTICLE = Pattern.compile("^THE ");
    private static final Pattern SUBDIVISION = Pattern.compile("([A-Za-z]{2})-[A-Za-z0-9]{1,3}");

    /** English names come first: where two countries share a name, theirs holds. */
    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.of("es"),
            Locale.of("nl"),
            Locale.of("pl"),
            Locale.of("pt"));

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** Of a code or name, or of an ISO 3166-2 code of a part of a country; null if it is none of these. */
    static @Nullable String codeOf(String text) {
        if (text.length() > LENGTH) {
            return null;
        }
        var subdivision = SUBDIVISION.matcher(text.strip());
        return CODES.get(folded(subdivision.matches() ? subdivision.group(1) : text));
    }

    /** Letters and digits in upper case without accents, words with one blank between them. */
    private static String folded(String text) {
        var plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace("’", "'")
                .replace("'", "")
                .replace(".", "")
                .replace("&", " AND ");
        return ARTICLE.matcher(OTHERS.matcher(plain).replaceAll(" ").strip()).replaceFirst("");
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            codes.put(code, code);
            codes.put(Locale.of("", code).getISO3Country().toUpperCase(Locale.ROOT), code);
        }
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var parts = line.split("\\|");
            for (var name : parts[1].split(";")) {
                codes.put(folded(name), parts[0]);
            }
        });
        for (var language : LANGUAGES) {
            for (var code : Locale.getISOCountries()) {
                codes.putIfAbsent(folded(Locale.of("", code).getDisplayCountry(language)), code);
            }
        }
        codes.remove("");
        return Map.copyOf(codes);
    }

    private static String text() {
        try (var stream = Objects.requireNonNull(Countries.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
