package io.gangway.shipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened to a shipment, each event once, as the ledger sees it. The caller hands in all
 * rows of {@code event} of the shipment, in any order.
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
    public List<TimelineEntry> latestFirst() {
        stated.sort(Comparator.comparingInt(StatedEvent::standing));
        return ReportedEvents.merge(stated).reversed().stream()
                .map(TimelineEntry::of)
                .toList();
    }
}
