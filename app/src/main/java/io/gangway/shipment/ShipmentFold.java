package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A shipment's state as a pure function of its events.
 *
 * <ol>
 *   <li>The status is that of the last event by the sender's clock, as far as {@link Course} lets it.
 *   <li>With named packages, each has its own course; an event that names none is about all of them. The shipment is only as
 *       far as its least advanced package; of those that are equally far the one that got there last decides, so that a
 *       shipment is delivered when the last of its packages is.
 *   <li>The expected delivery is what was reported last.
 * </ol>
 */
final class ShipmentFold {
    private ShipmentFold() {}

    /**
     * Throws {@link IllegalArgumentException} for no events: a shipment begins with its first event.
     *
     * @param events in the order of the journey
     * @param estimate the report that last told when the delivery is expected, if any does
     */
    static ShipmentState fold(List<ShipmentEvent> events, @Nullable Report estimate) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A shipment without events has no state.");
        }
        var journey = events.stream().map(ShipmentEvent::facts).toList();
        var packages = courses(journey);
        var decisive = packages.values().stream()
                .map(PackageCourse::course)
                // A package of which nothing is understood says nothing of the shipment.
                .filter(course -> course.status() != ShipmentStatus.UNKNOWN)
                .min(Comparator.<Course>comparingInt(course -> Progress.of(course.status()))
                        .thenComparing(course -> course.decisive().occurredAt(), Comparator.reverseOrder()))
                .orElseGet(() -> course(journey));
        return new ShipmentState(
                decisive.status(),
                decisive.decisive().reason(),
                decisive.decisive().responsible(),
                decisive.decisive().rawCode(),
                decisive.decisive().rawText(),
                lastKnown(journey, EventFacts::place),
                journey.getFirst().occurredAt(),
                journey.getLast().occurredAt(),
                estimate == null ? null : estimate.estimatedDeliveryAt(),
                estimate == null ? null : estimate.estimatedDeliveryOn(),
                deliveredAt(decisive),
                lastKnown(journey, EventFacts::service),
                journey.size(),
                packages.entrySet().stream()
                        .map(entry -> entry.getValue().state(entry.getKey()))
                        .toList());
    }

    private static Course course(List<EventFacts> journey) {
        var course = Course.begin(journey.getFirst());
        for (var event : journey.subList(1, journey.size())) {
            course = course.after(event);
        }
        return course;
    }

    /** By number, for all packages that some event names. */
    private static SortedMap<String, PackageCourse> courses(List<EventFacts> journey) {
        var packages = new TreeMap<String, PackageCourse>();
        var all = new TreeSet<String>();
        journey.forEach(event -> all.addAll(event.packageNumbers()));
        for (var event : journey) {
            for (var number : event.packageNumbers().isEmpty() ? all : event.packageNumbers()) {
                var before = packages.get(number);
                packages.put(
                        number,
                        new PackageCourse(
                                before == null
                                        ? Course.begin(event)
                                        : before.course().after(event),
                                event.occurredAt()));
            }
        }
        return packages;
    }

    private static @Nullable Instant deliveredAt(Course decisive) {
        return decisive.status() == ShipmentStatus.DELIVERED
                ? decisive.decisive().occurredAt()
                : null;
    }

    private static <T> @Nullable T lastKnown(List<EventFacts> journey, Function<EventFacts, @Nullable T> property) {
        for (var event : journey.reversed()) {
            var value = property.apply(event);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private record PackageCourse(Course course, Instant lastEventAt) {
        ShipmentState.PackageState state(String number) {
            return new ShipmentState.PackageState(
                    number,
                    course.status(),
                    course.decisive().reason(),
                    course.decisive().rawCode(),
                    lastEventAt);
        }
    }
}
