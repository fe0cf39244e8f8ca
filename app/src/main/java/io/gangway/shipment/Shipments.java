package io.gangway.shipment;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.platform.Signals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The ledger. Events are recorded once and never changed; a shipment's row is the fold of its events, written anew
 * whenever one is added.
 */
@Service
@CrossTenant("a partner's message tells of customers' shipments")
public class Shipments {
    private final CrossTenantDatabase database;
    private final LedgerTables tables;
    private final Claims claims;
    private final Signals signals;

    Shipments(CrossTenantDatabase database, LedgerTables tables, Claims claims, Signals signals) {
        this.database = database;
        this.tables = tables;
        this.claims = claims;
        this.signals = signals;
    }

    /**
     * Records what messages stated, folds the shipments it touches and finds out whose they are; joins the running
     * transaction. Returns for each message how many of its events are new. Shipments are locked in one order, so that
     * several nodes can record at once.
     */
    public Map<UUID, Integer> record(List<Statement> statements) {
        if (statements.isEmpty()) {
            return Map.of();
        }
        return database.write(() -> {
            claims.lockShared(namesOf(statements));
            var shipments = tables.lockOrCreate(keysOf(statements));
            var fresh = tables.insertNew(statements, shipments);
            tables.insertReferences(statements, shipments);
            var touched = new LinkedHashSet<UUID>();
            var newByMessage = new HashMap<UUID, Integer>();
            for (var statement : fresh) {
                touched.add(shipments.get(ShipmentKey.of(statement)));
                newByMessage.merge(statement.message(), 1, Integer::sum);
            }
            if (!touched.isEmpty()) {
                refold(touched);
            }
            return Map.copyOf(newByMessage);
        });
    }

    private void refold(Set<UUID> touched) {
        var states = new TreeMap<UUID, ShipmentState>();
        tables.eventsOf(touched).forEach((shipment, events) -> states.put(shipment, ShipmentFold.fold(events)));
        tables.write(states);
        claims.settle(touched);
        announce(touched);
    }

    /** Tells open pages which shipments changed; {@link ShipmentChange} reads it. */
    private void announce(Set<UUID> touched) {
        for (var payload : ShipmentChange.payloads(tables.partiesOf(touched))) {
            signals.send(Signals.Channel.SHIPMENT, payload);
        }
    }

    private static Set<ShipmentKey> keysOf(List<Statement> statements) {
        var keys = new TreeSet<ShipmentKey>();
        statements.forEach(statement -> keys.add(ShipmentKey.of(statement)));
        return keys;
    }

    /** Everything by which an order could name one of these shipments. */
    private static List<String> namesOf(List<Statement> statements) {
        var names = new ArrayList<String>();
        for (var statement : statements) {
            names.add(statement.event().trackingNumber());
            names.addAll(statement.event().references());
        }
        return names;
    }
}
