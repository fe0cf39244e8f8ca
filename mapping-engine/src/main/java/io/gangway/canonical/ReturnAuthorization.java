package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leave to send goods back, and the way that they go.
 *
 * @param returnNumber number of the authorization, at most 100 characters
 * @param orderNumber the seller's order that the goods are from, at most 100 characters
 * @param originalTrackingNumber the shipment in which they came, at most 100 characters
 * @param references further numbers, at most 50
 * @param authorizedAt when it was given, in UTC
 * @param expiresAt until when it holds, in UTC
 * @param returnFrom who sends the goods back
 * @param returnTo who gets them
 * @param lines what comes back, one to 1000
 * @param carrier the carrier that brings them, at most 100 characters
 * @param service the carrier's product, at most 200 characters
 * @param trackingNumber the carrier's number of the return, at most 100 characters
 * @param documents return labels, at most 20
 */
@MessageType(name = "return-authorization", version = 1)
public record ReturnAuthorization(
        @Classified(INTERNAL) @MaxLength(100) String returnNumber,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String orderNumber,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String originalTrackingNumber,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(INTERNAL) Instant authorizedAt,
        @Classified(INTERNAL) @Nullable Instant expiresAt,
        @Classified(INTERNAL) Party returnFrom,
        @Classified(INTERNAL) Party returnTo,
        @Classified(INTERNAL) @MaxItems(1000) @NotEmpty List<ReturnLine> lines,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String carrier,
        @Classified(PUBLIC) @MaxLength(200) @Nullable String service,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String trackingNumber,
        @Classified(INTERNAL) @MaxItems(20) List<ShippingDocument> documents)
        implements CanonicalMessage {
    public ReturnAuthorization {
        references = List.copyOf(references);
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
    }
}
