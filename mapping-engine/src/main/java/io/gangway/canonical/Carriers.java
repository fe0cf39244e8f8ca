package io.gangway.canonical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carriers have one code, whoever reports them: {@code UPS}, {@code ups} and {@code United Parcel Service} are the carrier
 * {@code UPS}. The table is data, {@code carriers.json}. A carrier that is not in it keeps its own name, in upper case and
 * with single blanks, and that is its code.
 *
 * <p>A code stands for one space of tracking numbers, so the divisions of a carrier share one.
 */
public final class Carriers {
    /** What senders write for a blank. */
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\p{C}_-]+");

    private static final Pattern MARK = Pattern.compile("\\p{M}+");

    private static final List<Carrier> TABLE = table();
    private static final Map<String, Carrier> BY_SPELLING = bySpelling();

    private Carriers() {}

    /**
     * The code of the carrier that a sender calls {@code name}. A code is its own code. Case, accents, blanks and signs
     * make no difference between the names of a carrier in the table.
     */
    public static String codeOf(String name) {
        var carrier = BY_SPELLING.get(folded(name));
        if (carrier != null) {
            return carrier.code();
        }
        return GAP.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** The name for people of the carrier with this code; the code itself if the carrier is not in the table. */
    public static String nameOf(String code) {
        var carrier = BY_SPELLING.get(folded(code));
        return carrier == null ? code : carrier.name();
    }

    static boolean isKnown(String code) {
        return BY_SPELLING.containsKey(folded(code));
    }

    static List<Carrier> all() {
        return TABLE;
    }

    /** What spellings have in common: letters without accents, and digits. */
    static String folded(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        return TrackingNumbers.lettersAndDigits(MARK.matcher(decomposed).replaceAll(""));
    }

    private static List<Carrier> table() {
        var resource = "carriers.json";
        try (var stream = Objects.requireNonNull(Carriers.class.getResourceAsStream(resource), resource)) {
            return new JsonMapper().readValue(stream.readAllBytes(), new TypeReference<List<Carrier>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Carrier> bySpelling() {
        var carriers = new HashMap<String, Carrier>();
        for (var carrier : TABLE) {
            carriers.put(folded(carrier.code()), carrier);
            carriers.put(folded(carrier.name()), carrier);
            carrier.spellings().forEach(spelling -> carriers.put(folded(spelling), carrier));
        }
        return Map.copyOf(carriers);
    }

    /** A row of the table. */
    record Carrier(String code, String name, List<String> spellings) {}
}
