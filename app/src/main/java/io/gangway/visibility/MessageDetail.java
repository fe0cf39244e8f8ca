package io.gangway.visibility;

import io.gangway.canonical.FaultParty;
import io.gangway.ingest.MessageOutcome;
import io.gangway.shipment.ShipmentId;
import io.gangway.shipment.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All about one message, from the bytes received to what followed.
 *
 * @param headers as received, without what carries credentials
 * @param body as received; it need not be text
 * @param verifier how its sender proves itself, as JSON
 * @param mapping name and version of the mapping that read it; null if none did
 * @param faults why it is a dead letter; empty if it is none
 * @param produced what it stated
 */
public record MessageDetail(
        MessageRow row,
        @Nullable String contentType,
        Map<String, List<String>> headers,
        byte[] body,
        String verifier,
        @Nullable String mapping,
        @Nullable Instant finishedAt,
        int attempts,
        int replays,
        @Nullable FaultParty faultParty,
        List<MessageOutcome.Fault> faults,
        List<Produced> produced) {

    /** An event that a message stated first. */
    public record Produced(ShipmentId shipment, String carrier, String trackingNumber, TimelineEntry event) {}
}
