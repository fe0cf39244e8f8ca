package io.gangway.mapping;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.FaultParty;
import java.util.List;

/** What became of a payload. */
public sealed interface MappingResult {
    /**
     * At least one message could be read.
     *
     * @param messages in the order in which the payload has them
     * @param faults of the messages that could not be read; empty if all could
     * @param unmappedCodes codes without a row of their own in their code list, each tuple once per message
     */
    record Mapped(List<CanonicalMessage> messages, List<MappingFault> faults, List<UnmappedCode> unmappedCodes)
            implements MappingResult {
        public Mapped {
            messages = List.copyOf(messages);
            faults = List.copyOf(faults);
            unmappedCodes = List.copyOf(unmappedCodes);
        }
    }

    /** The mapping understood the payload and found nothing in it to report: a test, or another type of message. */
    record NothingToReport() implements MappingResult {}

    /** At least one fault, at most {@link MappingLimits#faults()} and a last one that says that there are more. */
    record Rejected(FaultParty party, List<MappingFault> faults) implements MappingResult, TransformResult {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
