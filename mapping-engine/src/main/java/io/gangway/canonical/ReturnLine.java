package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;

import org.jspecify.annotations.Nullable;

/**
 * Goods of one article that may come back.
 *
 * @param sku the seller's number of the article, at most 100 characters
 * @param description what it is, cut at 500 characters
 * @param quantity whole pieces
 * @param reason why they come back
 * @param comment the customer's words, cut at 1000 characters
 */
public record ReturnLine(
        @Classified(INTERNAL) @MaxLength(100) String sku,
        @Classified(INTERNAL) @MaxLength(500) @Cut @Nullable String description,
        @Classified(INTERNAL) @MeasuredIn(Unit.PIECE) long quantity,
        @Classified(INTERNAL) ReturnReason reason,

        @Classified(PERSONAL) @MaxLength(1000) @Cut @Nullable
        String comment) {}
