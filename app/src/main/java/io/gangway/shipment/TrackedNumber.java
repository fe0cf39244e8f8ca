package io.gangway.shipment;

import io.gangway.canonical.TrackingEvent;
import io.gangway.canonical.TrackingNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * All that is known of one number, while messages about it are taken in. What follows from it depends on the set of messages
 * and on their last readings, not on the order in which they are taken in.
 *
 * <p>What a message costs grows with what is known of its number, so that is bounded.
 */
final class TrackedNumber {
    /** Far more than any parcel has scans. */
    static final int MAX_STATEMENTS = 5_000;

    /** Each package's course is followed on its own. */
    static final int MAX_PACKAGES = 1_000;

    /** Beyond it, reports that later ones outdo are dropped. */
    static final int MAX_REPORTS = 500;

    private static final Comparator<String> LONGER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final UUID id;
    private final NumberKey key;
    private final Map<UUID, Shipment> shipments = new LinkedHashMap<>();
    private final Supplier<UUID> ids;
    private final Map<EventFacts, StatedEvent> stated = new LinkedHashMap<>();
    private final Map<UUID, List<Report>> reports = new LinkedHashMap<>();
    private final Set<UUID> freshEvents = new HashSet<>();
    private final Set<UUID> knownMessages = new HashSet<>();
    private final Set<UUID> changedMessages = new LinkedHashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final String shownBefore;
    private String shown;

    TrackedNumber(
            UUID id,
            NumberKey key,
            String shown,
            Collection<Shipment> shipments,
            Collection<StatedEvent> stated,
            Collection<Report> reports,
            Supplier<UUID> ids) {
        this.id = id;
        this.key = key;
        this.shownBefore = shown;
        this.shown = shown;
        shipments.forEach(shipment -> this.shipments.put(shipment.id(), shipment));
        this.ids = ids;
        for (var event : stated) {
            this.stated.put(event.facts(), event);
            packages.addAll(event.facts().packageNumbers());
        }
        for (var report :
                reports.stream().sorted(Comparator.comparing(Report::part)).toList()) {
            this.reports
                    .computeIfAbsent(report.message(), message -> new ArrayList<>())
                    .add(report);
            knownMessages.add(report.message());
        }
    }

    UUID id() {
        return id;
    }

    NumberKey key() {
        return key;
    }

    static String better(String one, String other) {
        return LONGER.compare(one, other) >= 0 ? one : other;
    }

    /** The number for people; of several ways to write it the longest, since it has all the carrier's separators. */
    String shown() {
        return shown;
    }

    boolean isRenamed() {
        return !shown.equals(shownBefore);
    }

    boolean isReportedBy(MessageReading reading) {
        return reading.partner().value().equals(key.partner()) && reports.containsKey(reading.message());
    }

    /**
     * Takes in what a reading says about this number.
     *
     * @param events those of the reading's events that are about it
     */
    Shipments.Recorded take(MessageReading reading, List<TrackingEvent> events) {
        var before = reports.getOrDefault(reading.message(), List.of());
        if (before.stream().anyMatch(report -> report.revision() > reading.revision())) {
            return new Shipments.Recorded(0, 0);
        }
        var fresh = 0;
        var refused = 0;
        var parts = new LinkedHashMap<Optional<Instant>, List<Report.Said>>();
        for (var event : events) {
            var facts = EventFacts.of(reading.connection().value(), event);
            if (!stated.containsKey(facts)) {
                if (!hasRoomFor(facts)) {
                    refused++;
                    continue;
                }
                add(reading, event, facts);
                fresh++;
            }
            shown = better(shown, TrackingNumbers.shown(key.carrier(), event.trackingNumber()));
            var said = new Report.Said(Objects.requireNonNull(stated.get(facts)).id(), event);
            parts.computeIfAbsent(Optional.ofNullable(event.reportedAt()), time -> new ArrayList<>())
                    .add(said);
        }
        var after = new ArrayList<Report>();
        parts.values().forEach(said -> after.add(Report.of(reading, after.size(), said)));
        if (!after.equals(before)) {
            reports.put(reading.message(), after);
            changedMessages.add(reading.message());
        }
        return new Shipments.Recorded(fresh, refused);
    }

    private boolean hasRoomFor(EventFacts facts) {
        var more = facts.packageNumbers().stream()
                .filter(number -> !packages.contains(number))
                .count();
        return stated.size() < MAX_STATEMENTS && packages.size() + more <= MAX_PACKAGES;
    }

    private void add(MessageReading reading, TrackingEvent event, EventFacts facts) {
        var id = ids.get();
        var origin = new StatedEvent.Origin(
                reading.message(),
                reading.correlationId(),
                reading.mappingVersion(),
                event.reportedAt() == null ? null : EventFacts.stored(event.reportedAt()),
                reading.receivedAt());
        stated.put(facts, new StatedEvent(id, facts, origin, null, reading.revision(), 0));
        freshEvents.add(id);
        packages.addAll(facts.packageNumbers());
    }

    /** What follows from all that was taken in, as far as it is not written yet. */
    NumberChanges conclude() {
        var allReports = reports.values().stream().flatMap(List::stream).toList();
        var conclusion = Conclusion.of(shown, shipments.values(), stated.values(), allReports, ids);
        var fresh = new ArrayList<StatedEvent>();
        var changed = new ArrayList<StatedEvent>();
        var touched = new HashSet<UUID>();
        for (var event : conclusion.stated()) {
            var before = Objects.requireNonNull(stated.get(event.facts()));
            if (freshEvents.contains(event.id())) {
                if (event.standing() > 0) {
                    fresh.add(event);
                    touched.add(Objects.requireNonNull(event.shipment()));
                }
            } else if (!event.equals(before)) {
                changed.add(event);
                touched.add(Objects.requireNonNull(event.shipment()));
                touched.add(Objects.requireNonNull(before.shipment()));
            }
        }
        var outdone = outdone(allReports, conclusion.needed());
        var withdrawn = new LinkedHashSet<>(outdone);
        changedMessages.stream().filter(knownMessages::contains).forEach(withdrawn::add);
        return new NumberChanges(
                this,
                fresh,
                changed,
                withdrawn,
                changedMessages.stream()
                        .filter(message -> !outdone.contains(message))
                        .flatMap(message -> reports.getOrDefault(message, List.of()).stream())
                        .toList(),
                conclusion.shipments().stream()
                        .map(shipment -> new WrittenShipment(shipments.get(shipment.id()), shipment))
                        .filter(written -> touched.contains(written.after().id())
                                || !written.after().equals(written.before()))
                        .toList(),
                conclusion.homes().merged(),
                conclusion.homes().gone());
    }

    /** Messages of which nothing is needed, once there are many: later ones say all that they said. */
    private static Set<UUID> outdone(List<Report> reports, Set<Report> needed) {
        if (reports.size() <= MAX_REPORTS) {
            return Set.of();
        }
        var outdone = new HashSet<UUID>();
        reports.forEach(report -> outdone.add(report.message()));
        needed.forEach(report -> outdone.remove(report.message()));
        return outdone;
    }
}
