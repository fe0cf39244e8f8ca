package io.gangway.bench.mapping;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tracker's webhook as AfterShip sends it: compact, checkpoints of about 15 short members of which the mapping asks for
 * half, nulls before the parcel is scanned for the first time, now and then a letter beyond ASCII or an escaped quote.
 * Values differ from checkpoint to checkpoint and depend on the seed alone.
 */
final class TrackerWebhook {
    private static final Instant FIRST = Instant.parse("2026-03-02T07:41:00Z");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final List<String> COURIERS = List.of("usps", "fedex", "dhl", "ups", "canada-post");

    private static final List<Stage> ANNOUNCED = List.of(
            new Stage("InfoReceived", "001", "Info received", "Shipping label created", "LC"),
            new Stage("InfoReceived", "001", "Info received", "Shipment information received", "MA"));

    private static final List<Stage> SCANNED = List.of(
            new Stage("InTransit", "003", "Arrival scan", "Arrived at regional facility", "AR"),
            new Stage("InTransit", "007", "Departure scan", "Departed sorting facility", "DP"),
            new Stage("InTransit", "001", "In transit", "In transit to next facility", "IT"),
            new Stage("InTransit", "005", "Customs clearance completed", "Released by customs – duties paid", "CC"),
            new Stage("AttemptFail", "002", "Addressee not available", "Attempted, note left at \"side door\"", "DA"),
            new Stage("OutForDelivery", "001", "Out for delivery", "Out for delivery, expected by 8:00 pm", "OD"));

    private static final List<Place> PLACES = List.of(
            new Place("JACKSONVILLE", "FL", "USA", "United States", "32099", 30.33218, -81.65565, -5),
            new Place("SALT LAKE CITY", "UT", "USA", "United States", "84104", 40.76078, -111.89105, -7),
            new Place("SEATTLE", "WA", "USA", "United States", "98101", 47.60621, -122.33207, -8),
            new Place("ELIZABETH", "NJ", "USA", "United States", "07201", 40.66399, -74.21071, -5),
            new Place("Montréal", "QC", "CAN", "Canada", "H4T 1A5", 45.50169, -73.56725, -5),
            new Place("Köln", "NW", "DEU", "Germany", "51149", 50.93753, 6.96028, 1),
            new Place("Leipzig", "SN", "DEU", "Germany", "04435", 51.33969, 12.37307, 1),
            new Place("Saint-Étienne", "ARA", "FRA", "France", "42000", 45.43969, 4.38718, 1),
            new Place("East Midlands", "ENG", "GBR", "United Kingdom", "DE74 2TR", 52.83111, -1.32806, 0),
            new Place("MISSISSAUGA", "ON", "CAN", "Canada", "L5T 2N7", 43.58905, -79.64412, -5));

    private final Random random;

    TrackerWebhook(long seed) {
        this.random = new Random(seed);
    }

    byte[] write(int checkpoints) {
        var bytes = new ByteArrayOutputStream(checkpoints * 512);
        try (var json = JsonMapper.shared().createGenerator(bytes)) {
            writeUpdate(json, checkpoints);
        }
        return bytes.toByteArray();
    }

    private void writeUpdate(JsonGenerator json, int checkpoints) {
        json.writeStartObject();
        json.writeStringProperty("event", "tracking_update");
        json.writeStringProperty("event_id", hex(16));
        json.writeBooleanProperty("is_tracking_first_tag", false);
        json.writeNumberProperty("ts", FIRST.plus(9, ChronoUnit.DAYS).getEpochSecond());
        json.writeName("msg");
        writeTracking(json, checkpoints);
        json.writeEndObject();
    }

