package io.gangway.shipment;

import io.gangway.canonical.TrackingEvent;
import io.gangway.canonical.TrackingNumbers;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.platform.Signals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The ledger. What senders say is recorded once and never changed; what follows from it, events, shipments and their state,
 * is concluded anew whenever something is added.
 */
@Service
@CrossTenant("a partner's message reports customers' shipments")
public class Shipments {
    private final CrossTenantDatabase database;
    private final Ledger ledger;
    private final Claims claims;
    private final Signals signals;

    Shipments(CrossTenantDatabase database, Ledger ledger, Claims claims, Signals signals) {
        this.database = database;
        this.ledger = ledger;
        this.claims = claims;
        this.signals = signals;
    }

    /**
     * Records what messages say in place of what earlier readings of them said, concludes the shipments that this touches
     * and finds out whose they are; joins the running transaction. Numbers are locked in one order, so that several nodes
     * can record at once.
     */
    public Map<UUID, Recorded> record(List<MessageReading> readings) {
        if (readings.isEmpty()) {
            return Map.of();
        }
        return database.write(() -> {
            claims.lockShared(namesOf(readings));
            var numbers = ledger.open(readings);
            var recorded = new HashMap<UUID, Recorded>();
            for (var reading : readings) {
                recorded.merge(reading.message(), take(reading, numbers), Recorded::and);
            }
            var touched = ledger.close(numbers.values());
            if (!touched.isEmpty()) {
                claims.settle(touched);
                announce(touched);
            }
            return Map.copyOf(recorded);
        });
    }

    private static Recorded take(MessageReading reading, Map<NumberKey, TrackedNumber> numbers) {
        var byNumber = new TreeMap<NumberKey, List<TrackingEvent>>();
        // Also numbers that an earlier reading of it was about, and this one is not.
        numbers.values().stream()
                .filter(number -> number.isReportedBy(reading))
                .forEach(number -> byNumber.put(number.key(), new ArrayList<>()));
        reading.events()
                .forEach(event -> byNumber.computeIfAbsent(NumberKey.of(reading, event), key -> new ArrayList<>())
                        .add(event));
        var recorded = new Recorded(0, 0);
        for (var entry : byNumber.entrySet()) {
            var number = Objects.requireNonNull(numbers.get(entry.getKey()));
            recorded = recorded.and(number.take(reading, entry.getValue()));
        }
        return recorded;
    }

    /** Reports to open pages which shipments changed; {@link ShipmentChange} reads it. */
    private void announce(Set<UUID> touched) {
        for (var payload : ShipmentChange.payloads(ledger.partiesOf(touched))) {
            signals.send(Signals.Channel.SHIPMENT, payload);
        }
    }

    /** Everything by which an order could name one of these shipments. */
    private static Set<String> namesOf(List<MessageReading> readings) {
        var names = new HashSet<String>();
        for (var reading : readings) {
            for (var event : reading.events()) {
                names.add(TrackingNumbers.key(event.trackingNumber()));
                names.addAll(event.references());
            }
        }
        return names;
    }

    /**
     * What became of a message's events.
     *
     * @param fresh events of which something was said that was not known
     * @param refused events that were not recorded, since too much is known of their number already
     */
    public record Recorded(int fresh, int refused) {
        Recorded and(Recorded other) {
            return new Recorded(fresh + other.fresh, refused + other.refused);
        }
    }
}
