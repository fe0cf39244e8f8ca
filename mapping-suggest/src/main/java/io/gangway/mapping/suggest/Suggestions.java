package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalType;
import io.gangway.mapping.MappingFault;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.PayloadReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a mapping for sample payloads of one kind. The same samples always give the same answer; nothing is learned,
 * stored or sent. Safe for use by several threads.
 */
public final class Suggestions {
    /** Of more samples evenly spread ones are looked at. */
    static final int SAMPLES = 20;

    private static final Words WORDS = Words.load();
    private static final Phrases PHRASES = Phrases.load(WORDS);
    private static final UnitWords UNITS = UnitWords.load();
    private static final StatusWords STATUSES = StatusWords.load();

    private Suggestions() {}

    /**
     * What mapping the samples suggest.
     *
     * @param samples JSON in UTF-8, each within {@link MappingLimits#defaults()}; one is enough, several with all codes
     *     and optional values are better. Of more than 20 evenly spread ones are looked at
     */
    public static SuggestionResult of(List<byte[]> samples, CanonicalType target) {
        var documents = new ArrayList<@Nullable Object>();
        var faults = new ArrayList<MappingFault>();
        var some = Samples.spread(samples, SAMPLES);
        if (some.isEmpty()) {
            faults.add(new MappingFault("empty", "#", "There is no sample. Add at least one payload."));
        }
        for (var sample : some) {
            switch (PayloadReading.of(sample, MappingLimits.defaults())) {
                case PayloadReading.Read read -> documents.add(read.document());
                case PayloadReading.Refused refused ->
                    refused.faults().forEach(fault -> faults.add(inSample(samples.indexOf(sample), fault)));
            }
        }
        return faults.isEmpty() ? suggest(documents, target) : new SuggestionResult.Refused(faults);
    }

    private static MappingFault inSample(int number, MappingFault fault) {
        return new MappingFault(fault.code(), "#/" + number + fault.pointer().substring(1), fault.detail());
    }

    private static SuggestedMapping suggest(List<@Nullable Object> documents, CanonicalType target) {
        var samples = Samples.of(documents, WORDS);
        var names = new NameEvidence(WORDS, PHRASES, UNITS.words());
        var scoring = new Scoring(
                names,
                new ContextEvidence(names),
                new ValueEvidence(STATUSES),
                new Quantities(samples.sources(), UNITS));
        var frame = new Frames(samples, scoring).message(target);
        return new SuggestedMapping(target, frame, new Codes(STATUSES));
    }
}
