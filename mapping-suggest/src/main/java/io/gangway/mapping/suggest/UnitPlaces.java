package io.gangway.mapping.suggest;

import io.gangway.canonical.TextFormat;
import io.gangway.canonical.Unit;
import io.gangway.mapping.suggest.SourcePath.Part;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units and currencies that stand in values of their own, and which of them is that of a number. */
final class UnitPlaces {
    private final List<Source> sources;
    private final UnitWords words;
    private final Map<Unit, List<Source>> known = new EnumMap<>(Unit.class);

    UnitPlaces(List<Source> sources, UnitWords words) {
        this.words = words;
        for (var unit : List.of(Unit.GRAM, Unit.MILLIMETRE, Unit.MINOR_UNIT)) {
            known.put(
                    unit,
                    sources.stream().filter(source -> areUnits(source, unit)).toList());
        }
        this.sources = sources.stream()
                .filter(source -> !source.path().names().isEmpty()
                        && saysUnit(source.name().own())
                        && !source.seen().isEmpty()
                        && known.values().stream().noneMatch(units -> units.contains(source)))
                .toList();
    }

    private boolean areUnits(Source source, Unit unit) {
        return !source.seen().isEmpty()
                && !source.path().names().isEmpty()
                && (areKnown(source, unit)
                        || unit == Unit.MINOR_UNIT
                                && SourceName.has(source.name().own(), "currency")
                                && source.distinct().stream().allMatch(TextFormat.CURRENCY::matches));
    }

    /** Whether operations know every value as such a unit; canonical money may have other currencies. */
    boolean areKnown(Source source, Unit unit) {
        return source.distinct().stream()
                .allMatch(text -> words.find(text, unit).isPresent() && !words.isSign(text));
    }

    /** The nearest that can be meant; of those that are as near, the one whose name has most in common. */
    Optional<Source> nearest(Source number, Unit unit) {
        return known.getOrDefault(unit, List.of()).stream()
                .filter(place -> reaches(number, place) && isMeant(number, place))
                .map(place -> new Rated(
                        place,
                        place.path().shared(number.path()),
                        common(number, place),
                        -place.path().size()))
                .max(Comparator.comparingInt(Rated::shared)
                        .thenComparingInt(Rated::common)
                        .thenComparingInt(Rated::nearness))
                .map(Rated::place);
    }

    private record Rated(Source place, int shared, int common, int nearness) {}

    /** One that is named like the number's unit, but has no unit that is known. */
    Optional<Source> unknown(Source number) {
        return sources.stream()
                .filter(place -> reaches(number, place)
                        && (isAlike(number, place)
                                || isGeneric(number.name().own())
                                        && place.path()
                                                .parent()
                                                .equals(number.path().parent())))
                .findFirst();
    }

    /** In an object that the number stands in, or in one of that object's own for units. */
    private static boolean reaches(Source number, Source place) {
        var rest = place.path()
                .parts()
                .subList(place.path().shared(number.path()), place.path().size());
        if (place == number || !rest.stream().allMatch(Part.Name.class::isInstance)) {
            return false;
        }
        return rest.size() == 1 || rest.size() == 2 && saysUnit(place.name().at(1));
    }

    private static boolean isMeant(Source number, Source place) {
        var own = place.name().own();
        return saysUnit(own)
                || saysUnit(place.name().at(1))
                || isAlike(number, place)
                || isGeneric(own) && arePair(number, place);
    }

    /** Whether an object says by its own name what the number is: {@code {"value": 2.5, "unit": "KG"}}. */
    static boolean arePair(Source number, Source place) {
        return isGeneric(number.name().own())
                && place.path().parent().equals(number.path().parent());
    }

    private static boolean isGeneric(List<Set<String>> name) {
        return name.stream().allMatch(Phrases::generic);
    }

    private static boolean saysUnit(List<Set<String>> name) {
        return SourceName.has(name, "unit") || SourceName.has(name, "currency");
    }

    /** Whether the place's name has a word of the number's names that tells it from others. */
    private static boolean isAlike(Source number, Source place) {
        return place.name().own().stream()
                .filter(token -> !Phrases.generic(token) && !saysUnit(List.of(token)))
                .anyMatch(token -> isIn(token, number));
    }

    /** How many words of the place's name are in the names of the number, less those that are not. */
    private static int common(Source number, Source place) {
        return place.name().own().stream()
                .filter(token -> !saysUnit(List.of(token)))
                .mapToInt(token -> isIn(token, number) ? 1 : -1)
                .sum();
    }

    private static boolean isIn(Set<String> token, Source number) {
        return token.stream().anyMatch(number.name()::anywhere);
    }
}
