package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered and a warehouse or carrier is to send.
 *
 * @param orderNumber the seller's number of the order, at most 100 characters
 * @param references further numbers, at most 50
 * @param orderedAt when it was placed, in UTC
 * @param shipFrom the warehouse, if it is chosen already
 * @param shipTo who receives the goods
 * @param billTo who pays for them, if it is somebody else
 * @param deliveryWindow when the goods are wanted
 * @param carrier the carrier that was asked for, at most 100 characters
 * @param service the carrier's product that was asked for, at most 200 characters
 * @param incoterm who bears cost and risk on which leg
 * @param total sum of the order with tax
 * @param instructions words for the warehouse or the driver, cut at 1000 characters
 * @param lines what is ordered, one to 1000
 */
@MessageType(name = "order", version = 1)
public record Order(
        @Classified(INTERNAL) @MaxLength(100) String orderNumber,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(INTERNAL) Instant orderedAt,
        @Classified(INTERNAL) @Nullable Party shipFrom,
        @Classified(INTERNAL) Party shipTo,
        @Classified(INTERNAL) @Nullable Party billTo,
        @Classified(INTERNAL) @Nullable TimeWindow deliveryWindow,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String carrier,
        @Classified(INTERNAL) @MaxLength(200) @Nullable String service,
        @Classified(INTERNAL) @Nullable Incoterm incoterm,
        @Classified(CONFIDENTIAL) @Nullable Money total,

        @Classified(PERSONAL) @MaxLength(1000) @Cut @Nullable
        String instructions,

        @Classified(INTERNAL) @MaxItems(1000) @NotEmpty List<OrderLine> lines)
        implements CanonicalMessage {
    public Order {
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }
}
