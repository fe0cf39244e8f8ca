package io.gangway.canonical;

/** What a carrier charges for. */
public enum ChargeType {
    /** The carriage itself. */
    FREIGHT,
    FUEL,
    RESIDENTIAL,
    REMOTE_AREA,
    OVERSIZE,
    OVERWEIGHT,
    /** Difference between declared and measured weight or size. */
    REWEIGH,
    HANDLING,
    PICKUP,
    REDELIVERY,
    SATURDAY_DELIVERY,
    SIGNATURE,
    INSURANCE,
    CASH_ON_DELIVERY,
    ADDRESS_CORRECTION,
    RETURN,
    STORAGE,
    DEMURRAGE,
    PEAK_SEASON,
    SECURITY,
    TOLL,
    DANGEROUS_GOODS,
    CUSTOMS_CLEARANCE,
    DUTY,
    TAX,
    DISCOUNT,
    OTHER
}
