package io.gangway.ingest;

import io.gangway.canonical.FaultParty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a message ended. */
public sealed interface MessageOutcome {
    WaitingMessage message();

    /** @param newEvents how many of its events had not been stated before */
    record Translated(WaitingMessage message, UUID mappingVersion, int events, int newEvents)
            implements MessageOutcome {}

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
