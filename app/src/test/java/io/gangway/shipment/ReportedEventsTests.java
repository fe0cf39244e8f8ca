package io.gangway.shipment;

import static io.gangway.canonical.ShipmentStatus.CUSTOMS;
import static io.gangway.canonical.ShipmentStatus.DELIVERED;
import static io.gangway.canonical.ShipmentStatus.EXCEPTION;
import static io.gangway.canonical.ShipmentStatus.INFO_RECEIVED;
import static io.gangway.canonical.ShipmentStatus.IN_TRANSIT;
import static io.gangway.canonical.ShipmentStatus.PICKED_UP;
import static io.gangway.canonical.ShipmentStatus.UNKNOWN;
import static io.gangway.shipment.NumberHistory.OTHER_CONNECTION;
import static io.gangway.shipment.NumberHistory.message;
import static io.gangway.shipment.Said.at;
import static io.gangway.shipment.Said.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an event is, and which report of it holds. */
class ReportedEventsTests {
    @Test
    void detailThatArrivesLaterCompletesAnEvent() {
        var history = NumberHistory.of(
                message(1, event(1, INFO_RECEIVED)),
                message(
                        2,
                        event(1, INFO_RECEIVED).city("Leeds").text("Received").service("Express")));
        assertThat(history.timeline()).singleElement().satisfies(event -> {
            assertThat(event.place()).isEqualTo(new Place("Leeds", null, null, null));
            assertThat(event.rawText()).isEqualTo("Received");
            assertThat(event.service()).isEqualTo("Express");
        });
        assertThat(history.state().eventCount()).isEqualTo(1);
        assertThat(history.state().place()).isEqualTo(new Place("Leeds", null, null, null));
    }

    @Test
    void whatTheLastReportLeavesOutIsCompletedFromEarlierOnes() {
        var history = NumberHistory.of(
                message(1, event(1, EXCEPTION).reason(Reason.REFUSED).place(new Place("Leeds", null, null, null))),
                message(2, event(1, EXCEPTION).place(new Place(null, "Yorkshire", null, "GB"))),
                message(
                        3,
                        event(1, EXCEPTION)
                                .place(new Place("Leeds", null, "LS1", null))
                                .text("Refused")),
                message(4, event(1, EXCEPTION)));
        assertThat(history.timeline()).singleElement().satisfies(event -> {
            assertThat(event.place()).isEqualTo(new Place("Leeds", "Yorkshire", "LS1", "GB"));
            assertThat(event.rawText()).isEqualTo("Refused");
            assertThat(event.reason()).isEqualTo(Reason.REFUSED);
        });
    }

    @Test
    void onePlaceDoesNotCompleteAnother() {
        var history = NumberHistory.of(
                message(1, event(1, IN_TRANSIT).place(new Place("York", null, "YO1", "GB"))),
                message(2, event(1, IN_TRANSIT).place(new Place("Leeds", null, null, null))));
        assertThat(history.state().place()).isEqualTo(new Place("Leeds", null, null, null));
    }

    @Test
    void theReportThatTheSenderMadeLastHoldsWhateverArrivesLast() {
        var newer = message(1, event(1, IN_TRANSIT).text("Zurich").reported(at(9)));
        var older = message(2, event(1, IN_TRANSIT).text("Aarau").reported(at(8)));
        assertThat(NumberHistory.of(newer, older).state().rawText()).isEqualTo("Zurich");
        assertThat(NumberHistory.of(older, newer).state().rawText()).isEqualTo("Zurich");
    }

    @Test
    void timeOfReceiptDecidesBetweenReportsMadeAtOneTime() {
        var first = message(1, event(1, IN_TRANSIT).text("zzz").reported(at(9)));
        var second = message(2, event(1, IN_TRANSIT).text("aaa").reported(at(9)));
        assertThat(NumberHistory.of(first, second).state().rawText()).isEqualTo("aaa");
        assertThat(NumberHistory.of(second, first).state().rawText()).isEqualTo("aaa");
    }

