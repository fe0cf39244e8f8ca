package io.gangway.canonical;

/** Why a shipment does not simply go its way. */
public enum Reason {
    ADDRESS,
    RECIPIENT_ABSENT,
    REFUSED,
    DAMAGED,
    WEATHER,
    CUSTOMS_DOCUMENTS,
    CAPACITY,
    PAYMENT,
    SECURITY,
    MISSORTED,
    OTHER
}
