package io.gangway.canonical;

/** What a document is. */
public enum DocumentType {
    LABEL,
    RETURN_LABEL,
    DELIVERY_NOTE,
    COMMERCIAL_INVOICE,
    CUSTOMS_DECLARATION,
    BILL_OF_LADING,
    DANGEROUS_GOODS,
    MANIFEST,
    PROOF_OF_DELIVERY,
    /** Picture of a signature. */
    SIGNATURE,
    /** Picture of delivered or damaged goods. */
    PHOTO,
    /** The carrier's own. */
    INVOICE,
    OTHER
}
