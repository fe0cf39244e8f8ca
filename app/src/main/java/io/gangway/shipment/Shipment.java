package io.gangway.shipment;

import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as it is kept: one life of a tracked number.
 *
 * @param trackingNumber for people
 * @param accountNumber the one that was reported first; a later one does not move a shipment to another customer
 * @param references that its reports name
 */
record Shipment(
        UUID id,
        String trackingNumber,
        @Nullable String accountNumber,
        SortedSet<String> references,
        ShipmentState state) {}
