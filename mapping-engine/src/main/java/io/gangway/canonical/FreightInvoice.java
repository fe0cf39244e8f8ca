package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier charges for shipments.
 *
 * @param carrier the sender's name for the carrier, at most 100 characters
 * @param accountNumber the account at the carrier that is charged, at most 100 characters
 * @param invoiceNumber the carrier's number of the invoice, at most 100 characters
 * @param type which way the money goes
 * @param originalInvoiceNumber the invoice that a credit note corrects, at most 100 characters
 * @param invoicedOn date of the invoice
 * @param dueOn when it is to be paid
 * @param billTo who pays
 * @param references numbers of the payer, at most 50
 * @param lines the charges by shipment, one to 5000
 * @param taxTotal tax in the total
 * @param total what is to be paid, with tax
 * @param documents the invoice as a paper, at most 20
 */
@MessageType(name = "freight-invoice", version = 1)
public record FreightInvoice(
        @Classified(PUBLIC) @MaxLength(100) String carrier,
        @Classified(CONFIDENTIAL) @MaxLength(100) String accountNumber,
        @Classified(CONFIDENTIAL) @MaxLength(100) String invoiceNumber,
        @Classified(CONFIDENTIAL) FreightInvoiceType type,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String originalInvoiceNumber,
        @Classified(CONFIDENTIAL) LocalDate invoicedOn,
        @Classified(CONFIDENTIAL) @Nullable LocalDate dueOn,
        @Classified(CONFIDENTIAL) @Nullable Party billTo,
        @Classified(INTERNAL) @MaxItems(50) List<Reference> references,
        @Classified(CONFIDENTIAL) @MaxItems(5000) @NotEmpty List<FreightInvoiceLine> lines,
        @Classified(CONFIDENTIAL) @Nullable Money taxTotal,
        @Classified(CONFIDENTIAL) Money total,
        @Classified(CONFIDENTIAL) @MaxItems(20) List<ShippingDocument> documents)
        implements CanonicalMessage {
    public FreightInvoice {
        references = List.copyOf(references);
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
    }
}
