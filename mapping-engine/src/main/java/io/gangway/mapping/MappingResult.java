package io.gangway.mapping;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.FaultParty;
import java.util.List;

/** What a payload came to. A payload is understood as a whole or not at all. */
public sealed interface MappingResult {
    /** At least one message, in the order in which the payload has them. */
    record Mapped(List<CanonicalMessage> messages) implements MappingResult {
        public Mapped {
            messages = List.copyOf(messages);
        }
    }

    /** At least one fault, at most {@link MappingLimits#faults()} and a last one that says that there are more. */
    record Rejected(FaultParty party, List<MappingFault> faults) implements MappingResult, TransformResult {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
