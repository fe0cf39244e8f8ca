package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a freight invoice says of one shipment or package.
 *
 * @param lineNumber number of the line in the invoice, at most 50 characters
 * @param trackingNumber the carrier's number of the shipment; absent if the line is for none; at most 100
 *     characters
 * @param packageNumber the package, if the line is for one; at most 100 characters
 * @param references order numbers and others, at most 50
 * @param shippedOn the day on which the carrier got it
 * @param service the carrier's product, at most 200 characters
 * @param origin where it came from
 * @param destination where it went
 * @param zone the carrier's tariff zone, at most 50 characters
 * @param declaredWeightGrams what the shipper said it weighs, in grams
 * @param measuredWeightGrams what the carrier measured, in grams
 * @param billedWeightGrams what the carrier charges for, in grams
 * @param measuredDimensions what the carrier measured
 * @param charges what is charged, one to 100
 * @param total sum of the charges
 */
public record FreightInvoiceLine(
        @Classified(CONFIDENTIAL) @MaxLength(50) String lineNumber,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String trackingNumber,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String packageNumber,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(INTERNAL) @Nullable LocalDate shippedOn,
        @Classified(PUBLIC) @MaxLength(200) @Nullable String service,
        @Classified(INTERNAL) @Nullable Place origin,
        @Classified(INTERNAL) @Nullable Place destination,
        @Classified(INTERNAL) @MaxLength(50) @Nullable String zone,

        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) @Nullable
        Long declaredWeightGrams,

        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) @Nullable
        Long measuredWeightGrams,

        @Classified(INTERNAL) @MeasuredIn(Unit.GRAM) @Nullable
        Long billedWeightGrams,

        @Classified(INTERNAL) @Nullable Dimensions measuredDimensions,
        @Classified(CONFIDENTIAL) @MaxItems(100) @NotEmpty List<Charge> charges,
        @Classified(CONFIDENTIAL) Money total) {
    public FreightInvoiceLine {
        references = List.copyOf(references);
        charges = List.copyOf(charges);
    }
}
