package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a shipment, as one sender stated it.
 *
 * @param carrier the sender's name for the carrier, at most 100 characters
 * @param trackingNumber the carrier's number of the shipment, at most 100 characters
 * @param accountNumber the shipper's account at the carrier, at most 100 characters
 * @param references order references of the shipper, at most 50 of at most 200 characters
 * @param senderEventId the sender's id of this happening, the same whenever it is told again; at most 200 characters
 * @param occurredAt when it happened, by the sender's clock, in UTC
 * @param reportedAt when the sender made this report of it, by the sender's clock; of two reports of one event the later
 *     one holds
 * @param status how the shipment fares since then
 * @param reason why it does not simply go its way
 * @param responsible who could have prevented that, as far as the sender's code tells
 * @param rawCode the sender's own code, its parts joined by a slash; at most 200 characters
 * @param rawText the sender's own words, cut at 1000 characters
 * @param place where it happened
 * @param packageNumbers packages that the event is about, empty if it is about the whole shipment; at most 500 of at
 *     most 100 characters
 * @param estimatedDeliveryAt when the sender expects the delivery, if it names a time
 * @param estimatedDeliveryOn the day on which the sender expects the delivery, at the consignee's place, if it names a
 *     day alone
 * @param service the carrier's product, at most 200 characters
 */
@MessageType(name = "tracking-event", version = 1)
public record TrackingEvent(
        @Classified(PUBLIC) @MaxLength(100) String carrier,
        @Classified(PUBLIC) @MaxLength(100) String trackingNumber,

        @Classified(CONFIDENTIAL) @Dispensable @MaxLength(100) @Nullable
        String accountNumber,

        @Classified(INTERNAL) @Dispensable @MaxItems(50) @MaxLength(200)
        List<String> references,

        @Classified(INTERNAL) @MaxLength(200) @Nullable String senderEventId,
        @Classified(PUBLIC) Instant occurredAt,
        @Classified(INTERNAL) @Dispensable @Nullable Instant reportedAt,
        @Classified(PUBLIC) ShipmentStatus status,
        @Classified(PUBLIC) @Dispensable @Nullable Reason reason,
        @Classified(INTERNAL) @Dispensable @Nullable ResponsibleParty responsible,
        @Classified(INTERNAL) @MaxLength(200) String rawCode,

        @Classified(PERSONAL) @Dispensable @MaxLength(1000) @Cut @Nullable
        String rawText,

        @Classified(PUBLIC) @Dispensable @Nullable Place place,
        @Classified(PUBLIC) @MaxItems(500) @MaxLength(100) List<String> packageNumbers,
        @Classified(PUBLIC) @Dispensable @Nullable Instant estimatedDeliveryAt,
        @Classified(PUBLIC) @Dispensable @Nullable LocalDate estimatedDeliveryOn,

        @Classified(PUBLIC) @Dispensable @MaxLength(200) @Nullable
        String service)
        implements CanonicalMessage {

    public TrackingEvent {
        references = List.copyOf(references);
        packageNumbers = List.copyOf(packageNumbers);
    }
}
