package io.gangway.visibility;

import io.gangway.canonical.Carriers;
import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.Environment;
import io.gangway.shipment.EventId;
import io.gangway.shipment.ShipmentId;
import io.gangway.shipment.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From rows to what is shown. */
final class VisibilityRows {
    private VisibilityRows() {}

    static ShipmentRow shipment(ResultSet row, int number) throws SQLException {
        return new ShipmentRow(
                new ShipmentId(row.getObject("id", UUID.class)),
                Environment.valueOf(row.getString("environment")),
                row.getString("partner_name"),
                row.getString("customer_name"),
                row.getBoolean("contested"),
                row.getString("carrier"),
                Carriers.nameOf(row.getString("carrier")),
                row.getString("tracking_number"),
                row.getString("order_reference"),
                ShipmentStatus.valueOf(row.getString("status")),
                reason(row),
                responsible(row),
                row.getString("raw_code"),
                row.getString("raw_text"),
                place(row),
                row.getString("service"),
                instant(row, "first_event_at"),
                instant(row, "last_event_at"),
                instant(row, "estimated_delivery_at"),
                row.getObject("estimated_delivery_on", LocalDate.class),
                instant(row, "delivered_at"),
                row.getInt("event_count"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    static TimelineEntry timelineEntry(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                new EventId(row.getObject("id", UUID.class)),
                row.getTimestamp("occurred_at").toInstant(),
                instant(row, "reported_at"),
                row.getTimestamp("recorded_at").toInstant(),
                ShipmentStatus.valueOf(row.getString("status")),
                reason(row),
                responsible(row),
                row.getString("raw_code"),
                row.getString("raw_text"),
                place(row),
                List.of((String[]) row.getArray("package_numbers").getArray()),
                row.getObject("message_id", UUID.class),
                row.getString("correlation_id"));
    }

    static PackageRow packageRow(ResultSet row, int number) throws SQLException {
        return new PackageRow(
                row.getString("number"),
                ShipmentStatus.valueOf(row.getString("status")),
                reason(row),
                row.getString("raw_code"),
                instant(row, "last_event_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        var name = row.getString("reason");
        return name == null ? null : Reason.valueOf(name);
    }

    private static @Nullable ResponsibleParty responsible(ResultSet row) throws SQLException {
        var name = row.getString("responsible");
        return name == null ? null : ResponsibleParty.valueOf(name);
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        var city = row.getString("city");
        var region = row.getString("region");
        var postalCode = row.getString("postal_code");
        var countryCode = row.getString("country_code");
        return city == null && region == null && postalCode == null && countryCode == null
                ? null
                : new Place(city, region, postalCode, countryCode);
    }
}
