package io.gangway.canonical;

/** Which register a party's number is from. */
public enum PartyIdentifierType {
    /** Value added tax. */
    VAT,
    /** Economic operators of the European Union and the United Kingdom, for customs. */
    EORI,
    /** GS1's global location number. */
    GLN,
    /** Dun and Bradstreet. */
    DUNS,
    /** A tax number that is not for value added tax. */
    NATIONAL_TAX,
    /** The number that the other party to the message uses. */
    CUSTOMER_NUMBER,
    OTHER
}
