package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a shipment, each event once, as the ledger sees it: whoever may read a shipment's rows of {@code event}
 * hands them in, all of them, in any order.
 */
public final class ShipmentTimeline {
    private final List<StatedEvent> stated = new ArrayList<>();

    /** Takes in a row of {@code event}. */
    public void add(ResultSet row) throws SQLException {
        var event = EventTable.read(row);
        if (event.standing() > 0) {
            stated.add(event);
        }
    }

    /** The latest first. */
    public List<Entry> latestFirst() {
        stated.sort(Comparator.comparingInt(StatedEvent::standing));
        return ReportedEvents.merge(stated).reversed().stream().map(Entry::of).toList();
    }

    /**
     * Something that happened, completed from all reports of it.
     *
     * @param id stays the same when later reports complete or correct the event
     * @param occurredAt by the sender's clock
     * @param reportedAt when the sender first reported what holds, by its clock; null if it does not say
     * @param recordedAt by ours
     * @param packageNumbers those that it is about; all if empty
     * @param message that reported what holds first
     */
    public record Entry(
            EventId id,
            Instant occurredAt,
            @Nullable Instant reportedAt,
            Instant recordedAt,
            ShipmentStatus status,
            @Nullable Reason reason,
            @Nullable ResponsibleParty responsible,
            String rawCode,
            @Nullable String rawText,
            @Nullable Place place,
            List<String> packageNumbers,
            UUID message,
            String correlationId) {
        private static Entry of(ShipmentEvent event) {
            var facts = event.facts();
            var holding = event.holding();
            return new Entry(
                    new EventId(event.id()),
                    facts.occurredAt(),
                    holding.origin().reportedAt(),
                    holding.recordedAt(),
                    facts.status(),
                    facts.reason(),
                    facts.responsible(),
                    facts.rawCode(),
                    facts.rawText(),
                    facts.place(),
                    facts.packageNumbers(),
                    holding.origin().message(),
                    holding.origin().correlationId());
        }
    }
}
