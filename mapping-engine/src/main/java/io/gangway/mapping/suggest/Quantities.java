package io.gangway.mapping.suggest;

import io.gangway.canonical.Unit;
import io.gangway.mapping.suggest.Quantity.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in which unit or currency numbers are: in the values, beside them or in their names. Not thread-safe. */
final class Quantities {
    private static final String CURRENCY = "EUR";
    /** The sign of many currencies. */
    private static final String DOLLAR = "$";

    private static final double ASSUMED = 0.75;
    private static final double PARTLY = 0.6;
    private static final double AMBIGUOUS = 0.8;
    private static final double UNFIT = 0.4;
    private static final double OTHERWISE = 0.5;
    /** So many names above a value may say its unit. */
    private static final int ABOVE = 2;
    /** Weights and lengths from which whole numbers without a unit are hardly kilograms and centimetres. */
    private static final BigDecimal HEAVY = BigDecimal.valueOf(200);

    private static final BigDecimal LONG = BigDecimal.valueOf(400);
    private static final BigDecimal SHORT = BigDecimal.valueOf(4);

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,16}");
    private static final DecimalShape UNSEEN = new DecimalShape(".", "", List.of(), List.of(), false);

    private static final List<Unit> KINDS = List.of(Unit.GRAM, Unit.MILLIMETRE, Unit.MINOR_UNIT);
    private static final Map<Unit, Set<String>> ALIKE =
            Map.of(Unit.GRAM, Set.of("weight"), Unit.MILLIMETRE, Set.of("length", "width", "height", "depth"));

    private final List<Source> sources;
    private final UnitWords words;
    private final boolean commas;
    private final UnitPlaces places;
    private final Map<Source, Map<Unit, Optional<Quantity>>> found = new IdentityHashMap<>();

    Quantities(List<Source> sources, UnitWords words) {
        this.sources = sources;
        this.words = words;
        this.commas = sources.stream()
                .flatMap(source -> source.shapes().decimal().stream())
                .anyMatch(written -> written.decimal().equals(",") && !written.ambiguous());
        this.places = new UnitPlaces(sources, words);
    }

    /** Empty if the values are no numbers, or count something else. */
    Optional<Quantity> of(Source source, Unit unit) {
        return found.computeIfAbsent(source, key -> new HashMap<>()).computeIfAbsent(unit, key -> find(source, unit));
    }

    private Optional<Quantity> find(Source source, Unit unit) {
        var shape = source.shapes().isEmpty()
                ? Optional.of(UNSEEN)
                : source.shapes().decimal();
        if (source.path().names().isEmpty()
                || shape.isEmpty()
                || unit != Unit.MINOR_UNIT && shape.get().negative()) {
            return Optional.empty();
        }
        var written = signed(shape.get(), unit);
        return told(source, unit, written).map(told -> {
            boolean minor = unit == Unit.MINOR_UNIT && source.name().anywhere("minor");
            var doubts = doubts(source, unit, written, told, minor);
            var reasons = new ArrayList<String>();
            reasons.add(reason(unit, told, written));
            doubts.forEach(doubt -> reasons.add(doubt.reason()));
            double sureness = doubts.stream().mapToDouble(Doubt::factor).reduce(1, (one, other) -> one * other);
            return new Quantity(
                    written, told, minor, told instanceof Told.Assumed ? ASSUMED * sureness : sureness, reasons);
        });
    }

    /** With the sign before the fraction that is probably meant. */
    private DecimalShape signed(DecimalShape written, Unit unit) {
        if (written.ambiguous() && written.decimal().equals(",") && unit == Unit.MINOR_UNIT) {
            // Hardly any currency has three digits.
            return written.grouped();
        }
        // What has no fraction yet will have it written as the others have theirs.
        return commas && written.plain() ? written.withComma() : written;
    }

    private record Doubt(double factor, String reason) {}

    private List<Doubt> doubts(Source source, Unit unit, DecimalShape written, Told told, boolean minor) {
        var doubts = new ArrayList<Doubt>();
        if (words.saysOtherwise(source.name().own())) {
            doubts.add(
                    new Doubt(OTHERWISE, "Its name may say something about such a number, and not the number itself."));
        }
        if (!isComplete(source, told, written) || !(minor || isKnown(told, unit))) {
            doubts.add(new Doubt(
                    PARTLY, "Some values have no %s that is known and will be refused.".formatted(noun(unit))));
        }
        if (told instanceof Told.Assumed) {
            places.unknown(source)
                    .ifPresent(place -> doubts.add(new Doubt(
                            PARTLY,
                            "What stands in %s is no %s that is known."
                                    .formatted(Quoted.of(place.path().names().getLast()), noun(unit)))));
        }
        if (written.ambiguous() && (unit == Unit.MINOR_UNIT || written.decimal().equals(",") && !commas)) {
            doubts.add(new Doubt(AMBIGUOUS, "Point and comma could be the other way round."));
        }
        if (minor && !source.texts().stream().allMatch(WHOLE.asMatchPredicate())) {
            doubts.add(new Doubt(UNFIT, "Minor units are whole numbers, and some values are not."));
        }
        if (unit == Unit.MINOR_UNIT && !minor && !isExact(source, told, written)) {
            doubts.add(new Doubt(UNFIT, "Some values have more digits than their currency has and will be refused."));
        }
        return doubts;
    }

    /** Empty if the values themselves say that it is something else. */
    private Optional<Told> told(Source source, Unit unit, DecimalShape written) {
        var affixes = written.affixes().stream()
                .filter(affix -> !affix.isEmpty())
                .distinct()
                .toList();
        if (!affixes.isEmpty() && !(unit == Unit.MINOR_UNIT && affixes.equals(List.of(DOLLAR)))) {
            return withValue(affixes, unit);
        }
        var own = words.in(source.name().own(), unit);
        if (own.isPresent()) {
            return own.map(Told.Always::new);
        }
        var beside = places.nearest(source, unit);
        if (beside.isPresent()) {
            return beside.map(Told.Beside::new);
        }
        for (int distance = 1; distance <= ABOVE; distance++) {
            var above = words.in(source.name().at(distance), unit);
            if (above.isPresent()) {
                return above.map(Told.Always::new);
            }
        }
        if (KINDS.stream().anyMatch(kind -> kind != unit && isTold(source, kind))) {
            return Optional.empty();
        }
        return Optional.of(new Told.Assumed(affixes.isEmpty() ? assumed(source, unit) : "USD"));
    }

    /** Whether the number's own name, or what stands in an object with it, says a unit of a kind. */
    private boolean isTold(Source source, Unit kind) {
        return words.in(source.name().own(), kind).isPresent()
                || places.nearest(source, kind)
                        .filter(place -> UnitPlaces.arePair(source, place))
                        .isPresent();
    }

    private Optional<Told> withValue(List<String> affixes, Unit unit) {
        if (affixes.stream().anyMatch(affix -> words.find(affix, unit).isEmpty())) {
            return Optional.empty();
        }
        if (affixes.stream().noneMatch(words::isSign)) {
            return Optional.of(new Told.WithValue());
        }
        return affixes.size() == 1 ? words.find(affixes.getFirst(), unit).map(Told.Always::new) : Optional.empty();
    }

    /** What all of a kind that stand together are probably in. */
    private String assumed(Source source, Unit unit) {
        var alike = ALIKE.getOrDefault(unit, Set.of());
        var written = sources.stream()
                .filter(other -> other == source
                        || other.path().size() == source.path().size()
                                && other.path().parent().equals(source.path().parent())
                                && words.in(other.name().own(), unit).isEmpty()
                                && !words.saysOtherwise(other.name().own())
                                && alike.stream()
                                        .anyMatch(word ->
                                                SourceName.has(other.name().own(), word)))
                .flatMap(other -> other.shapes().decimal().stream())
                .toList();
        var largest = written.stream()
                .flatMap(shape -> shape.numbers().stream())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        boolean whole = written.stream().allMatch(DecimalShape::whole);
        return switch (unit) {
            case GRAM -> whole && largest.compareTo(HEAVY) >= 0 ? "g" : "kg";
            case MILLIMETRE ->
                whole && largest.compareTo(LONG) >= 0 ? "mm" : !whole && largest.compareTo(SHORT) < 0 ? "m" : "cm";
            case PIECE, DAY, MINOR_UNIT -> CURRENCY;
        };
    }

    private boolean isKnown(Told told, Unit unit) {
        return !(told instanceof Told.Beside(Source place)) || places.areKnown(place, unit);
    }

    /** Whether each value that was seen has its unit. */
    private static boolean isComplete(Source source, Told told, DecimalShape written) {
        return switch (told) {
            case Told.WithValue withValue -> !written.affixes().contains("");
            case Told.Beside(Source place) ->
                sameItem(source, place)
                        ? place.byItem().keySet().containsAll(source.byItem().keySet())
                        : place.seen().size() == place.items();
            case Told.Always always -> true;
            case Told.Assumed assumed -> true;
        };
    }

    private static boolean sameItem(Source source, Source other) {
        return !source.path().repeatsFrom(source.path().shared(other.path()));
    }

    private static boolean isExact(Source source, Told told, DecimalShape written) {
        for (int i = 0; i < written.numbers().size(); i++) {
            var code = switch (told) {
                case Told.WithValue withValue -> written.affixes().get(i);
                case Told.Beside beside ->
                    beside.source()
                            .byItem()
                            .getOrDefault(
                                    source.seen().get(i).item(),
                                    beside.source().texts().getFirst());
                case Told.Always always -> always.unit();
                case Told.Assumed assumed -> assumed.unit();
            };
            var number = written.numbers().get(i);
            if (number.signum() != 0 && number.stripTrailingZeros().scale() > UnitWords.digits(code)) {
                return false;
            }
        }
        return true;
    }

    private static String noun(Unit unit) {
        return unit == Unit.MINOR_UNIT ? "currency" : "unit";
    }

    private static String reason(Unit unit, Told told, DecimalShape written) {
        return switch (told) {
            case Told.WithValue withValue -> "Each value says its %s.".formatted(noun(unit));
            case Told.Beside beside ->
                "Its %s stands in %s."
                        .formatted(
                                noun(unit),
                                Quoted.of(beside.source().path().names().getLast()));
            case Told.Always always ->
                "%s the %s '%s'."
                        .formatted(
                                written.affixes().stream().allMatch(String::isEmpty)
                                        ? "The name says"
                                        : "The values say",
                                noun(unit),
                                always.unit());
            case Told.Assumed assumed ->
                "The samples don't say a %s; %s stands in until you state the right one."
                        .formatted(noun(unit), assumed.unit());
        };
    }
}
