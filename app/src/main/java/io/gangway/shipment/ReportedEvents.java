package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.ShipmentStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event is, and which report of it holds: for the ledger and for everybody who shows a timeline. The reasons are in
 * {@code docs/decisions/0022-events-and-their-reports.md}.
 *
 * <ol>
 *   <li>Statements are about one event if the sender gave them one id; without an id, if they have the same time and code.
 *       Text, place, service and the packages named are details.
 *   <li>But without an id, what is said of one package is another event than what is said of another: each package goes by
 *       the last report that names it. What names no package is said of all of them.
 *   <li>The statement that was reported last holds. What it leaves out is completed from the earlier ones, field by field.
 *   <li>What the sender's code means is ours to say, so the newest reading of the code that holds gives the status. A code
 *       that was not understood never hides a reading that understood it.
 * </ol>
 */
final class ReportedEvents {
    /** By the sender's clock; at the same instant the later step comes later. Never equal for two events. */
    private static final Comparator<ShipmentEvent> JOURNEY = Comparator.comparing(
            ShipmentEvent::facts,
            Comparator.comparing(EventFacts::occurredAt)
                    .thenComparingInt(facts -> Progress.step(facts.status()))
                    .thenComparing(EventFacts::rawCode)
                    .thenComparing(facts -> String.join(",", facts.packageNumbers()))
                    .thenComparing(EventFacts::senderEventId, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(EventFacts::connection));

    private ReportedEvents() {}

    /** What some report states, in the order in which it was last reported, and with the highest revision that read it. */
    static List<StatedEvent> inOrder(Collection<StatedEvent> stated, Collection<Report> reports) {
        var byId = new HashMap<UUID, StatedEvent>();
        stated.forEach(event -> byId.put(event.id(), event));
        var lastReportedLast = new LinkedHashSet<UUID>();
        var revisions = new HashMap<UUID, Integer>();
        for (var report : reports.stream().sorted().toList()) {
            for (var event : report.events()) {
                lastReportedLast.remove(event);
                lastReportedLast.add(event);
                revisions.merge(event, report.revision(), Math::max);
            }
        }
        var ordered = new ArrayList<StatedEvent>();
        var standings = new HashMap<EventIdentity, Integer>();
        for (var id : lastReportedLast) {
            var event = byId.get(id);
            if (event != null) {
                var standing = standings.merge(event.facts().identity(), 1, Integer::sum);
                ordered.add(event.concluded(event.shipment(), revisions.getOrDefault(id, 0), standing));
            }
        }
        return ordered;
    }

    /**
     * The events that the statements amount to, in the order of the journey.
     *
     * @param stated of the statements of one event, the one reported last comes last
     */
    static List<ShipmentEvent> merge(List<StatedEvent> stated) {
        var groups = new LinkedHashMap<EventIdentity, List<StatedEvent>>();
        stated.forEach(event -> groups.computeIfAbsent(event.facts().identity(), identity -> new ArrayList<>())
                .add(event));
        var events = new ArrayList<ShipmentEvent>();
        groups.forEach((identity, statements) -> {
            switch (identity) {
                case EventIdentity.Sent sent ->
                    events.add(completed(first(statements), statements, lastNamed(statements)));
                case EventIdentity.Inferred inferred -> addByPackage(statements, events);
            }
        });
        events.sort(JOURNEY);
        return events;
    }

    private static void addByPackage(List<StatedEvent> statements, List<ShipmentEvent> events) {
        var lastNaming = new TreeMap<String, StatedEvent>();
        statements.forEach(
                statement -> statement.facts().packageNumbers().forEach(number -> lastNaming.put(number, statement)));
        if (lastNaming.isEmpty()) {
            events.add(completed(first(statements), statements, List.of()));
            return;
        }
        var packagesOf = new LinkedHashMap<StatedEvent, List<String>>();
        lastNaming.forEach((number, naming) -> packagesOf
                .computeIfAbsent(naming, statement -> new ArrayList<>())
                .add(number));
        packagesOf.forEach((naming, packages) -> events.add(completed(
                packagesOf.size() == 1 ? first(statements) : naming.id(), about(statements, packages), packages)));
    }

    private static UUID first(List<StatedEvent> statements) {
        return statements.stream()
                .map(StatedEvent::id)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<StatedEvent> about(List<StatedEvent> statements, List<String> packages) {
        var wanted = new HashSet<>(packages);
        return statements.stream()
                .filter(statement -> statement.facts().packageNumbers().isEmpty()
                        || statement.facts().packageNumbers().stream().anyMatch(wanted::contains))
                .toList();
    }

    private static List<String> lastNamed(List<StatedEvent> statements) {
        return statements.reversed().stream()
                .map(statement -> statement.facts().packageNumbers())
                .filter(packages -> !packages.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static ShipmentEvent completed(UUID id, List<StatedEvent> statements, List<String> packages) {
        var holding = statements.getLast();
        var facts = holding.facts();
        var understood = understood(statements, holding);
        var read = understood.facts();
        var alike = Stream.concat(
                        statements.stream().filter(statement -> meansTheSame(statement.facts(), read)),
                        Stream.of(understood))
                .toList();
        return new ShipmentEvent(
                id,
                new EventFacts(
                        facts.connection(),
                        facts.senderEventId(),
                        facts.occurredAt(),
                        read.status(),
                        lastKnown(alike, EventFacts::reason),
                        lastKnown(alike, EventFacts::responsible),
                        facts.rawCode(),
                        lastKnown(statements, EventFacts::rawText),
                        place(statements),
                        List.copyOf(packages),
                        lastKnown(statements, EventFacts::service)),
                holding,
                statements);
    }

    /** The statement whose reading of the code gives the status. */
    private static StatedEvent understood(List<StatedEvent> statements, StatedEvent holding) {
        var newest = holding;
        StatedEvent known = null;
        for (var statement : statements) {
            if (!statement.facts().rawCode().equals(holding.facts().rawCode())) {
                continue;
            }
            if (statement.facts().status() != ShipmentStatus.UNKNOWN) {
                known = statement;
            }
            // Revisions count the changes of one connection.
            if (statement.facts().connection().equals(holding.facts().connection())
                    && statement.revision() >= newest.revision()) {
                newest = statement;
            }
        }
        return newest.facts().status() == ShipmentStatus.UNKNOWN && known != null ? known : newest;
    }

    private static <T> @Nullable T lastKnown(List<StatedEvent> statements, Function<EventFacts, @Nullable T> property) {
        for (var statement : statements.reversed()) {
            var value = property.apply(statement.facts());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static boolean meansTheSame(EventFacts one, EventFacts other) {
        return one.status() == other.status() && one.rawCode().equals(other.rawCode());
    }

    private static @Nullable Place place(List<StatedEvent> statements) {
        Place place = null;
        for (var statement : statements.reversed()) {
            var earlier = statement.facts().place();
            if (place == null) {
                place = earlier;
            } else if (earlier != null && agree(place, earlier)) {
                place = new Place(
                        or(place.city(), earlier.city()),
                        or(place.region(), earlier.region()),
                        or(place.postalCode(), earlier.postalCode()),
                        or(place.countryCode(), earlier.countryCode()));
            }
        }
        return place;
    }

    /** The region of one place must not complete the city of another. */
    private static boolean agree(Place one, Place other) {
        return agree(one.city(), other.city())
                && agree(one.region(), other.region())
                && agree(one.postalCode(), other.postalCode())
                && agree(one.countryCode(), other.countryCode());
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equalsIgnoreCase(other);
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
