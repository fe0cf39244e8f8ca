package io.gangway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import io.gangway.kernel.Environment;
import io.gangway.partner.ConnectionId;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a shipment is when accounts and orders say different things. */
@PlatformTest
class ClaimTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Tenancies tenancies;
    private final Shipments shipments;
    private final Orders orders;
    private final String number = "CLAIM-" + UUID.randomUUID();
    private Tenant partner;
    private Tenant owner;
    private Tenant guesser;
    private String ownersAccount = "";

    ClaimTests(Tenancies tenancies, Shipments shipments, Orders orders) {
        this.tenancies = tenancies;
        this.shipments = shipments;
        this.orders = orders;
    }

    @BeforeEach
    void twoCustomersOfOnePartner() {
        partner = tenancies.partner("Northwind");
        owner = tenancies.customer("Owner");
        guesser = tenancies.customer("Guesser");
        ownersAccount = tenancies.account(owner, partner);
        tenancies.account(guesser, partner);
    }

    @Test
    void anAccountNumberDecides() {
        record(1, ownersAccount);
        assertThat(claim()).isEqualTo(owner.id().value() + " ACCOUNT f");
    }

    @Test
    void anOrderDoesNotTakeWhatAnAccountNumberGave() {
        record(1, ownersAccount);
        assertThat(order(guesser).claimedShipments()).isZero();
        record(2, null);
        assertThat(claim()).isEqualTo(owner.id().value() + " ACCOUNT f");
    }

    @Test
    void anAccountNumberThatComesLaterOverrulesAGuessedReference() {
        order(guesser);
        record(1, null);
        assertThat(claim()).isEqualTo(guesser.id().value() + " REFERENCE f");
        record(2, ownersAccount);
        assertThat(claim()).isEqualTo(owner.id().value() + " ACCOUNT f");
    }

    @Test
    void anAccountNumberSettlesWhatTwoOrdersContested() {
        order(guesser);
        order(owner);
        record(1, null);
        assertThat(claim()).isEqualTo("nobody nothing t");
        record(2, ownersAccount);
        assertThat(claim()).isEqualTo(owner.id().value() + " ACCOUNT f");
    }

    @Test
    void theFirstOrderThatFindsItKeepsIt() {
        record(1, null);
        assertThat(order(owner).claimedShipments()).isEqualTo(1);
        assertThat(order(guesser).claimedShipments()).isZero();
        record(2, null);
        assertThat(claim()).isEqualTo(owner.id().value() + " REFERENCE f");
    }

    private RegisteredOrder order(Tenant customer) {
        return orders.register(customer.id(), Environment.LIVE, "SO-1", List.of(number));
    }

    private void record(int hour, @Nullable String accountNumber) {
        var event = new TrackingEvent(
                "carrier",
                number,
                accountNumber,
                List.of(),
                null,
                THEN.plusSeconds(3600L * hour),
                null,
                ShipmentStatus.IN_TRANSIT,
                null,
                null,
                "CODE",
                null,
                null,
                List.of(),
                null,
                null,
                null);
        shipments.record(List.of(new Statement(
                partner.id(),
                Environment.LIVE,
                new ConnectionId(UUID.randomUUID()),
                UUID.randomUUID(),
                "correlation",
                UUID.randomUUID(),
                1,
                event)));
    }

    private String claim() {
        return Servers.rows("""
                        SELECT coalesce(customer_id::text, 'nobody') || ' ' || coalesce(claimed_by, 'nothing') || ' '
                               || left(contested::text, 1)
                        FROM shipment WHERE tracking_number = '%s'""".formatted(number)).getFirst();
    }
}
