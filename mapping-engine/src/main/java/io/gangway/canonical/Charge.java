package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;

import org.jspecify.annotations.Nullable;

/**
 * One component of a price.
 *
 * @param type what is charged for
 * @param rawCode the carrier's own code, at most 200 characters
 * @param description the carrier's own words, cut at 500 characters
 * @param amount the amount; negative if it is a discount or credit
 */
public record Charge(
        @Classified(CONFIDENTIAL) ChargeType type,
        @Classified(CONFIDENTIAL) @MaxLength(200) @Nullable String rawCode,

        @Classified(CONFIDENTIAL) @MaxLength(500) @Cut @Nullable
        String description,

        @Classified(CONFIDENTIAL) Money amount) {}
