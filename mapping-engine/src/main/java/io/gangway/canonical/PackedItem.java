package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods in a package.
 *
 * @param sku the shipper's number of the article, at most 100 characters
 * @param description what it is, cut at 500 characters
 * @param quantity whole pieces
 * @param lotNumber the lot or batch, at most 100 characters
 * @param serialNumbers serial numbers of the pieces, at most 1000 of at most 100 characters
 */
public record PackedItem(
        @Classified(INTERNAL) @MaxLength(100) String sku,
        @Classified(INTERNAL) @MaxLength(500) @Cut @Nullable String description,
        @Classified(INTERNAL) @MeasuredIn(Unit.PIECE) long quantity,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String lotNumber,

        @Classified(INTERNAL) @MaxItems(1000) @MaxLength(100)
        List<String> serialNumbers) {
    public PackedItem {
        serialNumbers = List.copyOf(serialNumbers);
    }
}
