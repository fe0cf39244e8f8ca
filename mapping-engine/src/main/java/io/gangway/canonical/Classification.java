package io.gangway.canonical;

/**
 * Who may see a value. A class on an object holds for all that is in it; a field in it may have a stricter one of its
 * own.
 */
public enum Classification {
    /** Whoever has a tracking link. */
    PUBLIC,
    /** Members of the organizations that the message is about. */
    INTERNAL,
    /** Of a natural person, or able to be: masked by role, kept out of logs, erased on demand. */
    PERSONAL,
    /** Prices, accounts and terms between two organizations: by role, and for nobody else. */
    CONFIDENTIAL
}
