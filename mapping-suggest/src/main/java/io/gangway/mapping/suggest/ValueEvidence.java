package io.gangway.mapping.suggest;

import io.gangway.canonical.FieldType.BooleanType;
import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import io.gangway.canonical.TextFormat;
import io.gangway.canonical.Unit;
import io.gangway.mapping.suggest.Shapes.Shape;
import java.util.Set;

/** How well the values at a place fit what a field holds: from 0, impossible, to 1. */
record ValueEvidence(StatusWords statuses) {
    /** Nothing was seen there. */
    static final double NOTHING_SEEN = 0.6;

    private static final Set<String> TRACKED =
            Set.of("trackingNumber", "trackingNumbers", "packageNumber", "packageNumbers", "originalTrackingNumber");
    private static final Set<String> PROSE =
            Set.of("rawText", "description", "remark", "instructions", "comment", "warnings", "serviceName");

    double of(Source source, TargetField target) {
        var shapes = source.shapes();
        if (shapes.isEmpty()) {
            return NOTHING_SEEN;
        }
        return switch (target.type()) {
            case InstantType instant -> instant(shapes);
            case DateType date ->
                shapes.time().map(time -> time.clock() ? 0.7 : 1).orElse(0.0);
            case CodeType code -> code(source, target, code);
            case BooleanType flag -> shapes.are(Shape.FLAG) ? 1 : 0;
            case IntegerType integer -> integer(shapes, integer.unit());
            case TextType text -> shapes.are(Shape.FLAG) ? 0.1 : text(source, target, text);
            case ObjectType object -> 0;
            case ListType list -> 0;
        };
    }

    private static double instant(Shapes shapes) {
        if (shapes.time().isEmpty()) {
            return 0;
        }
        var time = shapes.time().get();
        return (time.clock() ? time.offset() ? 1 : 0.9 : 0.75) - (time.ambiguous() ? 0.2 : 0);
    }

    private double code(Source source, TargetField target, CodeType type) {
        var shapes = source.shapes();
        if (type.names().containsAll(source.distinct())) {
            return 1;
        }
        if (shapes.time().isPresent() && !shapes.are(Shape.WHOLE_NUMBER)
                || shapes.are(Shape.UUID)
                || shapes.are(Shape.URL)) {
            return 0;
        }
        if (!target.name().equals("status")) {
            return shapes.are(Shape.CODE) ? 0.5 : 0.1;
        }
        double known = source.texts().stream().filter(statuses::knows).count() / (double) shapes.count();
        if (shapes.are(Shape.CODE)) {
            return 0.85 + 0.15 * known;
        }
        return 0.3 + 0.3 * known;
    }

    /** Whether most values are clear words for a status, whatever the place is called. */
    boolean saysStatus(Source source) {
        var shapes = source.shapes();
        return shapes.are(Shape.CODE)
                && 2 * source.texts().stream().filter(statuses::knows).count() > shapes.count();
    }

    private static double integer(Shapes shapes, Unit unit) {
        return switch (unit) {
            case PIECE, DAY -> shapes.are(Shape.WHOLE_NUMBER) ? 1 : 0;
            case GRAM, MILLIMETRE, MINOR_UNIT -> shapes.decimal().isPresent() ? 1 : 0;
        };
    }

    private static double text(Source source, TargetField target, TextType type) {
        var shapes = source.shapes();
        var format = type.format();
        if (format == TextFormat.COUNTRY) {
            return shapes.share(Shape.COUNTRY);
        }
        if (format != null) {
            return source.texts().stream().filter(format::matches).count() / (double) shapes.count();
        }
        if (!type.cut() && source.texts().stream().anyMatch(text -> text.length() > type.maxLength())) {
            return 0.1;
        }
        if (shapes.are(Shape.EMAIL) || shapes.are(Shape.URL)) {
            return 0.1;
        }
        if (TRACKED.contains(target.name())) {
            return tracked(shapes);
        }
        if (PROSE.contains(target.name())) {
            return prose(shapes);
        }
        return named(shapes, target.name());
    }

    private static double tracked(Shapes shapes) {
        if (shapes.are(Shape.UUID) || shapes.share(Shape.SENTENCE) > 0.5 && !shapes.are(Shape.TRACKING_NUMBER)) {
            return 0.2;
        }
        if (shapes.are(Shape.WHOLE_NUMBER) && !shapes.are(Shape.TRACKING_NUMBER)) {
            // A count, or an id of a database.
            return 0.1;
        }
        return shapes.are(Shape.TRACKING_NUMBER) ? 1 : shapes.are(Shape.IDENTIFIER) ? 0.8 : 0.3;
    }

    private static double prose(Shapes shapes) {
        if (shapes.time().isPresent() || shapes.are(Shape.DECIMAL) || shapes.are(Shape.UUID)) {
            return 0.1;
        }
        return shapes.share(Shape.SENTENCE) > 0.3 ? 1 : shapes.are(Shape.WORDS) ? 0.9 : 0.6;
    }

    private static double named(Shapes shapes, String name) {
        return switch (name) {
            case "city" -> shapes.are(Shape.DECIMAL) ? 0 : shapes.are(Shape.WORDS) ? 1 : 0.5;
            case "region" -> shapes.are(Shape.WORDS) || shapes.are(Shape.CODE) ? 1 : 0.4;
            case "postalCode" -> 0.3 + 0.7 * shapes.share(Shape.POSTCODE);
            case "phone" -> shapes.are(Shape.PHONE) ? 1 : shapes.are(Shape.DECIMAL) ? 0.8 : 0.3;
            case "carrier", "service", "name", "signedBy" ->
                shapes.time().isPresent() && !shapes.are(Shape.WHOLE_NUMBER)
                        ? 0.1
                        : shapes.are(Shape.DECIMAL) ? 0.6 : 1;
            case "lines" -> 1;
            default ->
                shapes.time().isPresent() && !shapes.are(Shape.WHOLE_NUMBER)
                        ? 0.2
                        : shapes.share(Shape.SENTENCE) > 0.5 ? 0.6 : 1;
        };
    }
}
