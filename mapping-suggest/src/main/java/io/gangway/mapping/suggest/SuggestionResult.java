package io.gangway.mapping.suggest;

import io.gangway.mapping.MappingFault;
import java.util.List;

/** What samples came to. */
public sealed interface SuggestionResult permits SuggestedMapping, SuggestionResult.Refused {
    /** At least one fault. The first part of a pointer is the sample's number: {@code #/0/events}. */
    record Refused(List<MappingFault> faults) implements SuggestionResult {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
