package io.gangway.shipment;

import io.gangway.canonical.TrackingEvent;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import java.util.UUID;

/**
 * What one message stated about one shipment, and how it came to be read that way.
 *
 * @param revision the connection's count of changes of meaning when the message was read; of two readings of the same
 *     occurrence the one with the higher revision holds
 */
public record Statement(
        TenantId partner,
        Environment environment,
        ConnectionId connection,
        UUID message,
        String correlationId,
        UUID mappingVersion,
        int revision,
        TrackingEvent event) {}
