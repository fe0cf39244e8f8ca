package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier has booked, in answer to a request or on its own.
 *
 * @param carrier the sender's name for the carrier, at most 100 characters
 * @param trackingNumber the carrier's number of the shipment, at most 100 characters
 * @param accountNumber the account at the carrier, at most 100 characters
 * @param shipmentReference the shipper's id from the request, at most 100 characters
 * @param references order numbers and others, at most 50
 * @param service the carrier's product, at most 200 characters
 * @param bookedAt when it was booked, the sender's clock, in UTC
 * @param shipper who hands the goods over
 * @param consignee who receives them
 * @param packages the packages with the carrier's numbers, at most 500
 * @param trackingUrl the carrier's page for the shipment, at most 2000 characters
 * @param estimatedDeliveryAt when the carrier expects the delivery; midnight UTC if it names a day alone
 * @param price what the carrier will charge, sum of the charges
 * @param charges how the price comes about, at most 100
 * @param documents labels and papers, at most 100
 */
@MessageType(name = "shipment", version = 1)
public record Shipment(
        @Classified(PUBLIC) @MaxLength(100) String carrier,
        @Classified(PUBLIC) @MaxLength(100) String trackingNumber,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String accountNumber,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String shipmentReference,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(PUBLIC) @MaxLength(200) @Nullable String service,
        @Classified(INTERNAL) Instant bookedAt,
        @Classified(INTERNAL) @Nullable Party shipper,
        @Classified(INTERNAL) @Nullable Party consignee,
        @Classified(INTERNAL) @MaxItems(500) List<HandlingUnit> packages,

        @Classified(PUBLIC) @Dispensable @MaxLength(2000) @Format(TextFormat.URL) @Nullable
        String trackingUrl,

        @Classified(PUBLIC) @Dispensable @Nullable Instant estimatedDeliveryAt,
        @Classified(CONFIDENTIAL) @Nullable Money price,
        @Classified(CONFIDENTIAL) @MaxItems(100) List<Charge> charges,
        @Classified(INTERNAL) @MaxItems(100) List<ShippingDocument> documents)
        implements CanonicalMessage {
    public Shipment {
        references = List.copyOf(references);
        packages = List.copyOf(packages);
        charges = List.copyOf(charges);
        documents = List.copyOf(documents);
    }
}
