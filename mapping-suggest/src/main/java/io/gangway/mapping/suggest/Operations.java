package io.gangway.mapping.suggest;

import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.TextType;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TextFormat;
import io.gangway.canonical.Unit;
import io.gangway.mapping.suggest.Quantity.Told;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which operation a value needs before a field can take it. */
final class Operations {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,16}");

    private Operations() {}

    static ProposedOperation of(Candidate candidate) {
        var source = candidate.source();
        return switch (candidate.target().type()) {
            case InstantType instant -> instant(source);
            case DateType date ->
                source.shapes()
                        .time()
                        .filter(time -> time.clock() || !time.formats().equals(List.of("iso")))
                        .<ProposedOperation>map(time -> new ProposedOperation.Day(time.formats()))
                        .orElseGet(ProposedOperation.Copy::new);
            case CodeType code -> code(source, code);
            case IntegerType integer -> integer(candidate, integer.unit());
            case TextType text
            when text.format() == TextFormat.COUNTRY
                    && !source.texts().stream().allMatch(TextFormat.COUNTRY::matches) ->
                new ProposedOperation.Country();
            default -> new ProposedOperation.Copy();
        };
    }

    private static ProposedOperation instant(Source source) {
        if (TimeShape.areInstants(source.texts())) {
            return new ProposedOperation.Copy();
        }
        var time = source.shapes().time();
        boolean offset = time.map(TimeShape::offset).orElse(false);
        return new ProposedOperation.Time(
                time.map(TimeShape::formats).orElse(List.of("iso")), offset ? Optional.empty() : Optional.of("UTC"));
    }

    /** Whether the samples say neither offset nor zone, so that UTC is a placeholder. */
    static boolean zoneIsOpen(Source source, ProposedOperation operation) {
        return operation instanceof ProposedOperation.Time time
                && time.zone().isPresent()
                && !source.name().anywhere("utc")
                && !source.name().anywhere("gmt");
    }

    private static ProposedOperation code(Source source, CodeType type) {
        if (!source.shapes().isEmpty() && type.names().containsAll(source.distinct())) {
            return new ProposedOperation.Copy();
        }
        return type.constants().containsValue(ShipmentStatus.OUT_FOR_DELIVERY)
                ? new ProposedOperation.Code()
                : new ProposedOperation.Choice();
    }

    private static ProposedOperation integer(Candidate candidate, Unit unit) {
        var quantity = candidate.quantity();
        if (quantity == null) {
            return new ProposedOperation.Copy();
        }
        var signs = quantity.written();
        return switch (unit) {
            case PIECE, DAY -> new ProposedOperation.Copy();
            case MINOR_UNIT ->
                isCanonical(candidate, quantity)
                        ? new ProposedOperation.Copy()
                        : new ProposedOperation.Money(
                                quantity.constant(), quantity.minor(), signs.decimal(), signs.grouping());
            case GRAM, MILLIMETRE -> {
                var always = quantity.unit() instanceof Told.Always(String told) ? told : "";
                boolean copied = always.equals(unit.symbol())
                        && candidate.source().texts().stream().allMatch(WHOLE.asMatchPredicate());
                yield copied
                        ? new ProposedOperation.Copy()
                        : new ProposedOperation.Measure(quantity.constant(), signs.decimal(), signs.grouping());
            }
        };
    }

    /** Canonical money has its currency beside it. */
    private static boolean isCanonical(Candidate candidate, Quantity quantity) {
        var path = candidate.source().path();
        return path.names().getLast().equals(candidate.target().name())
                && quantity.beside()
                        .filter(currency -> currency.path().parent().equals(path.parent()))
                        .isPresent();
    }
}
