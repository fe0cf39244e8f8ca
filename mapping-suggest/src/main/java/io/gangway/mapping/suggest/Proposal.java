package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalField;
import java.util.List;
import java.util.Optional;

/**
 * What a field of the target is probably filled from.
 *
 * @param target path of the field: {@code place.city}, or {@code lines[].sku} in a list; money is one field where the
 *     operation {@code money} makes it
 * @param field what it holds; the sample is as sensitive as it is
 * @param sources JSON pointers into each sample, {@code *} for every item and {@code #} at the end for the name of a
 *     member: {@code /events/*}{@code /timestamp}. Several if they are taken together: a date and its time of day, a
 *     number and its unit or currency, or the codes of a tuple
 * @param operation what has to be done with the value
 * @param confidence from 0 to 1; of the proposals with at least 0.8 nine in ten are right by our tests
 * @param reasons sentences for people; they have names of the samples in quotes, cut, and never values
 * @param sample a value that was seen, cut at 100 characters
 * @param alternatives best first, at most three
 */
public record Proposal(
        String target,
        CanonicalField field,
        List<String> sources,
        ProposedOperation operation,
        double confidence,
        List<String> reasons,
        Optional<String> sample,
        List<Alternative> alternatives) {
    public Proposal {
        sources = List.copyOf(sources);
        reasons = List.copyOf(reasons);
        alternatives = List.copyOf(alternatives);
    }
}
