package io.gangway.shipment;

import io.gangway.canonical.TrackingNumbers;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads all that is known of a batch's numbers, and writes what has changed. */
@Component
@CrossTenant("a batch has messages of several partners")
class Ledger {
    /**
     * Everything that a batch needs is found by a key: row by row, as the statements say, and by an index. A plan that was
     * made while a table was small would go on reading the whole of it.
     */
    private static final String BY_KEY = "SELECT set_config('enable_seqscan', 'off', true)";

    private final JdbcClient jdbc;
    private final NumberTable numbers;
    private final EventTable events;
    private final ReportTable reports;
    private final ShipmentTable shipments;
    private final Identifiers identifiers;

    Ledger(
            CrossTenantDatabase database,
            NumberTable numbers,
            EventTable events,
            ReportTable reports,
            ShipmentTable shipments,
            Identifiers identifiers) {
        this.jdbc = database.jdbc();
        this.numbers = numbers;
        this.events = events;
        this.reports = reports;
        this.shipments = shipments;
        this.identifiers = identifiers;
    }

    /** The numbers that the messages are about, or were about when they were read before; locked. */
    Map<NumberKey, TrackedNumber> open(List<MessageReading> readings) {
        jdbc.sql(BY_KEY).query((row, number) -> row.getString(1)).single();
        var wanted = new TreeMap<NumberKey, String>();
        numbers.reportedBy(readings).forEach(key -> wanted.put(key, key.number()));
        for (var reading : readings) {
            for (var event : reading.events()) {
                var key = NumberKey.of(reading, event);
                wanted.merge(key, TrackingNumbers.shown(key.carrier(), event.trackingNumber()), TrackedNumber::better);
            }
        }
        var open = new HashMap<NumberKey, TrackedNumber>();
        if (wanted.isEmpty()) {
            return open;
        }
        var locked = numbers.lockOrCreate(wanted);
        locked.created().forEach(row -> open.put(row.key(), number(row, List.of(), List.of(), List.of())));
        if (!locked.known().isEmpty()) {
            load(locked.known(), open);
        }
        return open;
    }

    private void load(List<NumberTable.Row> rows, Map<NumberKey, TrackedNumber> open) {
        var shipmentsOf = shipments.ofNumbers(rows);
        var reportsOf = reports.ofNumbers(rows);
        var ids = new HashSet<UUID>();
        shipmentsOf.values().forEach(list -> list.forEach(shipment -> ids.add(shipment.id())));
        var eventsOf = events.ofShipments(ids);
        for (var row : rows) {
            var known = shipmentsOf.getOrDefault(row.id(), List.of());
            var stated = known.stream()
                    .flatMap(shipment -> eventsOf.getOrDefault(shipment.id(), List.of()).stream())
                    .toList();
            open.put(row.key(), number(row, known, stated, reportsOf.getOrDefault(row.id(), List.of())));
        }
    }

    private TrackedNumber number(
            NumberTable.Row row, List<Shipment> shipments, List<StatedEvent> stated, List<Report> reports) {
        return new TrackedNumber(
                row.id(), row.key(), row.trackingNumber(), shipments, stated, reports, identifiers::next);
    }

    /** Writes what follows. Returns the shipments that are new or have changed. */
    Set<UUID> close(Collection<TrackedNumber> open) {
        var changes = open.stream().map(TrackedNumber::conclude).toList();
        numbers.write(changes);
        events.write(changes);
        reports.write(changes);
        shipments.write(changes);
        var touched = new HashSet<UUID>();
        changes.forEach(change -> change.shipments()
                .forEach(written -> touched.add(written.after().id())));
        return touched;
    }

    List<ShipmentChange> partiesOf(Collection<UUID> touched) {
        return shipments.partiesOf(touched);
    }
}
