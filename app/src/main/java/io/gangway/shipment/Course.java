package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;

/**
 * How something fares after a part of its journey.
 *
 * <ul>
 *   <li>A delivery is left for a return alone: neither a late scan nor a late cancellation changes it, and of several deliveries the
 *       first is the one. The same goes for what has returned.
 *   <li>What was given up (cancelled, lost) and then moves was found, and goes on.
 *   <li>What is delivered after it was on its way back has returned.
 *   <li>UNKNOWN never hides what is known.
 * </ul>
 *
 * @param decisive the event that gives the status
 * @param returning whether it was on its way back at some time
 */
record Course(EventFacts decisive, ShipmentStatus status, boolean returning) {
    static Course begin(EventFacts first) {
        return new Course(first, first.status(), isReturn(first.status()));
    }

    Course after(EventFacts next) {
        var status = returning && next.status() == ShipmentStatus.DELIVERED ? ShipmentStatus.RETURNED : next.status();
        var back = returning || isReturn(status);
        return replaces(status) ? new Course(next, status, back) : new Course(decisive, this.status, back);
    }

    private boolean replaces(ShipmentStatus next) {
        if (status == ShipmentStatus.UNKNOWN) {
            return true;
        }
        if (next == ShipmentStatus.UNKNOWN) {
            return false;
        }
        return switch (status) {
            case DELIVERED -> isReturn(next);
            case RETURNED -> false;
            case CANCELLED, LOST -> next.terminal() || moves(next);
            default -> true;
        };
    }

    /** Somebody has the goods in hand. */
    private static boolean moves(ShipmentStatus status) {
        return switch (status) {
            case PICKED_UP, IN_TRANSIT, CUSTOMS, OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP, ATTEMPT_FAILED, RETURNING ->
                true;
            default -> false;
        };
    }

    private static boolean isReturn(ShipmentStatus status) {
        return status == ShipmentStatus.RETURNING || status == ShipmentStatus.RETURNED;
    }
}
