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
import org.jspecify.annotations.Nullable;

/** The time zones of countries and regions, as far as a place has just one. */
final class PlaceZones {
    private static final String RESOURCE = "/io/gangway/zones/place-zones.txt";
    private static final String ANY = "*";
    private static final int LENGTH = 100;

    /** By country, or by country and region with a bar between them. */
    private static final Map<String, ZoneId> ZONES = new HashMap<>();

    /** The zones of the regions that have several, most people's first. */
    private static final Map<String, List<String>> SEVERAL = new HashMap<>();

    static {
        read();
    }

    private PlaceZones() {}

    /**
     * Empty if the place has several zones or none that is known.
     *
     * @param country its code or name
     * @param region ISO 3166-2, with or without the country, or a name
     */
    static Optional<ZoneId> find(String country, @Nullable String region) {
        var code = Countries.codeOf(country);
        if (code == null) {
            return Optional.empty();
        }
        var zone = ZONES.get(code);
        if (zone == null && region != null && region.length() <= LENGTH) {
            zone = ZONES.getOrDefault(key(code, region), ZONES.get(key(code, ANY)));
        }
        return Optional.ofNullable(zone);
    }

    /** Those that a place has, if it is known to have several; empty otherwise. */
    static List<String> several(String country, @Nullable String region) {
        var code = Countries.codeOf(country);
        return code == null || region == null || region.length() > LENGTH
                ? List.of()
                : SEVERAL.getOrDefault(key(code, region), List.of());
    }

    private static String key(String country, String region) {
        // Accents are written by some and left out by others.
        var plain = Normalizer.normalize(region, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        var prefix = country + "-";
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
                if (zones.size() == 1) {
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
