package io.gangway.shipment;

import static io.gangway.canonical.ShipmentStatus.DELIVERED;
import static io.gangway.canonical.ShipmentStatus.INFO_RECEIVED;
import static io.gangway.canonical.ShipmentStatus.IN_TRANSIT;
import static io.gangway.canonical.ShipmentStatus.RETURNING;
import static io.gangway.shipment.NumberHistory.message;
import static io.gangway.shipment.ReportedEventsTests.permutations;
import static io.gangway.shipment.Said.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.ShipmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers that carriers use again. */
class LivesTests {
    private static final MessageReading MOVING = message(1, on(0, IN_TRANSIT));
    private static final MessageReading DONE = message(2, on(2, DELIVERED));
    private static final MessageReading LABEL = message(3, on(730, INFO_RECEIVED));
    private static final MessageReading MOVING_AGAIN = message(4, on(731, IN_TRANSIT));

    @Test
    void aNumberUsedAgainIsANewShipmentInAnyOrderOfReceipt() {
        for (var order : permutations(List.of(MOVING, DONE, LABEL, MOVING_AGAIN))) {
            assertThat(NumberHistory.of(order).seen())
                    .extracting(
                            seen -> seen.state().status(), seen -> seen.state().eventCount())
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(DELIVERED, 2),
                            org.assertj.core.api.Assertions.tuple(IN_TRANSIT, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ShipmentStatus.class,
            names = {"DELIVERED", "RETURNED", "CANCELLED", "LOST"})
    void everyEndOfAJourneyIsTheEndOfALife(ShipmentStatus end) {
        assertThat(NumberHistory.of(message(1, on(0, end)), message(2, on(121, IN_TRANSIT))).shipments)
                .hasSize(2);
    }

    @Test
    void silenceAloneEndsNothing() {
        assertThat(NumberHistory.of(MOVING, LABEL).shipments).hasSize(1);
    }

    @Test
    void lateEventsAfterTheEndBelongToIt() {
        assertThat(NumberHistory.of(
                                DONE,
                                message(5, on(100, RETURNING)),
                                message(6, on(200, DELIVERED).code("back")))
                        .state()
                        .status())
                .isEqualTo(ShipmentStatus.RETURNED);
    }

    @Test
    void aShipmentKeepsItsIdWhenLateMessagesPartItsNumbersLife() {
        var history = NumberHistory.of(LABEL);
        var id = history.shipment().id();
        history.take(MOVING_AGAIN);
        history.take(MOVING);
        assertThat(history.shipment().id()).isEqualTo(id);
        history.take(DONE);
        assertThat(history.shipments).hasSize(2);
        assertThat(history.timeline(id)).extracting(EventFacts::occurredAt).containsExactly(day(731), day(730));
    }

    @Test
    void twoLivesThatTurnOutToBeOneGoOnAsTheOlderShipment() {
        var history = NumberHistory.of(
                message(1, on(0, DELIVERED).id("e1")),
                message(2, on(400, INFO_RECEIVED).id("e2")));
        var ids = new ArrayList<>(history.shipments.keySet());
        history.take(message(3, on(401, DELIVERED).id("e1")));
        assertThat(history.shipment().id()).isEqualTo(ids.getFirst());
        assertThat(history.aliases).containsExactly(java.util.Map.entry(ids.getLast(), ids.getFirst()));
        assertThat(history.state().eventCount()).isEqualTo(2);
    }

    @Test
    void referencesAndEstimatesGoToTheLastLifeThatAReportSpeaksOf() {
        var estimate = Instant.parse("2028-03-09T00:00:00Z");
        var history = NumberHistory.of(
                message(1, on(0, DELIVERED).references("SO-1")),
                message(
                        2,
                        on(0, DELIVERED).references("SO-2").estimate(estimate, null),
                        on(730, IN_TRANSIT).references("SO-2").estimate(estimate, null)));
        assertThat(history.seen())
                .extracting(NumberHistory.Seen::references)
                .containsExactly(List.of("SO-1"), List.of("SO-2"));
        assertThat(history.seen())
                .extracting(seen -> seen.state().estimatedDeliveryAt())
                .containsExactly(null, estimate);
    }

    private static Said on(int day, ShipmentStatus status) {
        return Said.event(0, status).occurred(day(day));
    }
}
