package io.gangway.canonical;

/** How a shipment fares. A code that no row of a code list knows is {@link #UNKNOWN}, never a guess. */
public enum ShipmentStatus {
    INFO_RECEIVED,
    PICKED_UP,
    IN_TRANSIT,
    CUSTOMS,
    OUT_FOR_DELIVERY,
    AVAILABLE_FOR_PICKUP,
    ATTEMPT_FAILED,
    DELAYED,
    ON_HOLD,
    EXCEPTION,
    RETURNING,
    RETURNED,
    DELIVERED,
    CANCELLED,
    LOST,
    UNKNOWN;

    /** Whether the journey ends here. */
    public boolean terminal() {
        return switch (this) {
            case RETURNED, DELIVERED, CANCELLED, LOST -> true;
            case INFO_RECEIVED,
                    PICKED_UP,
                    IN_TRANSIT,
                    CUSTOMS,
                    OUT_FOR_DELIVERY,
                    AVAILABLE_FOR_PICKUP,
                    ATTEMPT_FAILED,
                    DELAYED,
                    ON_HOLD,
                    EXCEPTION,
                    RETURNING,
                    UNKNOWN -> false;
        };
    }
}