    @Test
    void whatIsReportedAgainHoldsAgain() {
        var one = message(1, event(1, IN_TRANSIT).text("A"));
        var two = message(2, event(1, IN_TRANSIT).text("B"));
        var again = message(3, event(1, IN_TRANSIT).text("A"));
        for (var order : permutations(List.of(one, two, again))) {
            var history = NumberHistory.of(order);
            assertThat(history.state().rawText()).isEqualTo("A");
            assertThat(history.timeline()).hasSize(1);
            assertThat(history.stated).hasSize(2);
        }
    }

    @Test
    void aTimeThatTheSenderCorrectsMovesTheEvent() {
        var history = NumberHistory.of(
                message(1, event(1, PICKED_UP).id("e1"), event(2, IN_TRANSIT).id("e2")),
                message(2, event(3, PICKED_UP).id("e1")));
        assertThat(history.timeline()).extracting(EventFacts::occurredAt).containsExactly(at(3), at(2));
        assertThat(history.state().firstEventAt()).isEqualTo(at(2));
    }

    @Test
    void aCodeThatTheSenderCorrectsReplacesTheStatusEvenIfItIsNotKnown() {
        var history = NumberHistory.of(
                message(1, event(1, PICKED_UP).id("e0"), event(2, DELIVERED).id("e1")),
                message(2, event(2, UNKNOWN).id("e1").code("X9")));
        assertThat(history.timeline()).extracting(EventFacts::status).containsExactly(UNKNOWN, PICKED_UP);
        assertThat(history.state().status()).isEqualTo(PICKED_UP);
    }

    @Test
    void sendersNameTheirEventsIndependentlyOfOneAnother() {
        var history = NumberHistory.of(
                message(1, event(1, PICKED_UP).id("1")),
                message(OTHER_CONNECTION, 2, 1, event(2, IN_TRANSIT).id("1")));
        assertThat(history.timeline()).hasSize(2);
    }

    @Test
    void aNewReadingOfAMessageReplacesTheEarlierOne() {
        var history = NumberHistory.of(
                message(1, 1, event(1, IN_TRANSIT), event(2, UNKNOWN).code("zone-was-wrong")),
                message(1, 2, event(1, IN_TRANSIT), event(8, UNKNOWN).code("zone-was-wrong")));
        assertThat(history.timeline()).extracting(EventFacts::occurredAt).containsExactly(at(8), at(1));
        history.take(message(1, 3));
        assertThat(history.shipments).isEmpty();
    }

    @Test
    void anOlderReadingThatComesLateChangesNothing() {
        var history = NumberHistory.of(
                message(1, 2, event(1, CUSTOMS).code("7")),
                message(1, 1, event(1, UNKNOWN).code("7")));
        assertThat(history.state().status()).isEqualTo(CUSTOMS);
    }

    @Test
    void theNewestReadingOfACodeHoldsThoughOnlyAnEarlierReportWasReadAgain() {
        for (var before : List.of(UNKNOWN, IN_TRANSIT)) {
            var history = NumberHistory.of(
                    message(1, 1, event(1, before).code("7")),
                    message(2, 1, event(1, before).code("7").text("Told again")),
                    message(1, 2, event(1, CUSTOMS).code("7").reason(Reason.CUSTOMS_DOCUMENTS)));
            assertThat(history.timeline()).singleElement().satisfies(event -> {
                assertThat(event.status()).isEqualTo(CUSTOMS);
                assertThat(event.reason()).isEqualTo(Reason.CUSTOMS_DOCUMENTS);
                assertThat(event.rawText()).isEqualTo("Told again");
            });
        }
    }

    @Test
    void aConnectionThatDoesNotKnowACodeDoesNotHideAnothersReading() {
        var history = NumberHistory.of(
                message(1, event(1, CUSTOMS).code("7")),
                message(OTHER_CONNECTION, 2, 9, event(1, UNKNOWN).code("7")));
        assertThat(history.timeline())
                .singleElement()
                .satisfies(event -> assertThat(event.status()).isEqualTo(CUSTOMS));
    }

