package io.gangway.shipment;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out whose a shipment is. An account number in its messages decides, also over a claim by reference that came
 * before; else an order that a customer with an account at the partner has registered, by order reference or tracking
 * number. If several customers answer to it, nobody gets it (it is contested); once claimed by reference it stays with
 * whom it is until an account number says otherwise.
 */
@Component
@CrossTenant("a partner's shipment becomes a customer's")
class Claims {
    /** Named resources share this many locks, so that a batch never needs more of them. */
    private static final int LOCKS = 512;

    /** The first half of the lock key; any number that nothing else in this database uses. */
    private static final int LOCK_SPACE = 0x6f726472;

    private static final String CANDIDATES = """
            WITH open AS (
                SELECT id, tenant_id, environment, tracking_number, account_number, customer_id FROM shipment
                WHERE id = ANY (?) AND (customer_id IS NULL OR claimed_by = 'REFERENCE')
            ), unclaimed AS (
                SELECT * FROM open WHERE customer_id IS NULL
            ), candidate AS (
                SELECT s.id, a.tenant_id AS customer_id, 1 AS rank, NULL::text AS reference
                FROM open s
                JOIN account a ON a.partner_id = s.tenant_id AND a.environment = s.environment
                              AND a.account_number = s.account_number
                UNION
                SELECT s.id, o.tenant_id, 2, o.reference
                FROM unclaimed s
                JOIN shipment_reference r ON r.tenant_id = s.tenant_id AND r.shipment_id = s.id
                JOIN customer_order o ON o.environment = s.environment AND o.reference = r.reference
                WHERE EXISTS (SELECT FROM account a WHERE a.tenant_id = o.tenant_id AND a.partner_id = s.tenant_id
                                                      AND a.environment = s.environment)
                UNION
                SELECT s.id, o.tenant_id, 2, o.reference
                FROM unclaimed s
                JOIN customer_order_tracking_number n ON n.tracking_number = s.tracking_number
                JOIN customer_order o ON o.tenant_id = n.tenant_id AND o.id = n.order_id
                                     AND o.environment = s.environment
                WHERE EXISTS (SELECT FROM account a WHERE a.tenant_id = o.tenant_id AND a.partner_id = s.tenant_id
                                                      AND a.environment = s.environment)
            ), best AS (
                SELECT c.* FROM candidate c WHERE c.rank = (SELECT min(rank) FROM candidate WHERE id = c.id)
            ), verdict AS (
                SELECT id, count(DISTINCT customer_id) AS customers, min(customer_id::text)::uuid AS customer_id,
                       min(rank) AS rank, min(reference) AS reference
                FROM best GROUP BY id
            )
            UPDATE shipment s
            SET customer_id = CASE WHEN v.customers = 1 THEN v.customer_id END,
                claimed_by = CASE WHEN v.customers = 1 THEN CASE v.rank WHEN 1 THEN 'ACCOUNT' ELSE 'REFERENCE' END END,
                contested = v.customers > 1,
                order_reference = CASE WHEN v.customers = 1 THEN v.reference END
            FROM verdict v
            -- Said again, since another transaction may have settled it in the meantime.
            WHERE v.id = s.id AND (s.customer_id IS NULL OR (s.claimed_by = 'REFERENCE' AND v.rank = 1))
            RETURNING s.id, s.customer_id
            """;

    private static final String NAME_AFTER_OWN_REFERENCES = """
            UPDATE shipment s SET order_reference = r.reference
            FROM (SELECT shipment_id, min(reference) AS reference FROM shipment_reference
                  WHERE shipment_id = ANY (?) GROUP BY shipment_id) r
            WHERE r.shipment_id = s.id AND s.order_reference IS NULL
            """;

    private final JdbcClient jdbc;

    Claims(CrossTenantDatabase database) {
        this.jdbc = database.jdbc();
    }

    /**
     * Held by whoever records events that carry these names, until the end of its transaction: an order is registered
     * either before it looks, or after it has committed, so that neither misses the other.
     */
    void lockShared(Collection<String> names) {
        lock("pg_advisory_xact_lock_shared", jdbc, names);
    }

    /** Held while an order with these names is registered; on the connection that registers it. */
    static void lockExclusive(JdbcClient jdbc, Collection<String> names) {
        lock("pg_advisory_xact_lock", jdbc, names);
    }

    private static void lock(String function, JdbcClient jdbc, Collection<String> names) {
        var numbers = names.stream()
                .map(name -> Math.floorMod(name.hashCode(), LOCKS))
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
        jdbc.sql("SELECT %s(%d, n) FROM unnest(?) WITH ORDINALITY AS t(n, place) ORDER BY place"
                        .formatted(function, LOCK_SPACE))
                .param(numbers)
                .query((row, number) -> true)
                .list();
    }

    /** Settles whose these shipments are, as far as that can be told. Returns how many found their customer. */
    int settle(Set<UUID> shipments) {
        var ids = shipments.toArray(UUID[]::new);
        var claimed = jdbc.sql(CANDIDATES)
                .param(ids)
                .query((row, number) -> row.getObject("customer_id", UUID.class) != null)
                .list();
        jdbc.sql(NAME_AFTER_OWN_REFERENCES).param(ids).update();
        return (int) claimed.stream().filter(found -> found).count();
    }

    /**
     * Unclaimed shipments that an order's names could be about, locked in the order in which the ledger locks them, so that
     * neither waits for the other crosswise.
     */
    Set<UUID> lockUnclaimed(
            TenantId customer, Environment environment, String reference, List<String> trackingNumbers) {
        return Set.copyOf(jdbc.sql("""
                        SELECT s.id FROM shipment s
                        JOIN account a ON a.partner_id = s.tenant_id AND a.environment = s.environment
                        WHERE a.tenant_id = ? AND s.environment = ? AND s.customer_id IS NULL
                          AND (s.tracking_number = ANY (?)
                               OR s.id IN (SELECT shipment_id FROM shipment_reference r
                                           WHERE r.tenant_id = a.partner_id AND r.reference = ?))
                        ORDER BY s.tenant_id, s.environment, s.carrier, s.tracking_number
                        LIMIT 1000
                        FOR UPDATE OF s""")
                .params(customer.value(), environment.name(), trackingNumbers.toArray(String[]::new), reference)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }
}
