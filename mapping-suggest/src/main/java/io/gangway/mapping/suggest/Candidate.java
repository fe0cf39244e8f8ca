package io.gangway.mapping.suggest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a field may be filled from.
 *
 * @param quantity what it counts, if the field is a measure or an amount
 */
record Candidate(
        TargetField target, Source source, @Nullable Quantity quantity, double confidence, List<String> reasons) {
    Candidate(TargetField target, Source source, double confidence, List<String> reasons) {
        this(target, source, null, confidence, reasons);
    }

    Optional<Quantity> counted() {
        return Optional.ofNullable(quantity);
    }

    Candidate of(Quantity counted) {
        return new Candidate(target, source, counted, confidence * counted.sureness(), reasons);
    }

    Candidate times(double factor) {
        return new Candidate(target, source, quantity, confidence * factor, reasons);
    }
}
