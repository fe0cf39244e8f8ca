package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows by name, both ways. A batch is written as one JSON array of records, whose properties are columns; PostgreSQL's
 * {@code jsonb_populate_recordset} makes rows of them.
 */
final class Rows {
    static final Place NOWHERE = new Place(null, null, null, null);

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Rows() {}

    static String json(Collection<? extends Record> rows) {
        return JSON.writeValueAsString(rows);
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }

    static @Nullable Reason reason(ResultSet row) throws SQLException {
        var name = row.getString("reason");
        return name == null ? null : Reason.valueOf(name);
    }

    static @Nullable ResponsibleParty responsible(ResultSet row) throws SQLException {
        var name = row.getString("responsible");
        return name == null ? null : ResponsibleParty.valueOf(name);
    }

    static @Nullable Place place(ResultSet row) throws SQLException {
        var city = row.getString("city");
        var region = row.getString("region");
        var postalCode = row.getString("postal_code");
        var countryCode = row.getString("country_code");
        return city == null && region == null && postalCode == null && countryCode == null
                ? null
                : new Place(city, region, postalCode, countryCode);
    }
}
