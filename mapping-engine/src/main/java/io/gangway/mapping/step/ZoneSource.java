package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a step gets the zone of a message's times: from a field, from a place, or else the one that it names. A zone is
 * never guessed.
 *
 * @param named null if the step names none
 * @param field of the zone's name or offset
 * @param place of an object with a country and a region
 */
record ZoneSource(
        @Nullable ZoneId named,
        @Nullable FieldPath field,
        @Nullable PlacePath place) {
    /** The country and the region of a place. */
    record PlacePath(FieldPath country, FieldPath region) {}

    static ZoneSource of(SpecObject spec) {
        var field = spec.optionalPath("zoneFrom");
        var place = spec.optionalPath("zoneFromPlace");
        if (field != null && place != null) {
            spec.fault("invalid-member", "zoneFromPlace", "Both 'zoneFrom' and 'zoneFromPlace' are given. Keep one.");
        }
        return new ZoneSource(zone(spec), field, place == null ? null : placePath(spec, place));
    }

    private static PlacePath placePath(SpecObject spec, FieldPath place) {
        var names = spec.compilation().names();
        return new PlacePath(FieldPath.of(place + ".countryCode", names), FieldPath.of(place + ".region", names));
    }

    private static @Nullable ZoneId zone(SpecObject spec) {
        var name = spec.optionalText("zone");
        if (name == null) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            spec.fault(
                    "invalid-zone",
                    "zone",
                    "'%s' is no zone. Write a name such as 'Europe/Berlin', an offset such as '+02:00', or 'UTC'."
                            .formatted(Scalar.shown(name)));
            return null;
        }
    }

    boolean isEmpty() {
        return named == null && field == null && place == null;
    }

    /** Null if the message does not tell it and the step names none. */
    @Nullable
    ZoneId find(Run run, int message) {
        if (field != null) {
            var name = Scalar.textOf(run.document(), field.get(run.document(), message));
            return name == null ? named : zoneOrNull(name);
        }
        if (place != null) {
            var country = Scalar.textOf(run.document(), place.country.get(run.document(), message));
            var region = Scalar.textOf(run.document(), place.region.get(run.document(), message));
            return country == null ? named : PlaceZones.find(country, region).orElse(named);
        }
        return named;
    }

    private static @Nullable ZoneId zoneOrNull(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
