package io.gangway.canonical;

/** What a shipper asks for beyond the carrier's product. */
public enum ShippingOption {
    /** Somebody signs. */
    SIGNATURE,
    /** Somebody of age signs. */
    ADULT_SIGNATURE,
    /** The consignee in person shows an identity card. */
    IDENTITY_CHECK,
    /** Not to be left with neighbours. */
    NO_NEIGHBOUR,
    /** May be left in a safe place without a signature. */
    SAFE_PLACE,
    SATURDAY_DELIVERY,
    SUNDAY_DELIVERY,
    TAIL_LIFT,
    DELIVERY_BY_APPOINTMENT,
    CARBON_NEUTRAL,
    /** Goes from the consignee of an earlier shipment back to its shipper. */
    RETURN
}
