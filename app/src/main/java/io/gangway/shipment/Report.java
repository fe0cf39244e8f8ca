package io.gangway.shipment;

import io.gangway.canonical.TrackingEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one message says about one number, at one time of the sender's; by its last reading alone.
 *
 * <p>Reports are ordered by when they were made. A sender that does not say when is taken to have sent at once, so the time
 * of receipt stands in.
 *
 * @param part counts the reports of the message about the number
 * @param events ids of {@link StatedEvent}s, in the order of the message
 * @param references of the shipper
 */
record Report(
        UUID message,
        int part,
        int revision,
        Instant receivedAt,
        @Nullable Instant reportedAt,
        List<UUID> events,
        List<String> references,
        @Nullable String accountNumber,
        @Nullable Instant estimatedDeliveryAt,
        @Nullable LocalDate estimatedDeliveryOn)
        implements Comparable<Report> {
    private static final Comparator<Report> MADE = Comparator.comparing(Report::madeAt)
            .thenComparing(Report::receivedAt)
            .thenComparing(Report::message)
            .thenComparingInt(Report::part);

    /** @param said of one time of report, in the order of the message */
    static Report of(MessageReading reading, int part, List<Said> said) {
        var events = said.stream().map(Said::event).toList();
        var estimate = events.stream()
                .filter(event -> event.estimatedDeliveryAt() != null || event.estimatedDeliveryOn() != null)
                // max() takes the later one in the message of two at one time.
                .max(Comparator.comparing(TrackingEvent::occurredAt));
        return new Report(
                reading.message(),
                part,
                reading.revision(),
                reading.receivedAt(),
                stored(events.getFirst().reportedAt()),
                said.stream().map(Said::stated).toList(),
                events.stream()
                        .flatMap(event -> event.references().stream())
                        .distinct()
                        .toList(),
                events.stream()
                        .map(TrackingEvent::accountNumber)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                stored(estimate.map(TrackingEvent::estimatedDeliveryAt).orElse(null)),
                estimate.map(TrackingEvent::estimatedDeliveryOn).orElse(null));
    }

    private static @Nullable Instant stored(@Nullable Instant instant) {
        return instant == null ? null : EventFacts.stored(instant);
    }

    private Instant madeAt() {
        return reportedAt == null ? receivedAt : reportedAt;
    }

    boolean estimates() {
        return estimatedDeliveryAt != null || estimatedDeliveryOn != null;
    }

    @Override
    public int compareTo(Report other) {
        return MADE.compare(this, other);
    }

    /** An event of a message, and the facts that it states. */
    record Said(UUID stated, TrackingEvent event) {}
}
