package io.gangway.shipment;

import static io.gangway.canonical.ShipmentStatus.DELIVERED;
import static io.gangway.canonical.ShipmentStatus.INFO_RECEIVED;
import static io.gangway.shipment.NumberHistory.message;
import static io.gangway.shipment.Said.day;
import static io.gangway.shipment.Said.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.support.Caller;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import io.gangway.visibility.ShipmentFilter;
import io.gangway.visibility.ShipmentRow;
import io.gangway.visibility.TrackedShipments;
import io.gangway.visibility.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The ledger on its tables. */
@PlatformTest
class ShipmentsTests {
    private final Tenancies tenancies;
    private final Shipments shipments;
    private final ShipmentTable table;
    private final TrackedShipments tracked;
    private final CrossTenantDatabase database;
    private Tenant partner;

    ShipmentsTests(
            Tenancies tenancies,
            Shipments shipments,
            ShipmentTable table,
            TrackedShipments tracked,
            CrossTenantDatabase database) {
        this.tenancies = tenancies;
        this.shipments = shipments;
        this.table = table;
        this.tracked = tracked;
        this.database = database;
    }

    @BeforeEach
    void aPartner() {
        partner = tenancies.partner("Northwind");
    }

    /** One by one, and several of the messages in one batch. */
    @RepeatedTest(20)
    void theTablesHoldWhatIsConcluded(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var readings = RandomReadings.of(random, 2 + random.nextInt(10));
        var batch = new ArrayList<MessageReading>();
        for (var reading : readings) {
            batch.add(ofPartner(reading));
            if (random.nextBoolean()) {
                shipments.record(batch);
                batch.clear();
            }
        }
        shipments.record(batch);
        assertThat(kept()).isEqualTo(NumberHistory.of(readings).seen());
        assertThat(shown())
                .extracting(ShipmentRow::status)
                .containsExactlyInAnyOrderElementsOf(
                        kept().stream().map(seen -> seen.state().status()).toList());
    }

    @Test
    void aMessageThatIsReadAnewAboutAnotherNumberLeavesNothingBehind() {
        record(message(
                1, 1, event(1, INFO_RECEIVED).number("MISREAD").packages("P1").references("SO-1")));
        assertThat(shown()).extracting(ShipmentRow::trackingNumber).containsExactly("MISREAD");
        record(message(1, 2, event(1, INFO_RECEIVED).packages("P1").references("SO-1")));
        assertThat(shown()).extracting(ShipmentRow::trackingNumber).containsExactly("1ZQA5");
        record(message(1, 3));
        assertThat(shown()).isEmpty();
        for (var rest : List.of("shipment", "package", "shipment_reference", "event_report")) {
            assertThat(Servers.rows("SELECT tenant_id FROM %s WHERE tenant_id = '%s'"
                            .formatted(rest, partner.id().value())))
                    .as(rest)
                    .isEmpty();
        }
    }

    @Test
    void theIdOfAShipmentThatBecamePartOfAnotherLeadsToIt() {
        record(message(1, event(1, DELIVERED).id("e1").occurred(day(0))));
        record(message(2, event(1, INFO_RECEIVED).id("e2").occurred(day(400))));
        var ids = shown().stream()
                .map(ShipmentRow::id)
                .sorted(Comparator.comparing(ShipmentId::value))
                .toList();
        assertThat(ids).hasSize(2);
        record(message(3, event(1, DELIVERED).id("e1").occurred(day(401))));
        for (var id : ids) {
            var found = asPartner(() -> tracked.find(viewer(), Environment.LIVE, id))
                    .orElseThrow();
            assertThat(found.id()).isEqualTo(ids.getFirst());
            assertThat(asPartner(() -> tracked.timeline(viewer(), Environment.LIVE, found.id())))
                    .hasSize(2);
        }
        var other = new Viewer.Partner(tenancies.partner("Baltic").id());
        assertThat(asPartner(() -> tracked.find(other, Environment.LIVE, ids.getLast())))
                .isEmpty();
    }

    @Test
    void whatIsReportedAgainDoesNotChangeAShipment() {
        record(message(1, event(1, INFO_RECEIVED)));
        var before = shown();
        record(message(2, event(1, INFO_RECEIVED)));
        assertThat(shown()).isEqualTo(before);
    }

    private void record(MessageReading reading) {
        shipments.record(List.of(ofPartner(reading)));
    }

    private MessageReading ofPartner(MessageReading reading) {
        return new MessageReading(
                partner.id(),
                reading.environment(),
                reading.connection(),
                reading.message(),
                reading.receivedAt(),
                reading.correlationId(),
                reading.mappingVersion(),
                reading.revision(),
                reading.events());
    }

    private Viewer viewer() {
        return new Viewer.Partner(partner.id());
    }

    private List<ShipmentRow> shown() {
        return asPartner(() -> tracked.after(viewer(), ShipmentFilter.all(Environment.LIVE), null, 100));
    }

    private static <T> T asPartner(Supplier<T> call) {
        return Caller.with("ROLE_PARTNER", call);
    }

    private List<NumberHistory.Seen> kept() {
        var number = new NumberTable.Row(
                partner.id().value(),
                UUID.fromString(Servers.rows("SELECT id FROM tracked_number WHERE tenant_id = '%s'"
                                .formatted(partner.id().value()))
                        .getFirst()),
                "LIVE",
                "UPS",
                "1ZQA5",
                "1ZQA5");
        return table.ofNumbers(List.of(number)).values().stream()
                .flatMap(List::stream)
                .map(shipment -> new NumberHistory.Seen(
                        shipment.trackingNumber(),
                        shipment.accountNumber(),
                        List.copyOf(shipment.references()),
                        shipment.state(),
                        timeline(shipment.id())))
                .sorted(Comparator.comparing(seen -> seen.state().firstEventAt()))
                .toList();
    }

    private List<EventFacts> timeline(UUID shipment) {
        var stated = database.jdbc()
                .sql("SELECT * FROM event WHERE shipment_id = ? AND standing > 0 ORDER BY standing")
                .param(shipment)
                .query((row, number) -> EventTable.read(row))
                .list();
        return ReportedEvents.merge(stated).reversed().stream()
                .map(ShipmentEvent::facts)
                .toList();
    }
}
