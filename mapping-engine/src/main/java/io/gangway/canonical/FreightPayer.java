package io.gangway.canonical;

/** Whose account pays the carrier. */
public enum FreightPayer {
    SHIPPER,
    CONSIGNEE,
    THIRD_PARTY
}
