package io.gangway.shipment;

import io.gangway.canonical.TrackingNumbers;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.platform.Signals;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What customers say is theirs: orders, with the tracking numbers that they know. */
@Service
public class Orders {
    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final Claims claims;
    private final NumberTable numbers;
    private final ShipmentTable shipments;
    private final Signals signals;
    private final Identifiers identifiers;
    private final Clock clock;

    Orders(
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            Claims claims,
            NumberTable numbers,
            ShipmentTable shipments,
            Signals signals,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.claims = claims;
        this.numbers = numbers;
        this.shipments = shipments;
        this.signals = signals;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Registers an order, or replaces its tracking numbers, and claims the shipments it names. The same call again
     * changes nothing. Shipments already claimed stay with whom they are.
     *
     * @param trackingNumbers however written; of several ways to write one number the first is kept
     */
    public RegisteredOrder register(
            TenantId customer, Environment environment, String written, List<String> trackingNumbers) {
        var reference = written.strip();
        var numbers = new TreeMap<String, String>();
        trackingNumbers.forEach(number -> numbers.putIfAbsent(TrackingNumbers.key(number), number.strip()));
        var created = database.write(customer, () -> {
            var names = new ArrayList<>(numbers.keySet());
            names.add(reference);
            Claims.lockExclusive(database.jdbc(), names);
            return store(customer, environment, reference, numbers);
        });
        return new RegisteredOrder(
                reference,
                List.copyOf(numbers.values()),
                created,
                claim(customer, environment, reference, numbers.keySet()));
    }

    /** @param numbers as written, by key */
    private boolean store(
            TenantId customer, Environment environment, String reference, SortedMap<String, String> numbers) {
        record Row(UUID id, boolean created) {}
        var now = Timestamp.from(clock.instant());
        var row = database.jdbc()
                .sql("""
                        INSERT INTO customer_order (tenant_id, id, environment, reference, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT ON CONSTRAINT customer_order_reference_unique
                            DO UPDATE SET updated_at = excluded.updated_at
                        RETURNING id, xmax = 0 AS created""")
                .params(customer.value(), identifiers.next(), environment.name(), reference, now, now)
                .query((result, number) -> new Row(result.getObject(1, UUID.class), result.getBoolean(2)))
                .single();
        database.jdbc()
                .sql("""
                        DELETE FROM customer_order_tracking_number
                        WHERE tenant_id = ? AND order_id = ? AND number_key <> ALL (?)""")
                .params(customer.value(), row.id(), numbers.keySet().toArray(String[]::new))
                .update();
        database.jdbc()
                .sql("""
                        INSERT INTO customer_order_tracking_number (tenant_id, order_id, number_key, tracking_number)
                        SELECT ?, ?, n.key, n.written FROM unnest(?, ?) AS n (key, written)
                        ON CONFLICT ON CONSTRAINT customer_order_tracking_number_pk DO NOTHING""")
                .params(
                        customer.value(),
                        row.id(),
                        numbers.keySet().toArray(String[]::new),
                        numbers.values().toArray(String[]::new))
                .update();
        return row.created();
    }

    @CrossTenant("the unclaimed shipment is still its partner's alone")
    private int claim(TenantId customer, Environment environment, String reference, Collection<String> numbers) {
        return everyTenant.write(() -> {
            var found = shipments.unclaimed(this.numbers.lockUnclaimed(customer, environment, reference, numbers));
            if (found.isEmpty()) {
                return 0;
            }
            var claimed = claims.settle(found);
            ShipmentChange.payloads(shipments.partiesOf(found))
                    .forEach(payload -> signals.send(Signals.Channel.SHIPMENT, payload));
            return claimed;
        });
    }
}
