package io.gangway.shipment;

import java.util.List;

/**
 * An order as registered.
 *
 * @param created false if the reference was known before
 * @param claimedShipments how many waiting shipments became the customer's by it
 */
public record RegisteredOrder(String reference, List<String> trackingNumbers, boolean created, int claimedShipments) {}
