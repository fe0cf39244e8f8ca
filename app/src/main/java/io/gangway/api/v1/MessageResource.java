package io.gangway.api.v1;

import io.gangway.canonical.FaultParty;
import io.gangway.ingest.MessageOutcome;
import io.gangway.visibility.MessageDetail;
import io.gangway.visibility.MessageRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that one of your endpoints received.
 *
 * @param id {@code msg_…}
 * @param receivedAt by our clock, UTC
 * @param result what became of it
 * @param events how many events it has; {@code newEvents} of them had not been reported before
 * @param party who has to act, if something could not be read
 * @param faults what could not be read, each with a JSON pointer; in a list only the first one's code and detail
 */
record MessageResource(
        String id,
        Instant receivedAt,
        MessageRow.Result result,
        String endpoint,
        @Nullable String senderMessageId,
        int events,
        int newEvents,
        @Nullable FaultParty party,
        List<MessageOutcome.Fault> faults,
        String correlationId) {

    static MessageResource of(MessageRow row) {
        return of(
                row,
                null,
                row.code() == null
                        ? List.of()
                        : List.of(new MessageOutcome.Fault(
                                row.code(), "", Objects.requireNonNullElse(row.detail(), ""))));
    }

    static MessageResource of(MessageDetail detail) {
        return of(detail.row(), detail.faultParty(), detail.faults());
    }

    private static MessageResource of(MessageRow row, @Nullable FaultParty party, List<MessageOutcome.Fault> faults) {
        return new MessageResource(
                String.valueOf(row.message()),
                row.receivedAt(),
                row.result(),
                row.endpointName(),
                row.senderMessageId(),
                row.events(),
                row.newEvents(),
                party,
                faults,
                row.correlationId());
    }
}
