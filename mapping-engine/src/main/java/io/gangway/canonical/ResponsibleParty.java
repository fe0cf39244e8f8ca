package io.gangway.canonical;

/** Who could have prevented it, as far as the sender's code tells. */
public enum ResponsibleParty {
    CARRIER,
    CONSIGNEE,
    SHIPPER,
    AUTHORITY,
    NATURE,
    UNKNOWN
}
