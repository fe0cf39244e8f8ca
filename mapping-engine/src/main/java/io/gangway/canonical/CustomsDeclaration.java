package io.gangway.canonical;

import static io.gangway.canonical.Classification.CONFIDENTIAL;
import static io.gangway.canonical.Classification.INTERNAL;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customs have to know of a shipment that crosses a border.
 *
 * @param purpose why the goods cross it
 * @param incoterm who bears cost and risk on which leg
 * @param invoiceNumber the commercial invoice, at most 100 characters
 * @param invoicedOn date of the commercial invoice
 * @param exporter who declares, if it is not the shipper
 * @param importer who imports, if it is not the consignee
 * @param lines the goods, one to 500
 */
public record CustomsDeclaration(
        @Classified(INTERNAL) ExportPurpose purpose,
        @Classified(INTERNAL) @Nullable Incoterm incoterm,
        @Classified(CONFIDENTIAL) @MaxLength(100) @Nullable String invoiceNumber,
        @Classified(INTERNAL) @Nullable LocalDate invoicedOn,
        @Classified(INTERNAL) @Nullable Party exporter,
        @Classified(INTERNAL) @Nullable Party importer,
        @Classified(INTERNAL) @MaxItems(500) @NotEmpty List<CustomsLine> lines) {
    public CustomsDeclaration {
        lines = List.copyOf(lines);
    }
}
