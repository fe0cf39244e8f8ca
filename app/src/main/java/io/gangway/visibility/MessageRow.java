package io.gangway.visibility;

import io.gangway.ingest.MessageId;
import io.gangway.kernel.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in a partner's log: a message that was taken, or refusals of one cause within a minute.
 *
 * @param message null for refusals, of which no body is kept
 * @param result what became of it
 * @param code the first fault, or the cause of the refusal; null if all is well
 * @param detail the fault in words; null if all is well
 * @param occurrences how many requests the line stands for
 * @param bodyBytes size of the body; zero for refusals
 * @param newEvents events that had not been stated before
 */
public record MessageRow(
        @Nullable MessageId message,
        Instant receivedAt,
        Result result,
        Environment environment,
        String endpointName,
        @Nullable String senderMessageId,
        @Nullable String code,
        @Nullable String detail,
        long occurrences,
        int bodyBytes,
        int events,
        int newEvents,
        String correlationId) {

    public enum Result {
        /** Taken, not yet translated. */
        WAITING,
        TRANSLATED,
        /** Some of its events were recorded, the others could not be read. */
        PARTLY_TRANSLATED,
        /** Understood, with nothing in it for us. */
        NOTHING_TO_REPORT,
        /** Taken, but it could not be translated. */
        DEAD,
        /** Turned away at the door. */
        REFUSED
    }
}
