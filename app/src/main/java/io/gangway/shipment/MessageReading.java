package io.gangway.shipment;

import io.gangway.canonical.TrackingEvent;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a message says, as it was read once. It replaces what an earlier reading of the same message said, even if it says
 * nothing any more.
 *
 * @param receivedAt when the message was received, however often it was read since
 * @param revision the connection's count of changes of meaning when the message was read
 * @param events in the order of the message
 */
public record MessageReading(
        TenantId partner,
        Environment environment,
        ConnectionId connection,
        UUID message,
        Instant receivedAt,
        String correlationId,
        UUID mappingVersion,
        int revision,
        List<TrackingEvent> events) {
    public MessageReading {
        events = List.copyOf(events);
    }
}
