package io.gangway.shipment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Carriers use their numbers again. What is said of a number after its parcel's journey has ended, and after a long silence,
 * is about another parcel; see {@code docs/decisions/0023-shipments-and-their-numbers.md}.
 */
final class Lives {
    /** Carriers keep a number back for at least this long after the delivery, and nobody scans that late. */
    static final Duration SILENCE = Duration.ofDays(120);

    private Lives() {}

    /** @param journey events of one number, in order */
    static List<List<ShipmentEvent>> split(List<ShipmentEvent> journey) {
        var lives = new ArrayList<List<ShipmentEvent>>();
        var life = new ArrayList<ShipmentEvent>();
        for (var event : journey) {
            if (!life.isEmpty()
                    && silent(life.getLast().facts().occurredAt(), event.facts().occurredAt())
                    && ShipmentFold.fold(life, null).status().terminal()) {
                lives.add(life);
                life = new ArrayList<>();
            }
            life.add(event);
        }
        if (!life.isEmpty()) {
            lives.add(life);
        }
        return lives;
    }

    private static boolean silent(Instant last, Instant next) {
        return Duration.between(last, next).compareTo(SILENCE) > 0;
    }
}
