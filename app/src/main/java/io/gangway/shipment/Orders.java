package io.gangway.shipment;

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
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What customers say is theirs: orders, with the tracking numbers they know. */
@Service
public class Orders {
    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final Claims claims;
    private final LedgerTables tables;
    private final Signals signals;
    private final Identifiers identifiers;
    private final Clock clock;

    Orders(
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            Claims claims,
            LedgerTables tables,
            Signals signals,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.claims = claims;
        this.tables = tables;
        this.signals = signals;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Registers an order, or replaces its tracking numbers, and claims the shipments it names. The same call again
     * changes nothing. Shipments already claimed stay with whom they are.
     */
    public RegisteredOrder register(
            TenantId customer, Environment environment, String reference, List<String> trackingNumbers) {
        var numbers = trackingNumbers.stream().distinct().sorted().toList();
        var created = database.write(customer, () -> {
            var names = new ArrayList<>(numbers);
            names.add(reference);
            Claims.lockExclusive(database.jdbc(), names);
            return store(customer, environment, reference, numbers);
        });
        return new RegisteredOrder(reference, numbers, created, claim(customer, environment, reference, numbers));
    }

    private boolean store(TenantId customer, Environment environment, String reference, List<String> numbers) {
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
                        WHERE tenant_id = ? AND order_id = ? AND tracking_number <> ALL (?)""")
                .params(customer.value(), row.id(), numbers.toArray(String[]::new))
                .update();
        database.jdbc()
                .sql("""
                        INSERT INTO customer_order_tracking_number (tenant_id, order_id, tracking_number)
                        SELECT ?, ?, n FROM unnest(?) AS n ON CONFLICT DO NOTHING""")
                .params(customer.value(), row.id(), numbers.toArray(String[]::new))
                .update();
        return row.created();
    }

    @CrossTenant("the unclaimed shipment is still its partner's alone")
    private int claim(TenantId customer, Environment environment, String reference, List<String> numbers) {
        return everyTenant.write(() -> {
            var shipments = claims.lockUnclaimed(customer, environment, reference, numbers);
            if (shipments.isEmpty()) {
                return 0;
            }
            var claimed = claims.settle(shipments);
            ShipmentChange.payloads(tables.partiesOf(shipments))
                    .forEach(payload -> signals.send(Signals.Channel.SHIPMENT, payload));
            return claimed;
        });
    }
}
