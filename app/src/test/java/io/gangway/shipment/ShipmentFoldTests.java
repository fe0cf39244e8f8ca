package io.gangway.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gangway.canonical.Place;
import io.gangway.canonical.ShipmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ShipmentFoldTests {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** Each repetition is another set of events; its number is the seed, so that a failure can be run again. */
    @RepeatedTest(200)
    void anyOrderAndAnyRepetitionGiveTheSameState(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var events = events(random, 1 + random.nextInt(12));
        var expected = ShipmentFold.fold(events);
        for (int i = 0; i < 30; i++) {
            var arrived = new ArrayList<>(events);
            for (int again = random.nextInt(6); again > 0; again--) {
                arrived.add(events.get(random.nextInt(events.size())));
            }
            Collections.shuffle(arrived, random);
            assertThat(ShipmentFold.fold(arrived)).isEqualTo(expected);
        }
    }

    @Test
    void theLastEventByTheSendersClockDecides() {
        var state = fold(event(2, ShipmentStatus.OUT_FOR_DELIVERY), event(1, ShipmentStatus.IN_TRANSIT));
        assertThat(state.status()).isEqualTo(ShipmentStatus.OUT_FOR_DELIVERY);
        assertThat(state.lastEventAt()).isEqualTo(at(2));
        assertThat(state.firstEventAt()).isEqualTo(at(1));
    }

    @Test
    void aLateScanAfterADeliveryChangesNothing() {
        var state = fold(event(1, ShipmentStatus.DELIVERED), event(2, ShipmentStatus.IN_TRANSIT));
        assertThat(state.status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(state.deliveredAt()).isEqualTo(at(1));
    }

    @Test
    void aReturnLeavesADeliveryBehind() {
        assertThat(fold(event(1, ShipmentStatus.DELIVERED), event(2, ShipmentStatus.RETURNING)))
                .satisfies(state -> assertThat(state.status()).isEqualTo(ShipmentStatus.RETURNING))
                .satisfies(state -> assertThat(state.deliveredAt()).isNull());
    }

    @Test
    void anUnknownCodeNeverHidesWhatIsKnown() {
        assertThat(fold(event(1, ShipmentStatus.IN_TRANSIT), event(2, ShipmentStatus.UNKNOWN))
                        .status())
                .isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(fold(event(1, ShipmentStatus.UNKNOWN)).status()).isEqualTo(ShipmentStatus.UNKNOWN);
    }

    @Test
    void aLaterReadingOfTheSameOccurrenceReplacesTheEarlierOne() {
        var unknown = event("scan", 1, 1, ShipmentStatus.UNKNOWN, List.of());
        var understood = event("scan", 2, 1, ShipmentStatus.CUSTOMS, List.of());
        assertThat(fold(understood, unknown).status()).isEqualTo(ShipmentStatus.CUSTOMS);
        assertThat(fold(understood, unknown).eventCount()).isEqualTo(1);
    }

    @Test
    void aShipmentIsAsFarAsItsSlowestPackage() {
        var state = fold(
                event("a", 1, 1, ShipmentStatus.DELIVERED, List.of("P1")),
                event("b", 1, 2, ShipmentStatus.IN_TRANSIT, List.of("P2")));
        assertThat(state.status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(state.deliveredAt()).isNull();
        assertThat(state.packages())
                .extracting(ShipmentState.PackageState::number, ShipmentState.PackageState::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("P1", ShipmentStatus.DELIVERED),
                        org.assertj.core.groups.Tuple.tuple("P2", ShipmentStatus.IN_TRANSIT));
    }

    @Test
    void nothingIsNoShipment() {
        assertThatThrownBy(() -> ShipmentFold.fold(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A shipment without events has no state.");
    }

    private static ShipmentState fold(RecordedEvent... events) {
        return ShipmentFold.fold(List.of(events));
    }

    /** Some share an occurrence, an instant or a package, since there the order is easily lost. */
    private static List<RecordedEvent> events(Random random, int count) {
        var events = new ArrayList<RecordedEvent>();
        var statuses = ShipmentStatus.values();
        for (int i = 0; i < count; i++) {
            var packages = random.nextInt(3) == 0 ? List.of("P" + random.nextInt(3)) : List.<String>of();
            events.add(new RecordedEvent(
                    "occurrence-" + random.nextInt(count),
                    "content-" + i,
                    1 + random.nextInt(3),
                    at(random.nextInt(4)),
                    statuses[random.nextInt(statuses.length)],
                    null,
                    null,
                    "CODE" + i,
                    null,
                    random.nextBoolean() ? new Place("City " + i, null, null, "DE") : null,
                    packages,
                    random.nextBoolean() ? "Service " + i : null,
                    random.nextBoolean() ? at(100 + random.nextInt(5)) : null));
        }
        return events;
    }

    private static RecordedEvent event(int hour, ShipmentStatus status) {
        return event("at-" + hour, 1, hour, status, List.of());
    }

    private static RecordedEvent event(
            String occurrence, int revision, int hour, ShipmentStatus status, List<String> packages) {
        return new RecordedEvent(
                occurrence,
                occurrence + status,
                revision,
                at(hour),
                status,
                null,
                null,
                status.name().toLowerCase(java.util.Locale.ROOT),
                null,
                null,
                packages,
                null,
                null);
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
