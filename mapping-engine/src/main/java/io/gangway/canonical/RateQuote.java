package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's price for one of its products.
 *
 * @param requestReference the asker's id from the request, at most 100 characters
 * @param quoteNumber the carrier's id of the quote, to be named when booking; at most 100 characters
 * @param carrier the sender's name for the carrier, at most 100 characters
 * @param service the carrier's product, as a booking names it; at most 200 characters
 * @param serviceName the product's name for people, cut at 200 characters
 * @param accountNumber the account at the carrier whose prices these are, at most 100 characters
 * @param quotedAt when the price was named, in UTC
 * @param validUntil until when it holds, in UTC
 * @param price what the carrier will charge, sum of the charges
 * @param charges how the price comes about, at most 100
 * @param billableWeightGrams the weight that the price is for, in grams; volumetric where that is more
 * @param transitDays working days from pickup to delivery
 * @param estimatedDeliveryAt when the carrier would deliver; midnight UTC if it names a day alone
 * @param warnings what the carrier remarks, at most 20 of at most 500 characters
 */
@MessageType(name = "rate-quote", version = 1)
public record RateQuote(
        @Classified(INTERNAL) @MaxLength(100) @Nullable String requestReference,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String quoteNumber,
        @Classified(PUBLIC) @MaxLength(100) String carrier,
        @Classified(PUBLIC) @MaxLength(200) String service,

        @Classified(PUBLIC) @Dispensable @MaxLength(200) @Cut @Nullable
        String serviceName,

        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String accountNumber,
        @Classified(INTERNAL) Instant quotedAt,
        @Classified(INTERNAL) @Nullable Instant validUntil,
        @Classified(CONFIDENTIAL) Money price,
        @Classified(CONFIDENTIAL) @MaxItems(100) List<Charge> charges,

        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) @Nullable
        Long billableWeightGrams,

        @Classified(PUBLIC) @MeasuredIn(Unit.DAY) @Nullable Long transitDays,
        @Classified(PUBLIC) @Dispensable @Nullable Instant estimatedDeliveryAt,
        @Classified(INTERNAL) @MaxItems(20) @MaxLength(500) List<String> warnings)
        implements CanonicalMessage {
    public RateQuote {
        charges = List.copyOf(charges);
        warnings = List.copyOf(warnings);
    }
}
