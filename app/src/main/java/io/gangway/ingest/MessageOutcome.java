package io.gangway.ingest;

import io.gangway.canonical.FaultParty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a message ended. */
public sealed interface MessageOutcome {
    WaitingMessage message();

    /**
     * Everything in it was recorded.
     *
     * @param newEvents how many of its events had not been reported before
     */
    record Translated(WaitingMessage message, UUID mappingVersion, int events, int newEvents)
            implements MessageOutcome {}

    /**
     * Some of its events were recorded and some could not be read. Can be replayed.
     *
     * @param faults of the events that could not be read; at least one
     */
    record PartlyTranslated(
            WaitingMessage message,
            UUID mappingVersion,
            int events,
            int newEvents,
            FaultParty party,
            List<Fault> faults)
            implements MessageOutcome {}

    /** The mapping understood it, and there is nothing in it for us: a test, or another type of message. */
    record NothingToReport(WaitingMessage message, UUID mappingVersion) implements MessageOutcome {}

    /** A dead letter: kept, with the party at fault and all faults, until somebody replays it. */
    record Dead(WaitingMessage message, @Nullable UUID mappingVersion, FaultParty party, List<Fault> faults)
            implements MessageOutcome {}

    /**
     * @param code stable
     * @param pointer JSON pointer to the place; empty for the whole
     * @param detail culprit, place, remedy
     */
    record Fault(String code, String pointer, String detail) {}
}
