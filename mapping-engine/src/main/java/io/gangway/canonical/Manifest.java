package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of what was handed over to a carrier, by which its day is closed. A carrier's answer need not repeat what it was
 * told.
 *
 * @param carrier the carrier, at most 100 characters
 * @param accountNumber the account at the carrier, at most 100 characters
 * @param manifestNumber the carrier's number, absent while it is asked for; at most 100 characters
 * @param manifestReference the shipper's id of the manifest, the same whenever it is told again; at most 100
 *     characters
 * @param pickupConfirmationNumber the pickup that it goes with, at most 100 characters
 * @param shipFrom where the packages were handed over
 * @param shipOn the day of the handing over
 * @param closedAt when the carrier took the list, in UTC; absent while it is asked for
 * @param trackingNumbers the shipments, at most 5000 of at most 100 characters
 * @param packageCount how many packages they are
 * @param totalWeightGrams their weight in grams
 * @param documents the list as the driver signs it, at most 20
 */
@MessageType(name = "manifest", version = 1)
public record Manifest(
        @Classified(PUBLIC) @MaxLength(100) String carrier,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String accountNumber,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String manifestNumber,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String manifestReference,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String pickupConfirmationNumber,
        @Classified(INTERNAL) @Nullable Party shipFrom,
        @Classified(INTERNAL) @Nullable LocalDate shipOn,
        @Classified(INTERNAL) @Nullable Instant closedAt,

        @Classified(PUBLIC) @MaxItems(5000) @MaxLength(100) List<String> trackingNumbers,

        @Classified(INTERNAL) @MeasuredIn(Unit.PIECE) @Nullable
        Long packageCount,

        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) @Nullable
        Long totalWeightGrams,

        @Classified(INTERNAL) @MaxItems(20) List<ShippingDocument> documents)
        implements CanonicalMessage {
    public Manifest {
        trackingNumbers = List.copyOf(trackingNumbers);
        documents = List.copyOf(documents);
    }
}
