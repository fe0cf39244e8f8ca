package io.gangway.shipment;

import io.gangway.kernel.Environment;
import java.util.Comparator;
import java.util.UUID;

/** What a sender knows a shipment by. */
record ShipmentKey(UUID partner, Environment environment, String carrier, String trackingNumber)
        implements Comparable<ShipmentKey> {
    private static final Comparator<ShipmentKey> ORDER = Comparator.comparing(ShipmentKey::partner)
            .thenComparing(ShipmentKey::environment)
            .thenComparing(ShipmentKey::carrier)
            .thenComparing(ShipmentKey::trackingNumber);

    static ShipmentKey of(Statement statement) {
        return new ShipmentKey(
                statement.partner().value(),
                statement.environment(),
                statement.event().carrier(),
                statement.event().trackingNumber());
    }

    @Override
    public int compareTo(ShipmentKey other) {
        return ORDER.compare(this, other);
    }
}
