package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's visit to collect packages: asked for, confirmed, done or cancelled. A carrier's answer need not repeat what
 * it was asked.
 *
 * @param carrier the carrier, at most 100 characters
 * @param accountNumber the account at the carrier, at most 100 characters
 * @param pickupReference the shipper's id of the pickup, the same whenever it is told again; at most 100 characters
 * @param confirmationNumber the carrier's number of the pickup, at most 100 characters
 * @param status how it fares
 * @param location where the packages wait
 * @param window when the carrier may come
 * @param service the carrier's product, at most 200 characters
 * @param trackingNumbers the shipments, as far as they are booked; at most 5000 of at most 100 characters
 * @param packageCount how many packages wait
 * @param totalWeightGrams their weight in grams
 * @param price what the carrier charges for coming
 * @param instructions words for the driver, cut at 1000 characters
 */
@MessageType(name = "pickup", version = 1)
public record Pickup(
        @Classified(PUBLIC) @MaxLength(100) String carrier,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String accountNumber,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String pickupReference,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String confirmationNumber,
        @Classified(INTERNAL) PickupStatus status,
        @Classified(INTERNAL) @Nullable Party location,
        @Classified(INTERNAL) @Nullable TimeWindow window,
        @Classified(PUBLIC) @MaxLength(200) @Nullable String service,
        @Classified(PUBLIC) @MaxItems(5000) @MaxLength(100) List<String> trackingNumbers,

        @Classified(INTERNAL) @MeasuredIn(Unit.PIECE) @Nullable
        Long packageCount,

        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) @Nullable
        Long totalWeightGrams,

        @Classified(CONFIDENTIAL) @Nullable Money price,

        @Classified(PERSONAL) @MaxLength(1000) @Cut @Nullable
        String instructions)
        implements CanonicalMessage {
    public Pickup {
        trackingNumbers = List.copyOf(trackingNumbers);
    }
}
