package io.gangway.shipment;

import io.gangway.canonical.Carriers;
import io.gangway.canonical.TrackingEvent;
import io.gangway.canonical.TrackingNumbers;
import io.gangway.kernel.Environment;
import java.util.Comparator;
import java.util.UUID;

/**
 * What one partner's senders know a shipment by.
 *
 * @param carrier a code of {@link Carriers}
 * @param number a key of {@link TrackingNumbers}
 */
record NumberKey(UUID partner, Environment environment, String carrier, String number)
        implements Comparable<NumberKey> {
    private static final Comparator<NumberKey> ORDER = Comparator.comparing(NumberKey::partner)
            .thenComparing(NumberKey::environment)
            .thenComparing(NumberKey::carrier)
            .thenComparing(NumberKey::number);

    static NumberKey of(MessageReading reading, TrackingEvent event) {
        return new NumberKey(
                reading.partner().value(),
                reading.environment(),
                Carriers.codeOf(event.carrier()),
                TrackingNumbers.key(event.trackingNumber()));
    }

    @Override
    public int compareTo(NumberKey other) {
        return ORDER.compare(this, other);
    }
}
