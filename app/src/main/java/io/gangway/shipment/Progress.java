package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;

/** How far along a status is; what needs attention counts as less far than what goes its way. */
final class Progress {
    private Progress() {}

    /** What comes later of two things that a sender says happened at the same instant: what went wrong, after what it happened to. */
    static int step(ShipmentStatus status) {
        return switch (status) {
            case UNKNOWN -> 0;
            case INFO_RECEIVED -> 1;
            case PICKED_UP -> 2;
            case IN_TRANSIT -> 3;
            case CUSTOMS -> 4;
            case DELAYED -> 5;
            case ON_HOLD -> 6;
            case OUT_FOR_DELIVERY -> 7;
            case ATTEMPT_FAILED -> 8;
            case AVAILABLE_FOR_PICKUP -> 9;
            case EXCEPTION -> 10;
            case RETURNING -> 11;
            case LOST -> 12;
            case CANCELLED -> 13;
            case RETURNED -> 14;
            case DELIVERED -> 15;
        };
    }

    static int of(ShipmentStatus status) {
        return switch (status) {
            case UNKNOWN -> 0;
            case INFO_RECEIVED -> 1;
            case PICKED_UP -> 2;
            case LOST -> 3;
            case EXCEPTION -> 4;
            case ON_HOLD -> 5;
            case DELAYED -> 6;
            case CUSTOMS -> 7;
            case IN_TRANSIT -> 8;
            case ATTEMPT_FAILED -> 9;
            case OUT_FOR_DELIVERY -> 10;
            case AVAILABLE_FOR_PICKUP -> 11;
            case RETURNING -> 12;
            case RETURNED -> 13;
            case DELIVERED -> 14;
            case CANCELLED -> 15;
        };
    }
}
