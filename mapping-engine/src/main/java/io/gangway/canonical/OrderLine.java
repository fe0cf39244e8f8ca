package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;

import org.jspecify.annotations.Nullable;

/**
 * One article of an order.
 *
 * @param lineNumber number of the line in the order, at most 50 characters
 * @param sku the seller's number of the article, at most 100 characters
 * @param description what it is, cut at 500 characters
 * @param quantity whole pieces
 * @param unitPrice price of a piece
 * @param unitWeightGrams weight of a piece in grams
 * @param commodityCode tariff number, of which the first six digits are of the Harmonized System; at most 14
 *     characters
 * @param originCountryCode where it was made, ISO 3166-1 alpha-2
 */
public record OrderLine(
        @Classified(INTERNAL) @MaxLength(50) String lineNumber,
        @Classified(INTERNAL) @MaxLength(100) String sku,
        @Classified(INTERNAL) @MaxLength(500) @Cut @Nullable String description,
        @Classified(INTERNAL) @MeasuredIn(Unit.PIECE) long quantity,
        @Classified(CONFIDENTIAL) @Nullable Money unitPrice,

        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) @Nullable
        Long unitWeightGrams,

        @Classified(INTERNAL) @MaxLength(14) @Format(TextFormat.COMMODITY_CODE) @Nullable
        String commodityCode,

        @Classified(INTERNAL) @MaxLength(2) @Format(TextFormat.COUNTRY) @Nullable
        String originCountryCode) {}
