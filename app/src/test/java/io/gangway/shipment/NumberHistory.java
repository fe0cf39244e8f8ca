package io.gangway.shipment;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** A number of which message after message is taken in, each in a transaction of its own, with the tables in memory. */
final class NumberHistory {
    static final UUID CONNECTION = new UUID(1, 1);
    static final UUID OTHER_CONNECTION = new UUID(1, 2);

    private static final TenantId PARTNER = new TenantId(new UUID(2, 2));
    private static final NumberKey KEY = new NumberKey(PARTNER.value(), Environment.LIVE, "UPS", "1ZQA5");

    final Map<UUID, StatedEvent> stated = new LinkedHashMap<>();
    final Map<UUID, List<Report>> reports = new LinkedHashMap<>();
    final Map<UUID, Shipment> shipments = new TreeMap<>();
    final Map<UUID, UUID> aliases = new LinkedHashMap<>();
    private String shown = KEY.number();
    private long ids;

    static NumberHistory of(MessageReading... readings) {
        return of(Arrays.asList(readings));
    }

    static NumberHistory of(List<MessageReading> readings) {
        var history = new NumberHistory();
        readings.forEach(history::take);
        return history;
    }

    /** A message received in the given minute, read at revision 1. */
    static MessageReading message(int minute, Said... events) {
        return message(minute, 1, events);
    }

    static MessageReading message(int minute, int revision, Said... events) {
        return message(CONNECTION, minute, revision, events);
    }

    static MessageReading message(UUID connection, int minute, int revision, Said... events) {
        return new MessageReading(
                PARTNER,
                Environment.LIVE,
                new ConnectionId(connection),
                new UUID(3, minute),
                receivedAt(minute),
                "correlation",
                new UUID(4, revision),
                revision,
                Arrays.stream(events).map(Said::toEvent).toList());
    }

    /** Long after all that happened. */
    static Instant receivedAt(int minute) {
        return Said.day(1000).plusSeconds(60L * minute);
    }

    Shipments.Recorded take(MessageReading reading) {
        var number = new TrackedNumber(
                new UUID(5, 5),
                KEY,
                shown,
                shipments.values(),
                stated.values().stream()
                        .filter(event -> shipments.containsKey(event.shipment()))
                        .toList(),
                reports.values().stream().flatMap(List::stream).toList(),
                () -> new UUID(6, ++ids));
        var recorded = number.take(reading, reading.events());
        write(number.conclude());
        return recorded;
    }

    private void write(NumberChanges changes) {
        shown = changes.number().shown();
        changes.stated().forEach(event -> stated.put(event.id(), event));
        changes.concluded().forEach(event -> stated.put(event.id(), event));
        changes.withdrawn().forEach(reports::remove);
        changes.filed().stream()
                .sorted(Comparator.comparing(Report::part))
                .forEach(report -> reports.merge(report.message(), List.of(report), NumberHistory::joined));
        changes.shipments().forEach(written -> shipments.put(written.after().id(), written.after()));
        aliases.putAll(changes.merged());
        changes.gone().forEach(shipments::remove);
    }

    private static List<Report> joined(List<Report> some, List<Report> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The only shipment. */
    Shipment shipment() {
        if (shipments.size() != 1) {
            throw new AssertionError("There is not one shipment: " + shipments.values());
        }
        return shipments.values().iterator().next();
    }

    ShipmentState state() {
        return shipment().state();
    }

    /** The only shipment's events, as a timeline shows them, the latest first. */
    List<EventFacts> timeline() {
        return timeline(shipment().id());
    }

    List<EventFacts> timeline(UUID shipment) {
        return ReportedEvents.merge(stated.values().stream()
                        .filter(event -> event.standing() > 0 && Objects.equals(event.shipment(), shipment))
                        .sorted(Comparator.comparing(StatedEvent::standing))
                        .toList())
                .reversed()
                .stream()
                .map(ShipmentEvent::facts)
                .toList();
    }

    /** All that people can see, but for ids. */
    List<Seen> seen() {
        return shipments.values().stream()
                .map(shipment -> new Seen(
                        shipment.trackingNumber(),
                        shipment.accountNumber(),
                        List.copyOf(shipment.references()),
                        shipment.state(),
                        timeline(shipment.id())))
                .sorted(Comparator.comparing(seen -> seen.state().firstEventAt()))
                .toList();
    }

    record Seen(
            String number,
            @org.jspecify.annotations.Nullable String account,
            List<String> references,
            ShipmentState state,
            List<EventFacts> timeline) {}
}
