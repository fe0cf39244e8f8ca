package io.gangway.shipment;

import io.gangway.canonical.ShipmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A shipment's state as a pure function of the set of its events: any order of arrival and any repetition give the same.
 *
 * <ol>
 *   <li>Of several readings of one occurrence the latest reading holds (highest revision; a known status before an
 *       unknown one).
 *   <li>What holds is ordered by the sender's clock; at the same instant the step further along comes later.
 *   <li>The status is that of the last event, but a status that ended the journey is left only for another one of that
 *       kind or for a return: a late scan after a delivery changes nothing. UNKNOWN never hides what is known.
 *   <li>With named packages, each has its own status, and the shipment is only as far as its least advanced package.
 * </ol>
 */
final class ShipmentFold {
    private static final Comparator<RecordedEvent> READING = Comparator.comparingInt(RecordedEvent::revision)
            .thenComparing(event -> event.status() != ShipmentStatus.UNKNOWN)
            .thenComparing(
                    RecordedEvent::estimatedDeliveryAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(RecordedEvent::contentHash);

    private static final Comparator<RecordedEvent> JOURNEY = Comparator.comparing(RecordedEvent::occurredAt)
            .thenComparingInt(event -> progress(event.status()))
            .thenComparing(RecordedEvent::contentHash);

    private ShipmentFold() {}

    /** Throws {@link IllegalArgumentException} for an empty set: a shipment begins with its first event. */
    static ShipmentState fold(Collection<RecordedEvent> events) {
        var journey = readings(events);
        if (journey.isEmpty()) {
            throw new IllegalArgumentException("A shipment without events has no state.");
        }
        var journeys = journeysByPackage(journey);
        var packages = packages(journeys);
        var decisive = decisive(packages, journeys, journey);
        return new ShipmentState(
                decisive.status(),
                decisive.reason(),
                decisive.responsible(),
                decisive.rawCode(),
                decisive.rawText(),
                lastKnown(journey, RecordedEvent::place),
                journey.getFirst().occurredAt(),
                journey.getLast().occurredAt(),
                lastKnown(journey, RecordedEvent::estimatedDeliveryAt),
                deliveredAt(decisive),
                lastKnown(journey, RecordedEvent::service),
                journey.size(),
                packages);
    }

    /** One reading for each occurrence, in the order of the journey. */
    private static List<RecordedEvent> readings(Collection<RecordedEvent> events) {
        var holding = new HashMap<String, RecordedEvent>();
        for (var event : events) {
            holding.merge(event.occurrence(), event, (one, other) -> READING.compare(one, other) >= 0 ? one : other);
        }
        var journey = new ArrayList<>(holding.values());
        journey.sort(JOURNEY);
        return journey;
    }

    private static RecordedEvent standing(List<RecordedEvent> journey) {
        var standing = journey.getFirst();
        for (var next : journey) {
            if (replaces(next.status(), standing.status())) {
                standing = next;
            }
        }
        return standing;
    }

    private static boolean replaces(ShipmentStatus next, ShipmentStatus standing) {
        if (standing == ShipmentStatus.UNKNOWN) {
            return true;
        }
        if (next == ShipmentStatus.UNKNOWN) {
            return false;
        }
        return !standing.terminal() || next.terminal() || next == ShipmentStatus.RETURNING;
    }

    private static List<ShipmentState.PackageState> packages(Map<String, List<RecordedEvent>> journeys) {
        return journeys.entrySet().stream()
                .map(entry -> {
                    var standing = standing(entry.getValue());
                    return new ShipmentState.PackageState(
                            entry.getKey(),
                            standing.status(),
                            standing.reason(),
                            standing.rawCode(),
                            entry.getValue().getLast().occurredAt());
                })
                .toList();
    }

    /** By package: what names it, and what names none and so is said of all. One walk, however many there are. */
    private static SortedMap<String, List<RecordedEvent>> journeysByPackage(List<RecordedEvent> journey) {
        var journeys = new TreeMap<String, List<RecordedEvent>>();
        journey.forEach(event -> event.packageNumbers().forEach(number -> journeys.put(number, new ArrayList<>())));
        for (var event : journey) {
            if (event.packageNumbers().isEmpty()) {
                journeys.values().forEach(own -> own.add(event));
            } else {
                Set.copyOf(event.packageNumbers())
                        .forEach(number ->
                                Objects.requireNonNull(journeys.get(number)).add(event));
            }
        }
        return journeys;
    }

    private static RecordedEvent decisive(
            List<ShipmentState.PackageState> packages,
            Map<String, List<RecordedEvent>> journeys,
            List<RecordedEvent> journey) {
        return packages.stream()
                .min(Comparator.<ShipmentState.PackageState>comparingInt(state -> progress(state.status()))
                        .thenComparing(ShipmentState.PackageState::number))
                .map(slowest -> standing(Objects.requireNonNull(journeys.get(slowest.number()))))
                .orElseGet(() -> standing(journey));
    }

    private static @Nullable Instant deliveredAt(RecordedEvent decisive) {
        return decisive.status() == ShipmentStatus.DELIVERED ? decisive.occurredAt() : null;
    }

    private static <T> @Nullable T lastKnown(
            List<RecordedEvent> journey, Function<RecordedEvent, @Nullable T> property) {
        for (var event : journey.reversed()) {
            var value = property.apply(event);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** How far along a status is; what needs attention counts as less far than what goes its way. */
    private static int progress(ShipmentStatus status) {
        return switch (status) {
            case UNKNOWN -> 0;
            case INFO_RECEIVED -> 1;
            case PICKED_UP -> 2;
            case LOST -> 3;
            case EXCEPTION -> 4;
            case ON_HOLD -> 5;
            case DELAYED -> 6;
            case CUSTOMS -> 7;
            case IN_TRANSIT -> 8;
            case ATTEMPT_FAILED -> 9;
            case OUT_FOR_DELIVERY -> 10;
            case AVAILABLE_FOR_PICKUP -> 11;
            case RETURNING -> 12;
            case RETURNED -> 13;
            case DELIVERED -> 14;
            case CANCELLED -> 15;
        };
    }
}
