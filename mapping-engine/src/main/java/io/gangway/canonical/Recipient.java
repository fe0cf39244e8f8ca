package io.gangway.canonical;

/** Who took a delivery. */
public enum Recipient {
    CONSIGNEE,
    /** Somebody else at the address. */
    HOUSEHOLD,
    RECEPTION,
    NEIGHBOUR,
    SERVICE_POINT,
    LOCKER,
    /** Nobody: it was left there. */
    SAFE_PLACE,
    OTHER
}
