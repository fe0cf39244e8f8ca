package io.gangway.mapping.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.HashMap;
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
    private static final Map<String, ZoneId> ZONES = read();

    private PlaceZones() {}

    /**
     * Empty if the place has several zones or none that is known.
     *
     * @param country ISO 3166-1 alpha-2
     * @param region ISO 3166-2, with or without the country, or a name
     */
    static Optional<ZoneId> find(String country, @Nullable String region) {
        if (country.length() != 2) {
            return Optional.empty();
        }
        var code = country.toUpperCase(Locale.ROOT);
        var zone = ZONES.get(code);
        if (zone == null && region != null && region.length() <= LENGTH) {
            zone = ZONES.getOrDefault(key(code, region), ZONES.get(key(code, ANY)));
        }
        return Optional.ofNullable(zone);
    }

    private static String key(String country, String region) {
        // Accents are written by some and left out by others.
        var plain = Normalizer.normalize(region, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        var prefix = country + "-";
        return country + "|" + (plain.startsWith(prefix) ? plain.substring(prefix.length()) : plain);
    }

    private static Map<String, ZoneId> read() {
        var zones = new HashMap<String, ZoneId>();
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var parts = line.split("\\|");
            var zone = ZoneId.of(parts[1]);
            if (parts.length == 2) {
                zones.put(parts[0], zone);
            } else {
                for (var name : parts[2].split("[;=]")) {
                    zones.put(key(parts[0], name), zone);
                }
            }
        });
        return Map.copyOf(zones);
    }

    private static String text() {
        try (var stream = Objects.requireNonNull(PlaceZones.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
