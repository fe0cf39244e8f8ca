package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;

/**
 * How something fares after a part of its journey. A status that ended the journey is left only for another one of that
 * kind or for a return: a late scan after a delivery changes nothing. UNKNOWN never hides what is known. What is delivered
 * after it was on its way back has returned.
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
        return !status.terminal() || next.terminal() || next == ShipmentStatus.RETURNING;
    }

    private static boolean isReturn(ShipmentStatus status) {
        return status == ShipmentStatus.RETURNING || status == ShipmentStatus.RETURNED;
    }
}
