package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package: what is labelled, scanned and handed over as one, from an envelope to a pallet. Part of requests and
 * shipments, and a message of its own when a warehouse tells that it was packed.
 *
 * @param packageNumber the number on the package: the carrier's, and before booking the shipper's; at most 100
 *     characters
 * @param sscc GS1's serial shipping container code of 18 digits
 * @param packagingType what it is packed in
 * @param packagingCode the carrier's code of the packaging, at most 100 characters
 * @param weightGrams gross weight in grams
 * @param dimensions outer measures
 * @param declaredValue value of the contents
 * @param references orders and delivery notes that it belongs to, at most 50
 * @param contents what is in it, at most 500
 * @param packedAt when it was packed, in UTC
 */
@MessageType(name = "handling-unit", version = 1)
public record HandlingUnit(
        @Classified(PUBLIC) @MaxLength(100) @Nullable String packageNumber,

        @Classified(PUBLIC) @MaxLength(18) @Format(TextFormat.SSCC) @Nullable
        String sscc,

        @Classified(INTERNAL) @Nullable PackagingType packagingType,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String packagingCode,
        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) long weightGrams,
        @Classified(INTERNAL) @Nullable Dimensions dimensions,
        @Classified(CONFIDENTIAL) @Nullable Money declaredValue,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(INTERNAL) @MaxItems(500) List<PackedItem> contents,
        @Classified(INTERNAL) @Nullable Instant packedAt)
        implements CanonicalMessage {
    public HandlingUnit {
        references = List.copyOf(references);
        contents = List.copyOf(contents);
    }
}
