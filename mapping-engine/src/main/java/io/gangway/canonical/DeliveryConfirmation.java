package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proof of delivery.
 *
 * @param carrier the sender's name for the carrier, at most 100 characters
 * @param trackingNumber the carrier's number of the shipment, at most 100 characters
 * @param accountNumber the shipper's account at the carrier, at most 100 characters
 * @param references order numbers and others, at most 50
 * @param packageNumbers packages that were delivered, empty if it is the whole shipment; at most 500 of at most 100
 *     characters
 * @param deliveredAt the sender's clock, in UTC
 * @param signedBy who signed, cut at 200 characters
 * @param recipient what the one who took it is to the consignee
 * @param place where it was handed over
 * @param cashCollected what the driver collected
 * @param pieces packages that were counted at the door
 * @param remark the driver's words, such as damage that was noted; cut at 1000 characters
 * @param documents signature, photo or form; at most 20
 */
@MessageType(name = "delivery-confirmation", version = 1)
public record DeliveryConfirmation(
        @Classified(PUBLIC) @MaxLength(100) String carrier,
        @Classified(PUBLIC) @MaxLength(100) String trackingNumber,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String accountNumber,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(PUBLIC) @MaxItems(500) @MaxLength(100) List<String> packageNumbers,
        @Classified(PUBLIC) Instant deliveredAt,
        @Classified(PERSONAL) @MaxLength(200) @Cut @Nullable String signedBy,
        @Classified(INTERNAL) @Nullable Recipient recipient,
        @Classified(INTERNAL) @Dispensable @Nullable Place place,
        @Classified(CONFIDENTIAL) @Nullable Money cashCollected,

        @Classified(INTERNAL) @MeasuredIn(Unit.PIECE) @Nullable
        Long pieces,

        @Classified(PERSONAL) @MaxLength(1000) @Cut @Nullable
        String remark,

        @Classified(PERSONAL) @MaxItems(20) List<ShippingDocument> documents)
        implements CanonicalMessage {
    public DeliveryConfirmation {
        references = List.copyOf(references);
        packageNumbers = List.copyOf(packageNumbers);
        documents = List.copyOf(documents);
    }
}
