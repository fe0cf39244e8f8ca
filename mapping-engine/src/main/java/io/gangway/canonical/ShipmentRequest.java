package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier is asked to carry: a booking with its label.
 *
 * @param shipmentReference the shipper's id of the shipment, the same whenever it is asked for again; at most 100
 *     characters
 * @param references order numbers and others, at most 50
 * @param carrier the carrier; absent if it is to be chosen; at most 100 characters
 * @param service the carrier's product; absent if it is to be chosen; at most 200 characters
 * @param quoteNumber the quote that is accepted, at most 100 characters
 * @param accountNumber the account at the carrier that pays, at most 100 characters
 * @param freightPayer whose account that is; the shipper's if absent
 * @param shipper who hands the goods over
 * @param consignee who receives them
 * @param returnTo who gets them back if they can't be delivered; the shipper if absent
 * @param servicePointId the carrier's id of the shop or locker that they go to, at most 100 characters
 * @param shipOn the day on which the carrier gets them
 * @param deliveryWindow when they are wanted
 * @param options what is asked for beyond the product, at most 20
 * @param insuredValue value to be insured
 * @param cashOnDelivery what the driver is to collect
 * @param packages the packages, one to 500
 * @param customs for shipments that cross a border
 * @param labelFormat the carrier's default if absent
 * @param instructions words for the driver, cut at 1000 characters
 */
@MessageType(name = "shipment-request", version = 1)
public record ShipmentRequest(
        @Classified(INTERNAL) @MaxLength(100) String shipmentReference,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String carrier,
        @Classified(PUBLIC) @MaxLength(200) @Nullable String service,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String quoteNumber,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String accountNumber,
        @Classified(INTERNAL) @Nullable FreightPayer freightPayer,
        @Classified(INTERNAL) Party shipper,
        @Classified(INTERNAL) Party consignee,
        @Classified(INTERNAL) @Nullable Party returnTo,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String servicePointId,
        @Classified(INTERNAL) @Nullable LocalDate shipOn,
        @Classified(INTERNAL) @Nullable TimeWindow deliveryWindow,
        @Classified(INTERNAL) @MaxItems(20) List<ShippingOption> options,
        @Classified(CONFIDENTIAL) @Nullable Money insuredValue,
        @Classified(CONFIDENTIAL) @Nullable Money cashOnDelivery,
        @Classified(INTERNAL) @MaxItems(500) @NotEmpty List<HandlingUnit> packages,
        @Classified(INTERNAL) @Nullable CustomsDeclaration customs,
        @Classified(INTERNAL) @Nullable LabelFormat labelFormat,

        @Classified(PERSONAL) @MaxLength(1000) @Cut @Nullable
        String instructions)
        implements CanonicalMessage {
    public ShipmentRequest {
        references = List.copyOf(references);
        options = List.copyOf(options);
        packages = List.copyOf(packages);
    }
}
