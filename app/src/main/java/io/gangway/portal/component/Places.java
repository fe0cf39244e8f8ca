package io.gangway.portal.component;

import io.gangway.canonical.Place;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Places in words. */
public final class Places {
    private Places() {}

    /** Such as "Orlando, FL, US"; empty for null. */
    public static String text(@Nullable Place place) {
        return place == null
                ? ""
                : Stream.of(titleCase(place.city()), orEmpty(place.region()), orEmpty(place.countryCode()))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(", "));
    }

    /** Senders shout; people don't. */
    private static String titleCase(@Nullable String city) {
        if (city == null || !city.equals(city.toUpperCase(java.util.Locale.ROOT))) {
            return orEmpty(city);
        }
        return Stream.of(city.toLowerCase(java.util.Locale.ROOT).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