    private void writeTracking(JsonGenerator json, int checkpoints) {
        var courier = oneOf(COURIERS);
        var expected = FIRST.plus(4L + random.nextInt(5), ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
        json.writeStartObject();
        json.writeStringProperty("id", hex(12));
        json.writeStringProperty("tracking_number", "94001" + digits(17));
        json.writeStringProperty("slug", courier);
        json.writeBooleanProperty("active", random.nextBoolean());
        json.writeStringProperty("order_number", "SO-" + digits(5));
        json.writeStringProperty("order_id", digits(10));
        json.writeStringProperty("expected_delivery", LOCAL.format(expected));
        json.writeStringProperty("shipment_type", "Ground Advantage");
        json.writeNumberProperty("shipment_package_count", 1 + random.nextInt(3));
        json.writeNumberProperty("shipment_weight", random.nextInt(1, 9000) / 10.0);
        json.writeNullProperty("signed_by");
        json.writeStringProperty("origin_country_iso3", "USA");
        json.writeArrayPropertyStart("emails");
        json.writeEndArray();
        json.writeStringProperty("tag", "InTransit");
        json.writeNumberProperty("tracked_count", checkpoints);
        json.writeArrayPropertyStart("checkpoints");
        var at = FIRST;
        for (int i = 0; i < checkpoints; i++) {
            at = at.plus(Duration.ofSeconds(random.nextInt(600, 40_000)));
            if (i < ANNOUNCED.size()) {
                writeCheckpoint(json, courier, ANNOUNCED.get(i), at.atOffset(ZoneOffset.UTC));
                writeNowhere(json);
            } else {
                var place = oneOf(PLACES);
                writeCheckpoint(json, courier, oneOf(SCANNED), at.atOffset(ZoneOffset.ofHours(place.offset())));
                writePlace(json, place);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeCheckpoint(JsonGenerator json, String courier, Stage stage, OffsetDateTime at) {
        var subtag = stage.tag() + "_" + stage.subtag();
        json.writeStartObject();
        json.writeStringProperty("slug", courier);
        json.writeStringProperty("created_at", OFFSET.format(at.plusMinutes(7).withOffsetSameInstant(ZoneOffset.UTC)));
        json.writeStringProperty("checkpoint_time", OFFSET.format(at));
        json.writeStringProperty("message", stage.message());
        json.writeStringProperty("tag", stage.tag());
        json.writeStringProperty("subtag", subtag);
        json.writeStringProperty("subtag_message", stage.subtagMessage());
        json.writeStringProperty("raw_tag", stage.code() + random.nextInt(10, 100));
        json.writeStringProperty("source", "carrier");
    }

    private static void writeNowhere(JsonGenerator json) {
        json.writeNullProperty("location");
        json.writeNullProperty("city");
        json.writeNullProperty("state");
        json.writeNullProperty("zip");
        json.writeNullProperty("country_iso3");
        json.writeNullProperty("country_name");
        json.writeArrayPropertyStart("coordinates");
        json.writeEndArray();
    }

    private void writePlace(JsonGenerator json, Place place) {
        json.writeStringProperty(
                "location",
                "%s, %s, %s, %s"
                        .formatted(
                                place.city(),
                                place.state(),
                                place.zip(),
                                place.country().toUpperCase(Locale.ROOT)));
        json.writeStringProperty("city", place.city());
        json.writeStringProperty("state", place.state());
        json.writeStringProperty("zip", place.zip());
        json.writeStringProperty("country_iso3", place.iso3());
        json.writeStringProperty("country_name", place.country());
        json.writeArrayPropertyStart("coordinates");
        json.writeNumber(near(place.longitude()));
        json.writeNumber(near(place.latitude()));
        json.writeEndArray();
    }

    private double near(double degrees) {
        return Math.round((degrees + random.nextDouble() / 10) * 100_000) / 100_000.0;
    }

    private String hex(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private String digits(int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** What happens to a parcel, in the sender's words. */
    private record Stage(String tag, String subtag, String subtagMessage, String message, String code) {}

    /** The offset is that of its clocks in March, in hours. */
    private record Place(
            String city,
            String state,
            String iso3,
            String country,
            String zip,
            double latitude,
            double longitude,
            int offset) {}
}
