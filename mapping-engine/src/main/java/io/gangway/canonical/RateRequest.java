package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What carriers are asked to name a price for.
 *
 * @param requestReference the asker's id; quotes repeat it; at most 100 characters
 * @param carrier the carrier; absent if all are asked; at most 100 characters
 * @param service the carrier's product; absent if all are asked; at most 200 characters
 * @param accountNumber the account at the carrier whose prices count, at most 100 characters
 * @param shipFrom where the goods are
 * @param shipTo where they go
 * @param shipOn the day on which the carrier gets them; the next possible one if absent
 * @param packages the packages, one to 500
 * @param options what is asked for beyond the product, at most 20
 * @param insuredValue value to be insured
 * @param cashOnDelivery what the driver is to collect
 * @param customs for shipments that cross a border
 * @param currency the currency in which prices are wanted, ISO 4217
 */
@MessageType(name = "rate-request", version = 1)
public record RateRequest(
        @Classified(INTERNAL) @MaxLength(100) @Nullable String requestReference,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String carrier,
        @Classified(PUBLIC) @MaxLength(200) @Nullable String service,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String accountNumber,
        @Classified(INTERNAL) Address shipFrom,
        @Classified(INTERNAL) Address shipTo,
        @Classified(INTERNAL) @Nullable LocalDate shipOn,
        @Classified(INTERNAL) @MaxItems(500) @NotEmpty List<HandlingUnit> packages,
        @Classified(INTERNAL) @MaxItems(20) List<ShippingOption> options,
        @Classified(CONFIDENTIAL) @Nullable Money insuredValue,
        @Classified(CONFIDENTIAL) @Nullable Money cashOnDelivery,
        @Classified(INTERNAL) @Nullable CustomsDeclaration customs,

        @Classified(INTERNAL) @MaxLength(3) @Format(TextFormat.CURRENCY)
        String currency)
        implements CanonicalMessage {
    public RateRequest {
        packages = List.copyOf(packages);
        options = List.copyOf(options);
    }
}
