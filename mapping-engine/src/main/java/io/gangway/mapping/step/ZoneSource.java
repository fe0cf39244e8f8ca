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
 * @param place of an object with a country, a region and a postal code
 */
record ZoneSource(
        @Nullable ZoneId named,
        @Nullable FieldPath field,
        @Nullable PlacePath place) {
    /** What of a place tells its zone. */
    record PlacePath(FieldPath country, FieldPath region, FieldPath postalCode) {}

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
        return new PlacePath(
                FieldPath.of(place + ".countryCode", names),
                FieldPath.of(place + ".region", names),
                FieldPath.of(place + ".postalCode", names));
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
                    "'%s' is not a zone. Write a name such as 'Europe/Berlin', an offset such as '+02:00', or 'UTC'."
                            .formatted(Scalar.shown(name)));
            return null;
        }
    }

    boolean isEmpty() {
        return named == null && field == null && place == null;
    }

    /** Null if the message does not say it and the step names none; {@link #whyNone} says why. */
    @Nullable
    ZoneId find(Run run, int message) {
        if (field != null) {
            var name = Scalar.textOf(run.document(), field.get(run.document(), message));
            return name == null ? named : ZoneNames.find(name);
        }
        if (place != null) {
            var country = country(run, message);
            return country == null
                    ? named
                    : PlaceZones.find(country, region(run, message), postalCode(run, message))
                            .orElse(named);
        }
        return named;
    }

    /** What to do about a message that {@link #find} finds no zone for. */
    String whyNone(Run run, int message) {
        if (field != null) {
            var name = Scalar.textOf(run.document(), field.get(run.document(), message));
            return name == null
                    ? "Field '%s' has none either. Add 'zone' to the step for such messages, or have the offset sent."
                            .formatted(field)
                    : "'%s' in '%s' is not a zone. Have a name such as 'America/New_York' or an offset such as '-05:00' sent there."
                            .formatted(Scalar.shown(name), field);
        }
        if (place != null) {
            return whyNoneOfPlace(country(run, message), region(run, message));
        }
        return "Add 'zone', 'zoneFrom' or 'zoneFromPlace' to the step, or have the offset sent.";
    }

    private static String whyNoneOfPlace(@Nullable String country, @Nullable String region) {
        if (country == null) {
            return "The place has no country either. Add 'zone' to the step for such messages, or have the offset sent.";
        }
        var shown = Scalar.shown(region == null ? country : country + "/" + region);
        var several = PlaceZones.several(country, region);
        if (Countries.codeOf(country) == null) {
            return "'%s' is not a country. Have its ISO 3166 code or English name sent, or add 'zone' to the step."
                    .formatted(Scalar.shown(country));
        }
        return "%s has %s. Add 'zone' to the step for places that do not say it, or have the offset sent."
                .formatted(
                        shown,
                        several.isEmpty()
                                ? "several time zones, or none that is known"
                                : "several time zones (%s)".formatted(String.join(", ", several)));
    }

    private @Nullable String country(Run run, int message) {
        return place == null ? null : Scalar.textOf(run.document(), place.country.get(run.document(), message));
    }

    private @Nullable String postalCode(Run run, int message) {
        return place == null ? null : Scalar.textOf(run.document(), place.postalCode.get(run.document(), message));
    }

    private @Nullable String region(Run run, int message) {
        return place == null ? null : Scalar.textOf(run.document(), place.region.get(run.document(), message));
    }
}
