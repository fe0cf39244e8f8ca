package io.gangway.canonical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a shipment, as one sender stated it.
 *
 * @param carrier the sender's name for the carrier, at most 100 characters
 * @param trackingNumber the carrier's number of the shipment, at most 100 characters
 * @param accountNumber the shipper's account at the carrier, at most 100 characters
 * @param references order references of the shipper, each at most 200 characters
 * @param senderEventId the sender's id of this happening, the same whenever it is told again; at most 200 characters
 * @param occurredAt the sender's clock, in UTC
 * @param rawCode the sender's own code, its parts joined by a slash; at most 200 characters
 * @param rawText the sender's own words, cut at 1000 characters
 * @param packageNumbers packages that the event is about; empty if it is about the whole shipment
 * @param estimatedDeliveryAt when the sender expects the delivery; midnight UTC if it names a day alone
 * @param service the carrier's product, at most 200 characters
 */
public record TrackingEvent(
        String carrier,
        String trackingNumber,
        @Nullable String accountNumber,
        List<String> references,
        @Nullable String senderEventId,
        Instant occurredAt,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible,
        String rawCode,
        @Nullable String rawText,
        @Nullable Place place,
        List<String> packageNumbers,
        @Nullable Instant estimatedDeliveryAt,
        @Nullable String service)
        implements CanonicalMessage {

    public TrackingEvent {
        references = List.copyOf(references);
        packageNumbers = List.copyOf(packageNumbers);
    }
}
