package io.gangway.shipment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What has to be written after messages about a number were taken in.
 *
 * @param stated statements that are new
 * @param concluded statements known before of which something else is concluded now
 * @param withdrawn messages whose reports about the number were replaced, or are not needed any more
 * @param filed reports in their place, and new ones
 * @param shipments new and changed ones
 * @param merged shipments that are gone, and the ones that they live on in
 * @param gone shipments that are gone, merged or with nothing left
 */
record NumberChanges(
        TrackedNumber number,
        List<StatedEvent> stated,
        List<StatedEvent> concluded,
        Set<UUID> withdrawn,
        List<Report> filed,
        List<WrittenShipment> shipments,
        Map<UUID, UUID> merged,
        Set<UUID> gone) {}
