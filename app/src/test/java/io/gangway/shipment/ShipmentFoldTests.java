package io.gangway.shipment;

import static io.gangway.shipment.NumberHistory.message;
import static io.gangway.shipment.Said.at;
import static io.gangway.shipment.Said.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gangway.canonical.ShipmentStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShipmentFoldTests {
    /**
     * Each repetition is another set of messages; its number is the seed, so that a failure can be run again. Late details,
     * corrected times, revised estimates, packages, numbers used again and new readings of old messages are all among them.
     */
    @RepeatedTest(300)
    void anyOrderAndAnyRepetitionGiveTheSameState(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var readings = RandomReadings.of(random, 1 + random.nextInt(10));
        var expected = NumberHistory.of(readings).seen();
        for (int i = 0; i < 20; i++) {
            var arrived = new ArrayList<>(readings);
            for (int again = random.nextInt(4); again > 0; again--) {
                arrived.add(readings.get(random.nextInt(readings.size())));
            }
            Collections.shuffle(arrived, random);
            assertThat(NumberHistory.of(RandomReadings.newReadingsAfterOldOnes(arrived))
                            .seen())
                    .isEqualTo(expected);
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

    @ParameterizedTest
    @EnumSource(
            value = ShipmentStatus.class,
            names = {"CANCELLED", "LOST", "DELIVERED", "ATTEMPT_FAILED", "EXCEPTION"})
    void aDeliveryIsLeftForAReturnAlone(ShipmentStatus later) {
        var state = fold(event(1, ShipmentStatus.DELIVERED), event(2, later).code("later"));
        assertThat(state.status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(state.deliveredAt()).isEqualTo(at(1));
        assertThat(state.lastEventAt()).isEqualTo(at(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = ShipmentStatus.class,
            names = {"CANCELLED", "LOST"})
    void whatWasGivenUpAndMovesAgainGoesOn(ShipmentStatus givenUp) {
        assertThat(fold(event(1, givenUp), event(2, ShipmentStatus.INFO_RECEIVED))
                        .status())
                .isEqualTo(givenUp);
        assertThat(fold(event(1, givenUp), event(2, ShipmentStatus.IN_TRANSIT)).status())
                .isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(fold(event(1, givenUp), event(2, ShipmentStatus.DELIVERED)).status())
                .isEqualTo(ShipmentStatus.DELIVERED);
    }

    @Test
    void ofOneInstantWhatWentWrongComesAfterWhatItHappenedTo() {
        assertThat(fold(event(1, ShipmentStatus.ATTEMPT_FAILED), event(1, ShipmentStatus.OUT_FOR_DELIVERY))
                        .status())
                .isEqualTo(ShipmentStatus.ATTEMPT_FAILED);
        assertThat(fold(event(1, ShipmentStatus.EXCEPTION), event(1, ShipmentStatus.IN_TRANSIT))
                        .status())
                .isEqualTo(ShipmentStatus.EXCEPTION);
        assertThat(fold(event(1, ShipmentStatus.DELIVERED), event(1, ShipmentStatus.OUT_FOR_DELIVERY))
                        .status())
                .isEqualTo(ShipmentStatus.DELIVERED);
    }

    @Test
    void aPackageOfWhichNothingIsUnderstoodDoesNotHideTheShipment() {
        var state = fold(
                event(1, ShipmentStatus.UNKNOWN).packages("P1"),
                event(2, ShipmentStatus.IN_TRANSIT).packages("P2"));
        assertThat(state.status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
    }

    @Test
    void aPackageIsOneHoweverItsNumberIsWritten() {
        var state = fold(
                event(1, ShipmentStatus.IN_TRANSIT).packages("JD-01"),
                event(2, ShipmentStatus.OUT_FOR_DELIVERY).packages("jd 01"),
                event(3, ShipmentStatus.DELIVERED).packages("JD01"));
        assertThat(state.packages())
                .extracting(ShipmentState.PackageState::number, ShipmentState.PackageState::status)
                .containsExactly(tuple("JD01", ShipmentStatus.DELIVERED));
    }

    @Test
    void aReturnLeavesADeliveryBehind() {
        assertThat(fold(event(1, ShipmentStatus.DELIVERED), event(2, ShipmentStatus.RETURNING)))
                .satisfies(state -> assertThat(state.status()).isEqualTo(ShipmentStatus.RETURNING))
                .satisfies(state -> assertThat(state.deliveredAt()).isNull());
    }

    @ParameterizedTest
    @EnumSource(
            value = ShipmentStatus.class,
            names = {"RETURNING", "RETURNED"})
    void whatIsDeliveredAfterItWasOnItsWayBackHasReturned(ShipmentStatus back) {
        var state = fold(
                event(1, ShipmentStatus.EXCEPTION),
                event(2, back),
                event(3, ShipmentStatus.OUT_FOR_DELIVERY),
                event(4, ShipmentStatus.DELIVERED),
                event(5, ShipmentStatus.DELIVERED).code("again"));
        assertThat(state.status()).isEqualTo(ShipmentStatus.RETURNED);
        assertThat(state.deliveredAt()).isNull();
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
        var unknown = message(1, 1, event(1, ShipmentStatus.UNKNOWN).code("scan"));
        var understood = message(1, 2, event(1, ShipmentStatus.CUSTOMS).code("scan"));
        assertThat(NumberHistory.of(unknown, understood).state().status()).isEqualTo(ShipmentStatus.CUSTOMS);
        assertThat(NumberHistory.of(unknown, understood).state().eventCount()).isEqualTo(1);
    }

    @Test
    void aShipmentIsAsFarAsItsSlowestPackage() {
        var state = fold(
                event(1, ShipmentStatus.DELIVERED).packages("P1"),
                event(2, ShipmentStatus.IN_TRANSIT).packages("P2"));
        assertThat(state.status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(state.deliveredAt()).isNull();
        assertThat(state.packages())
                .extracting(ShipmentState.PackageState::number, ShipmentState.PackageState::status)
                .containsExactly(tuple("P1", ShipmentStatus.DELIVERED), tuple("P2", ShipmentStatus.IN_TRANSIT));
    }

    @Test
    void aShipmentIsDeliveredWhenTheLastOfItsPackagesIs() {
        var state = fold(
                event(0, ShipmentStatus.IN_TRANSIT),
                event(30, ShipmentStatus.DELIVERED).packages("P1"),
                event(20, ShipmentStatus.DELIVERED).packages("P2"));
        assertThat(state.status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(state.deliveredAt()).isEqualTo(at(30));
    }

    @Test
    void nothingIsNoShipment() {
        assertThatThrownBy(() -> ShipmentFold.fold(List.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A shipment without events has no state.");
    }

    private static ShipmentState fold(Said... events) {
        return NumberHistory.of(message(1, events)).state();
    }
}
