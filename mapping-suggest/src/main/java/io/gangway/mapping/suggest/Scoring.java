package io.gangway.mapping.suggest;

import io.gangway.canonical.FieldType;
import io.gangway.mapping.suggest.NameEvidence.Match;
import io.gangway.mapping.suggest.Shapes.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How sure it is that a field is filled from a value: how well the names fit, times how well the place fits, and of the
 * rest half as much again by how well the values fit. The numbers are held by tests against mappings that people wrote.
 */
record Scoring(NameEvidence names, ContextEvidence context, ValueEvidence values, Quantities quantities) {
    private static final double SUREST = 0.99;
    private static final double LEAST = 0.25;
    private static final double BY_VALUE = 0.5;
    /** However odd the values look: a place called 'tracking_number' has the tracking number. */
    private static final double EXACT_NAME = 0.6;
    /** What names something; a small number inside a list is its position there. */
    private static final Set<String> NAMING =
            Set.of("references", "senderEventId", "trackingNumber", "packageNumbers", "accountNumber");

    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,4}");

    private static final Pattern UNMISTAKABLE = Pattern.compile("1Z[0-9A-Z]{16}|[A-Z]{2}[0-9]{9}[A-Z]{2}");
    /** What each event says for itself; the same field beside the events is that of the shipment. */
    private static final Set<String> OF_EACH_EVENT = Set.of(
            "occurredAt",
            "status",
            "reason",
            "responsible",
            "rawCode",
            "rawText",
            "senderEventId",
            "city",
            "region",
            "postalCode",
            "countryCode");

    /** Below {@link #LEAST} there is no use in telling. */
    boolean tellable(Candidate candidate) {
        return candidate.confidence() >= LEAST;
    }

    Candidate score(TargetField target, Source source, SourcePath root) {
        boolean inside = source.path().startsWith(root);
        if (inside && isSame(target, source, root)) {
            double value = hasFormat(target, source) ? 1 : values.of(source, target);
            var reasons = List.of("Name and place are those of the field itself.", valueReason(source, target, value));
            return measured(new Candidate(target, source, value == 0 ? 0.2 : 0.9 + 0.09 * value, reasons));
        }
        if (target.name().equals("rawCode") && isNeeded(target)) {
            // The operation 'code' fills it.
            return new Candidate(target, source, 0, List.of());
        }
        var match = match(target, source);
        double name = match.score();
        double place = context.of(source, target, root, match.phrase());
        if (name < 0.5 && target.name().equals("trackingNumber") && isUnmistakable(source)) {
            match = new Match(0.6, List.of());
            name = 0.6;
        }
        if (name < 0.5 && target.name().equals("status") && isNeeded(target) && values.saysStatus(source)) {
            match = new Match(0.75, List.of());
            name = 0.75;
        }
        if (name * place < LEAST) {
            return new Candidate(target, source, 0, List.of());
        }
        double value = values.of(source, target);
        if (match.exact() && target.type() instanceof FieldType.TextType text && text.format() == null) {
            value = Math.max(value, EXACT_NAME);
        }
        double confidence = name * place * (value <= 0.1 ? 2 * value : 1 - BY_VALUE + BY_VALUE * value);
        confidence *= behaviour(target, source, root, inside);
        return measured(new Candidate(
                target,
                source,
                Math.min(SUREST, confidence),
                confidence < LEAST ? List.of() : reasons(source, target, root, match, place, value)));
    }

    /** What it counts makes a number that a field wants in a unit less sure, or impossible. */
    private Candidate measured(Candidate candidate) {
        if (!(candidate.target().type() instanceof FieldType.IntegerType integer)) {
            return candidate;
        }
        return switch (integer.unit()) {
            case PIECE, DAY -> candidate;
            case GRAM, MILLIMETRE, MINOR_UNIT ->
                quantities
                        .of(candidate.source(), integer.unit())
                        .map(candidate::of)
                        .orElseGet(() -> candidate.times(0));
        };
    }

    private static boolean isSame(TargetField target, Source source, SourcePath root) {
        var names = new ArrayList<>(target.objects());
        names.add(target.name());
        var path = new SourcePath(
                source.path().parts().subList(root.size(), source.path().size()));
        return source.clock() == null && !path.endsWithKey() && path.names().equals(names);
    }

    /** Canonical messages may have codes that no list knows, as long as they look like codes. */
    private static boolean hasFormat(TargetField target, Source source) {
        return target.type() instanceof FieldType.TextType text
                && text.format() != null
                && source.texts().stream().allMatch(text.format()::matches);
    }

    private static boolean isNeeded(TargetField target) {
        return target.required() && target.objects().isEmpty();
    }

    private static boolean isUnmistakable(Source source) {
        return !source.shapes().isEmpty() && source.texts().stream().allMatch(UNMISTAKABLE.asMatchPredicate());
    }

    private Match match(TargetField target, Source source) {
        if (target.objects().isEmpty()) {
            return names.match(source, target.name(), target.objects());
        }
        var object = target.objects().getLast();
        if (target.name().equals("minorUnits")) {
            var context = new ArrayList<>(target.objects());
            context.add("minorUnits");
            return names.match(source, object, context);
        }
        var match = names.match(source, target.name(), target.objects());
        return target.name().equals("currency") && names.says(source.name(), object) == 0 ? match.times(0.75) : match;
    }

    private double behaviour(TargetField target, Source source, SourcePath root, boolean inside) {
        double factor = 1;
        if (!inside && OF_EACH_EVENT.contains(target.name())) {
            factor *= 0.45;
        }
        if (target.name().equals("senderEventId") && inside && source.seen().size() > 1 && !source.unique()) {
            factor *= 0.4;
        }
        if (inside && root.endsWithEach() && NAMING.contains(target.name()) && isPosition(source)) {
            factor *= 0.3;
        }
        if (target.name().equals("occurredAt")
                && names.match(source, "estimatedDeliveryAt", List.of()).score() > 0.7) {
            factor *= 0.4;
        }
        if (source.name().anywhere("local") && source.shapes().time().isPresent()) {
            factor *= 0.93;
        }
        return factor;
    }

    private static boolean isPosition(Source source) {
        return !source.seen().isEmpty()
                && source.seen().stream()
                        .allMatch(seen -> seen.number()
                                && SMALL_NUMBER.matcher(seen.text()).matches());
    }

    private List<String> reasons(
            Source source, TargetField target, SourcePath root, Match match, double place, double value) {
        var reasons = new ArrayList<String>();
        var own = source.path().names().isEmpty() ? "" : source.path().names().getLast();
        reasons.add(
                match.phrase().isEmpty()
                        ? "The values themselves say what it is."
                        : "%s %s says '%s'."
                                .formatted(
                                        source.path().endsWithKey() ? "A name in" : "Name",
                                        Quoted.of(own),
                                        String.join(" ", match.phrase())));
        reasons.add(valueReason(source, target, value));
        if (!source.path().startsWith(root)) {
            reasons.add("It is next to the array and holds for each of its items.");
        }
        if (place < 0.8) {
            reasons.add("It is not said that this is '%s'.".formatted(String.join(".", target.objects())));
        }
        if (source.shapes().time().filter(TimeShape::ambiguous).isPresent()) {
            reasons.add("Day and month could be the other way round.");
        }
        return List.copyOf(reasons);
    }

    private static String valueReason(Source source, TargetField target, double value) {
        int count = source.shapes().count();
        if (count == 0) {
            return "No sample has a value there.";
        }
        if (value < 0.5) {
            return "The %d values seen are hardly of its kind.".formatted(count);
        }
        var shape = source.shapes().time().isPresent() && !source.shapes().are(Shape.WHOLE_NUMBER)
                ? "times"
                : source.shapes().are(Shape.TRACKING_NUMBER) ? "numbers as carriers give them" : "of its kind";
        return "The %d values seen %s %s.".formatted(count, value >= 0.8 ? "are" : "may be", shape);
    }
}
