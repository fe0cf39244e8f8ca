package io.gangway.mapping.suggest;

import java.util.List;
import java.util.Optional;

/** What has to be done with the sender's value. */
public sealed interface ProposedOperation {
    /** Nothing; it fits as it is. */
    record Copy() implements ProposedOperation {}

    /**
     * The operation {@code time}.
     *
     * @param formats as it takes them
     * @param zone for values without an offset; UTC where the samples don't tell it, which the reasons then say
     */
    record Time(List<String> formats, Optional<String> zone) implements ProposedOperation {
        public Time {
            formats = List.copyOf(formats);
        }
    }

    /** The operation {@code country}. */
    record Country() implements ProposedOperation {}

    /** The operation {@code code} with the draft code list. */
    record Code() implements ProposedOperation {}

    /**
     * The operation {@code measure}, to grams or millimetres.
     *
     * @param unit the sender's, if it is always the same; a guess where the samples don't tell it, which the reasons then
     *     say. If empty, each value has its own, or the second source tells it
     * @param decimal sign before the fraction
     * @param grouping sign between thousands, or empty
     */
    record Measure(Optional<String> unit, String decimal, String grouping) implements ProposedOperation {}

    /**
     * The operation {@code money}.
     *
     * @param currency ISO 4217 code, as the unit of a measure
     * @param minor whether the sender has minor units already
     * @param decimal sign before the fraction
     * @param grouping sign between thousands, or empty
     */
    record Money(Optional<String> currency, boolean minor, String decimal, String grouping)
            implements ProposedOperation {}

    /** Values that have to be translated to one of the field's codes. */
    record Choice() implements ProposedOperation {}

    /** Days that are not written as ISO 8601 has them. */
    record Day(List<String> formats) implements ProposedOperation {
        public Day {
            formats = List.copyOf(formats);
        }
    }
}
