package io.gangway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import io.gangway.canonical.TrackingNumbers;
import io.gangway.kernel.Environment;
import io.gangway.partner.ConnectionId;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a shipment is when accounts and orders say different things. */
@PlatformTest
class ClaimTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Tenancies tenancies;
    private final Shipments shipments;
    private final Orders orders;
    private final SettableClock clock;
    private final String number = "CLAIM-" + UUID.randomUUID();
    private Tenant partner;
    private Tenant owner;
    private Tenant guesser;
    private String ownersAccount = "";

    ClaimTests(Tenancies tenancies, Shipments shipments, Orders orders, SettableClock clock) {
        this.tenancies = tenancies;
        this.shipments = shipments;
        this.orders = orders;
        this.clock = clock;
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

    @Test
    void anOrderIsNotAboutAParcelThatCameAfterItsOwnHadEnded() {
        var begin = clock.instant();
        order(owner);
        record(begin.plus(Duration.ofDays(1)), ShipmentStatus.DELIVERED);
        assertThat(claims()).containsExactly(owner.id().value() + " REFERENCE f");
        clock.advance(Duration.ofDays(140));
        order(guesser);
        record(begin.plus(Duration.ofDays(141)), ShipmentStatus.IN_TRANSIT);
        assertThat(claims())
                .containsExactly(
                        owner.id().value() + " REFERENCE f", guesser.id().value() + " REFERENCE f");
    }

    @Test
    void anOrderIsNotAboutAParcelThatHadEndedLongBefore() {
        record(clock.instant(), ShipmentStatus.DELIVERED);
        clock.advance(Duration.ofDays(140));
        assertThat(order(owner).claimedShipments()).isZero();
        assertThat(claim()).isEqualTo("nobody nothing f");
    }

    @Test
    void anOrderIsAboutBothLivesOfANumberThatAreToldAfterIt() {
        order(owner);
        record(THEN.minus(Duration.ofDays(700)), ShipmentStatus.DELIVERED);
        record(THEN, ShipmentStatus.IN_TRANSIT);
        assertThat(claims())
                .containsExactly(owner.id().value() + " REFERENCE f", owner.id().value() + " REFERENCE f");
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
    }

    private RegisteredOrder order(Tenant customer) {
        return orders.register(customer.id(), Environment.LIVE, "SO-1", List.of(number));
    }

    private void record(int hour, @Nullable String accountNumber) {
        record(THEN.plusSeconds(3600L * hour), ShipmentStatus.IN_TRANSIT, accountNumber);
    }

    private void record(Instant at, ShipmentStatus status) {
        record(at, status, null);
    }

    private void record(Instant at, ShipmentStatus status, @Nullable String accountNumber) {
        var event = new TrackingEvent(
                "carrier",
                number,
                accountNumber,
                List.of(),
                null,
                at,
                null,
                status,
                null,
                null,
                "CODE",
                null,
                null,
                List.of(),
                null,
                null,
                null);
        shipments.record(List.of(new MessageReading(
                partner.id(),
                Environment.LIVE,
                new ConnectionId(UUID.randomUUID()),
                UUID.randomUUID(),
                at,
                "correlation",
                UUID.randomUUID(),
                1,
                List.of(event))));
    }

    private String claim() {
        var claims = claims();
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    /** Of the number's shipments, the earliest first. */
    private List<String> claims() {
        return Servers.rows("""
                        SELECT coalesce(customer_id::text, 'nobody') || ' ' || coalesce(claimed_by, 'nothing') || ' '
                               || left(contested::text, 1)
                        FROM shipment WHERE number_key = '%s' ORDER BY first_event_at""".formatted(TrackingNumbers.key(number)));
    }
}
