package io.gangway.shipment;

import static io.gangway.canonical.ShipmentStatus.IN_TRANSIT;
import static io.gangway.shipment.NumberHistory.message;
import static io.gangway.shipment.Said.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackedNumberTests {
    @Test
    void takesInABoundedNumberOfStatements() {
        var history = new NumberHistory();
        var many = IntStream.range(0, TrackedNumber.MAX_STATEMENTS - 1)
                .mapToObj(hour -> event(hour, IN_TRANSIT))
                .toArray(Said[]::new);
        assertThat(history.take(message(1, many))).isEqualTo(new Shipments.Recorded(many.length, 0));
        assertThat(history.take(message(2, event(9_000, IN_TRANSIT), event(9_001, IN_TRANSIT), event(1, IN_TRANSIT))))
                .isEqualTo(new Shipments.Recorded(1, 1));
        assertThat(history.state().eventCount()).isEqualTo(TrackedNumber.MAX_STATEMENTS);
    }

    @Test
    void takesInABoundedNumberOfPackages() {
        var history = new NumberHistory();
        var many = IntStream.range(0, TrackedNumber.MAX_PACKAGES)
                .mapToObj(number -> "P" + number)
                .toArray(String[]::new);
        history.take(message(1, event(1, IN_TRANSIT).packages(many)));
        assertThat(history.take(message(2, event(2, IN_TRANSIT).packages("P0", "MORE"))))
                .isEqualTo(new Shipments.Recorded(0, 1));
        assertThat(history.take(message(3, event(2, IN_TRANSIT).packages("P0"))))
                .isEqualTo(new Shipments.Recorded(1, 0));
    }

    @Test
    void dropsReportsThatOthersHaveOutdoneAndKeepsWhatTheySaid() {
        var history = new NumberHistory();
        history.take(message(0, event(0, IN_TRANSIT).references("SO-1").account("A1")));
        for (int minute = 1; minute < 2 * TrackedNumber.MAX_REPORTS; minute++) {
            history.take(message(minute, event(1, IN_TRANSIT)));
        }
        assertThat(history.reports.size()).isLessThanOrEqualTo(TrackedNumber.MAX_REPORTS);
        assertThat(history.shipment().references()).containsExactly("SO-1");
        assertThat(history.shipment().accountNumber()).isEqualTo("A1");
        assertThat(history.timeline()).hasSize(2);
    }

    @Test
    void whatIsKnownIsNotWrittenAgain() {
        var history = NumberHistory.of(message(1, event(1, IN_TRANSIT)));
        assertThat(history.take(message(1, event(1, IN_TRANSIT)))).isEqualTo(new Shipments.Recorded(0, 0));
        assertThat(history.take(message(2, event(1, IN_TRANSIT)))).isEqualTo(new Shipments.Recorded(0, 0));
        assertThat(history.stated).hasSize(1);
        assertThat(history.reports).hasSize(2);
    }

    @Test
    void theNumberIsShownAsTheCarrierWritesIt() {
        assertThat(NumberHistory.of(message(1, event(1, IN_TRANSIT).number("1zq-a5")))
                        .shipment()
                        .trackingNumber())
                .isEqualTo("1ZQA5");
    }
}
