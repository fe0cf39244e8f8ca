package io.gangway.canonical;

/** Which way the money goes. */
public enum FreightInvoiceType {
    /** To the carrier. */
    INVOICE,
    /** From the carrier; amounts are negative. */
    CREDIT_NOTE
}
