package io.gangway.mapping.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time zones of countries and regions, as far as a place has just one. */
final class PlaceZones {
    private static final String RESOURCE = "/io/gangway/zones/place-zones.txt";
    private static final String ANY = "*";
    private static final String POSTAL = "#";
    private static final int LENGTH = 100;
    private static final int POSTAL_BEGINNING = 4;
    private static final Pattern SIGNS = Pattern.compile("[\\s_,/-]+");

    /** By country; by country and region with a bar between them; by country and the beginning of a postal code. */
    private static final Map<String, ZoneId> ZONES = new HashMap<>();

    /** The zones of the regions that have several, most people's first. */
    private static final Map<String, List<String>> SEVERAL = new HashMap<>();

    static {
        read();
    }

    private PlaceZones() {}

    /**
     * Empty if the place has several zones or none that is known. A region tells more than a postal code, and that more than the
     * country; a part of a country overseas is not in its time.
     *
     * @param country its code or name
     * @param region ISO 3166-2, with or without the country, or a name
     * @param postalCode as it is written there
     */
    static Optional<ZoneId> find(String country, @Nullable String region, @Nullable String postalCode) {
        var code = Countries.codeOf(country);
        if (code == null) {
            return Optional.empty();
        }
        var known = region != null && region.length() <= LENGTH ? region : null;
        if (known != null) {
            var key = key(code, known);
            var zone = ZONES.get(key);
            if (zone != null || SEVERAL.containsKey(key)) {
                return Optional.ofNullable(zone);
            }
        }
        return ofPostalCode(code, postalCode)
                .or(() -> Optional.ofNullable(ZONES.get(code)))
                .or(() -> Optional.ofNullable(known != null ? ZONES.get(key(code, ANY)) : null));
    }

    /** By the longest beginning that is known. */
    private static Optional<ZoneId> ofPostalCode(String country, @Nullable String postalCode) {
        var digits = postalCode == null ? "" : postalCode.strip();
        for (int length = Math.min(digits.length(), POSTAL_BEGINNING); length > 0; length--) {
            var zone = ZONES.get(country + POSTAL + digits.substring(0, length));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    /** Those that a place has, if it is known to have several; empty otherwise. */
    static List<String> several(String country, @Nullable String region) {
        var code = Countries.codeOf(country);
        return code == null || region == null || region.length() > LENGTH
                ? List.of()
                : SEVERAL.getOrDefault(key(code, region), List.of());
    }

    private static String key(String country, String region) {
        if (region.equals(ANY)) {
            return country + "|" + ANY;
        }
        // Accents, dots and hyphens are written by some and left out by others.
        var plain = SIGNS.matcher(Normalizer.normalize(region, Normalizer.Form.NFD)
                        .replaceAll("[\\p{M}.']", "")
                        .toUpperCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        var prefix = country + " ";
        return country + "|" + (plain.startsWith(prefix) ? plain.substring(prefix.length()) : plain);
    }

    private static void read() {
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var parts = line.split("\\|");
            var zones = List.of(parts[1].split(","));
            if (parts.length == 2) {
                ZONES.put(parts[0], ZoneId.of(zones.getFirst()));
                return;
            }
            for (var name : parts[2].split("[;=]")) {
                if (parts[0].endsWith(POSTAL)) {
                    ZONES.put(parts[0] + name, ZoneId.of(zones.getFirst()));
                } else if (zones.size() == 1) {
                    ZONES.put(key(parts[0], name), ZoneId.of(zones.getFirst()));
                } else {
                    SEVERAL.put(key(parts[0], name), zones);
                }
            }
        });
    }

    private static String text() {
        try (var stream = Objects.requireNonNull(PlaceZones.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
