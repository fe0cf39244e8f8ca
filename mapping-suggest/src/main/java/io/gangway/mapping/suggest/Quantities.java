package io.gangway.mapping.suggest;

import io.gangway.canonical.Unit;
import io.gangway.mapping.suggest.Quantity.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    /** Digits between two signs of thousands. */
    private static final int THOUSANDS = 3;
    /** Weights and lengths from which whole numbers without a unit are hardly kilograms and centimetres. */
    private static final BigDecimal HEAVY = BigDecimal.valueOf(200);

    private static final BigDecimal LONG = BigDecimal.valueOf(400);
    private static final BigDecimal SHORT = BigDecimal.valueOf(4);

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,16}");
    private static final DecimalShape UNSEEN = new DecimalShape(".", "", List.of(), List.of(), List.of(), false);

    private static final List<Unit> KINDS = List.of(Unit.GRAM, Unit.MILLIMETRE, Unit.MINOR_UNIT);
    private static final Map<Unit, Set<String>> ALIKE =
            Map.of(Unit.GRAM, Set.of("weight"), Unit.MILLIMETRE, Set.of("length", "width", "height", "depth"));

    private final UnitWords words;
    private final boolean commas;
    private final UnitPlaces places;
    private final Map<SourcePath, List<Source>> byParent;
    private final Map<Unit, Map<SourcePath, Extent>> alike = new EnumMap<>(Unit.class);
    private final Map<Source, Map<Unit, Optional<Quantity>>> found = new IdentityHashMap<>();

    Quantities(List<Source> sources, UnitWords words) {
        this.words = words;
        this.commas = sources.stream()
                .flatMap(source -> source.shapes().decimal().stream())
                .anyMatch(written -> written.decimal().equals(",") && !written.ambiguous());
        this.places = new UnitPlaces(sources, words);
        this.byParent = sources.stream()
                .filter(source -> !source.path().names().isEmpty())
                .collect(Collectors.groupingBy(source -> source.path().parent()));
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
        var read = read(shape.get());
        boolean minor = unit == Unit.MINOR_UNIT && source.name().anywhere("minor");
        if (minor && !read.affixes().stream().allMatch(String::isEmpty)) {
            // What has its currency with it is rather a price as people read it.
            return Optional.empty();
        }
        return told(source, unit, read).map(told -> {
            var written = unit == Unit.MINOR_UNIT && hasThousands(read, told) ? read.grouped() : read;
            var doubts = doubts(source, unit, written, told, minor);
            var reasons = new ArrayList<String>();
            reasons.add(reason(unit, told, written));
            doubts.forEach(doubt -> reasons.add(doubt.reason()));
            double sureness = doubts.stream().mapToDouble(Doubt::factor).reduce(1, (one, other) -> one * other);
            return new Quantity(
                    written, told, minor, told instanceof Told.Assumed ? ASSUMED * sureness : sureness, reasons);
        });
    }

    /** With the sign before the fraction that the samples have elsewhere. */
    private DecimalShape read(DecimalShape written) {
        if (commas && written.ambiguous() && written.decimal().equals(".")) {
            return written.grouped();
        }
        // What has no fraction yet will have it written as the others have theirs.
        return commas && written.plain() ? written.withComma() : written;
    }

    /** Whether the comma of an amount stands between thousands, since hardly any currency has three digits. */
    private boolean hasThousands(DecimalShape written, Told told) {
        var currencies = switch (told) {
            case Told.WithValue withValue -> written.affixes();
            case Told.Beside beside -> beside.source().distinct();
            case Told.Always always -> List.of(always.unit());
            case Told.Assumed assumed -> List.of(assumed.unit());
        };
        return !commas
                && written.ambiguous()
                && written.decimal().equals(",")
                && currencies.stream().noneMatch(currency -> UnitWords.digits(currency) == THOUSANDS);
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
                            "The value of %s is not a known %s."
                                    .formatted(Quoted.of(place.path().names().getLast()), noun(unit)))));
        }
        if (isAmbiguous(written, unit)) {
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

    private boolean isAmbiguous(DecimalShape written, Unit unit) {
        if (!written.ambiguous() || commas && written.grouping().equals(".")) {
            return false;
        }
        return unit == Unit.MINOR_UNIT || written.decimal().equals(",") && !commas;
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
            var above = words.above(source.name().at(distance), unit);
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
        var extent = extent(source)
                .with(alike.computeIfAbsent(unit, key -> new HashMap<>())
                        .computeIfAbsent(source.path().parent(), parent -> alike(parent, unit)));
        boolean whole = extent.whole();
        var largest = extent.largest();
        return switch (unit) {
            case GRAM -> whole && largest.compareTo(HEAVY) >= 0 ? "g" : "kg";
            case MILLIMETRE ->
                whole && largest.compareTo(LONG) >= 0 ? "mm" : !whole && largest.compareTo(SHORT) < 0 ? "m" : "cm";
            case PIECE, DAY, MINOR_UNIT -> CURRENCY;
        };
    }

    /** How large numbers are, in whatever unit they are, and whether all are whole. */
    private record Extent(BigDecimal largest, boolean whole) {
        static final Extent NONE = new Extent(BigDecimal.ONE, true);

        Extent with(Extent other) {
            return new Extent(largest.max(other.largest), whole && other.whole);
        }
    }

    private Extent extent(Source source) {
        return source.shapes()
                .decimal()
                .map(this::read)
                .map(written ->
                        new Extent(written.numbers().stream().reduce(BigDecimal.ONE, BigDecimal::max), written.whole()))
                .orElse(Extent.NONE);
    }

    /** Of all numbers in an object whose names say no unit but such a measure. */
    private Extent alike(SourcePath parent, Unit unit) {
        var measures = ALIKE.getOrDefault(unit, Set.of());
        return byParent.getOrDefault(parent, List.of()).stream()
                .filter(other -> measures.stream()
                                .anyMatch(word -> SourceName.has(other.name().own(), word))
                        && words.in(other.name().own(), unit).isEmpty()
                        && !words.saysOtherwise(other.name().own()))
                .map(this::extent)
                .reduce(Extent.NONE, Extent::with);
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
        var beside = told instanceof Told.Beside(Source place) ? place.byItem() : Map.<Integer, String>of();
        for (int i = 0; i < written.numbers().size(); i++) {
            var code = switch (told) {
                case Told.WithValue withValue -> written.affixes().get(i);
                case Told.Beside(Source place) -> {
                    var own = beside.get(source.seen().get(i).item());
                    yield own == null ? place.seen().getFirst().text() : own;
                }
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
                "Its %s is in %s."
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
                "The samples don't say a %s; %s is used until you state the right one."
                        .formatted(noun(unit), assumed.unit());
        };
    }
}
