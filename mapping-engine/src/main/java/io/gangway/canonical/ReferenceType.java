package io.gangway.canonical;

/** What a reference refers to. */
public enum ReferenceType {
    /** The seller's order. */
    ORDER,
    /** The buyer's order. */
    PURCHASE_ORDER,
    /** The shipper's delivery note, picking or despatch advice. */
    DELIVERY_NOTE,
    /** The seller's invoice. */
    INVOICE,
    /** Whatever the customer wants to find on labels and invoices. */
    CUSTOMER_REFERENCE,
    COST_CENTRE,
    /** The carrier's booking. */
    BOOKING,
    /** A carrier's or forwarder's consignment. */
    CONSIGNMENT,
    BILL_OF_LADING,
    /** A freight container, ISO 6346. */
    CONTAINER,
    RETURN_AUTHORIZATION,
    OTHER
}
