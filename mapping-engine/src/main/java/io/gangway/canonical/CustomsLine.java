package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;

import org.jspecify.annotations.Nullable;

/**
 * Goods of one kind in a customs declaration.
 *
 * @param description what it is, in words that customs accept; at most 500 characters
 * @param quantity whole pieces
 * @param netWeightGrams net weight of all pieces in grams
 * @param value value of all pieces
 * @param commodityCode tariff number, of which the first six digits are of the Harmonized System; at most 14
 *     characters
 * @param originCountryCode where it was made, ISO 3166-1 alpha-2
 * @param sku the shipper's number of the article, at most 100 characters
 */
public record CustomsLine(
        @Classified(INTERNAL) @MaxLength(500) String description,
        @Classified(INTERNAL) @MeasuredIn(Unit.PIECE) long quantity,
        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) long netWeightGrams,
        @Classified(CONFIDENTIAL) Money value,

        @Classified(INTERNAL) @MaxLength(14) @Format(TextFormat.COMMODITY_CODE) @Nullable
        String commodityCode,

        @Classified(INTERNAL) @MaxLength(2) @Format(TextFormat.COUNTRY) @Nullable
        String originCountryCode,

        @Classified(INTERNAL) @MaxLength(100) @Nullable String sku) {}