    @Test
    void oneScanOfTwoPackagesAtOneTimeIsTwoEvents() {
        var history = NumberHistory.of(message(
                1, event(1, IN_TRANSIT).packages("P1"), event(1, IN_TRANSIT).packages("P2")));
        assertThat(history.timeline())
                .extracting(EventFacts::packageNumbers)
                .containsExactlyInAnyOrder(List.of("P1"), List.of("P2"));
    }

    @Test
    void packagesThatAreNamedLaterCompleteAnEvent() {
        var none = message(1, event(1, IN_TRANSIT).city("Leeds"));
        var some = message(2, event(1, IN_TRANSIT).packages("P1"));
        var more = message(3, event(1, IN_TRANSIT).packages("P2", "P1"));
        for (var order : permutations(List.of(none, some, more))) {
            assertThat(NumberHistory.of(order).timeline()).singleElement().satisfies(event -> {
                assertThat(event.packageNumbers()).containsExactly("P1", "P2");
                assertThat(event.place()).isEqualTo(new Place("Leeds", null, null, null));
            });
        }
    }

    @Test
    void whatNamesNoPackageCompletesTheEventsOfEachPackage() {
        var each = message(
                1, event(1, IN_TRANSIT).packages("P1"), event(1, IN_TRANSIT).packages("P2"));
        var all = message(2, event(1, IN_TRANSIT).text("Arrived"));
        for (var order : permutations(List.of(each, all))) {
            assertThat(NumberHistory.of(order).timeline())
                    .hasSize(2)
                    .allSatisfy(event -> assertThat(event.rawText()).isEqualTo("Arrived"));
        }
    }

    @Test
    void eventsKeepTheirIdsWhenTheyAreCompleted() {
        var history = NumberHistory.of(message(1, event(1, IN_TRANSIT)));
        var before = ids(history);
        history.take(message(2, event(1, IN_TRANSIT).city("Leeds")));
        assertThat(ids(history)).isEqualTo(before);
    }

    private static List<java.util.UUID> ids(NumberHistory history) {
        return ReportedEvents.merge(List.copyOf(history.stated.values())).stream()
                .map(ShipmentEvent::id)
                .toList();
    }

    @Test
    void theEstimateThatWasReportedLastHolds() {
        var later = at(100);
        var first = message(1, event(1, IN_TRANSIT).estimate(later, null).reported(at(5)));
        var revised = message(2, event(1, IN_TRANSIT).estimate(at(60), null).reported(at(5)));
        var silent = message(3, event(1, IN_TRANSIT).reported(at(6)));
        for (var order : permutations(List.of(first, revised, silent))) {
            var state = NumberHistory.of(order).state();
            assertThat(state.estimatedDeliveryAt()).isEqualTo(at(60));
            assertThat(state.eventCount()).isEqualTo(1);
        }
        var day = message(4, event(2, IN_TRANSIT).estimate(null, LocalDate.parse("2026-03-09")));
        var state = NumberHistory.of(first, day, revised).state();
        assertThat(state.estimatedDeliveryAt()).isNull();
        assertThat(state.estimatedDeliveryOn()).isEqualTo("2026-03-09");
    }

    @Test
    void theAccountThatWasReportedFirstStays() {
        var one = message(1, event(1, IN_TRANSIT).account("A1").references("SO-1"));
        var other = message(2, event(2, IN_TRANSIT).account("A2").references("SO-2"));
        for (var order : permutations(List.of(one, other))) {
            var shipment = NumberHistory.of(order).shipment();
            assertThat(shipment.accountNumber()).isEqualTo("A1");
            assertThat(shipment.references()).containsExactly("SO-1", "SO-2");
        }
    }

    static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (var first : items) {
            var others = new ArrayList<>(items);
            others.remove(first);
            for (var rest : permutations(others)) {
                var order = new ArrayList<T>();
                order.add(first);
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }
}
