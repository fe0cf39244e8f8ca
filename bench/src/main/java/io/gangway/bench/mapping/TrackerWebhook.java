package io.gangway.bench.mapping;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tracker's webhook as EasyPost sends it: compact, with many members that no mapping asks for, nulls before the parcel
 * is scanned for the first time, now and then a letter beyond ASCII or an escaped quote. Values differ from event to
 * event and depend on the seed alone.
 */
final class TrackerWebhook {
    private static final Instant FIRST = Instant.parse("2026-03-02T07:41:00Z");
    private static final List<String> CARRIERS = List.of("USPS", "FedEx", "DHLExpress", "UPSDAP", "CanadaPost");

    private static final List<Stage> ANNOUNCED = List.of(
            new Stage("pre_transit", "label_created", "LC", "Shipping label created", "Label created, parcel not seen"),
            new Stage("pre_transit", "status_update", "MA", "Shipment information received", "Awaiting the parcel"));

    private static final List<Stage> SCANNED = List.of(
            new Stage(
                    "in_transit",
                    "arrived_at_facility",
                    "AR",
                    "Arrived at regional facility",
                    "Parcel arrived and waits to be sorted"),
            new Stage(
                    "in_transit",
                    "departed_facility",
                    "DP",
                    "Departed sorting facility",
                    "Parcel left towards the next facility"),
            new Stage(
                    "in_transit",
                    "in_transit_to_next_facility",
                    "IT",
                    "In transit to next facility",
                    "Parcel is moving within the network"),
            new Stage(
                    "in_transit",
                    "customs_clearance",
                    "CC",
                    "Customs clearance completed – released",
                    "Shipment was released by customs"),
            new Stage(
                    "failure",
                    "delivery_attempted",
                    "DA",
                    "Delivery attempted, note left at \"side door\"",
                    "Nobody was at home, next attempt follows"),
            new Stage(
                    "out_for_delivery",
                    "out_for_delivery",
                    "OD",
                    "Out for delivery, expected by 8:00 pm",
                    "Parcel is with the courier for delivery"));

    private static final List<Place> PLACES = List.of(
            new Place("JACKSONVILLE", "FL", "US", "32099", 30.33218, -81.65565),
            new Place("SALT LAKE CITY", "UT", "US", "84104", 40.76078, -111.89105),
            new Place("SEATTLE", "WA", "US", "98101", 47.60621, -122.33207),
            new Place("ELIZABETH", "NJ", "US", "07201", 40.66399, -74.21071),
            new Place("Montréal", "QC", "CA", "H4T 1A5", 45.50169, -73.56725),
            new Place("Köln", "NW", "DE", "51149", 50.93753, 6.96028),
            new Place("Leipzig", "SN", "DE", "04435", 51.33969, 12.37307),
            new Place("Saint-Étienne", "ARA", "FR", "42000", 45.43969, 4.38718),
            new Place("East Midlands", "ENG", "GB", "DE74 2TR", 52.83111, -1.32806),
            new Place("MISSISSAUGA", "ON", "CA", "L5T 2N7", 43.58905, -79.64412));

    private final Random random;

    TrackerWebhook(long seed) {
        this.random = new Random(seed);
    }

    byte[] write(int events) {
        var bytes = new ByteArrayOutputStream(events * 512);
        try (var json = JsonMapper.shared().createGenerator(bytes)) {
            writeMessage(json, events);
        }
        return bytes.toByteArray();
    }

    private void writeMessage(JsonGenerator json, int events) {
        json.writeStartObject();
        json.writeStringProperty("id", "evt_" + hex(12));
        json.writeStringProperty("object", "Event");
        json.writeStringProperty("description", "tracker.updated");
        json.writeStringProperty("mode", "production");
        json.writeObjectPropertyStart("previous_attributes");
        json.writeStringProperty("status", "in_transit");
        json.writeEndObject();
        json.writeName("result");
        writeTracker(json, events);
        json.writeStringProperty("created_at", FIRST.plus(9, ChronoUnit.DAYS).toString());
        json.writeEndObject();
    }

    private void writeTracker(JsonGenerator json, int events) {
        var carrier = oneOf(CARRIERS);
        var trackingCode = "94001" + digits(17);
        var estimate = FIRST.plus(4L + random.nextInt(5), ChronoUnit.DAYS).toString();
        json.writeStartObject();
        json.writeStringProperty("id", "trk_" + hex(12));
        json.writeStringProperty("object", "Tracker");
        json.writeStringProperty("tracking_code", trackingCode);
        json.writeStringProperty("carrier", carrier);
        json.writeStringProperty("status", "in_transit");
        json.writeStringProperty("est_delivery_date", estimate);
        json.writeNullProperty("signed_by");
        json.writeNumberProperty("weight", random.nextInt(1, 9000) / 10.0);
        json.writeBooleanProperty("is_return", false);
        json.writeBooleanProperty("finalized", random.nextBoolean());
        json.writeArrayPropertyStart("fees");
        json.writeEndArray();
        json.writeArrayPropertyStart("tracking_details");
        var at = FIRST;
        for (int i = 0; i < events; i++) {
            at = at.plus(Duration.ofSeconds(random.nextInt(600, 40_000)));
            var announced = i < ANNOUNCED.size();
            writeEvent(json, announced ? ANNOUNCED.get(i) : oneOf(SCANNED), at, carrier, announced);
        }
        json.writeEndArray();
        json.writeStringProperty("public_url", "https://track.example/" + hex(16));
        json.writeEndObject();
    }

    private void writeEvent(JsonGenerator json, Stage stage, Instant at, String carrier, boolean announced) {
        json.writeStartObject();
        json.writeStringProperty("object", "TrackingDetail");
        json.writeStringProperty("message", stage.message());
        if (!announced) {
            json.writeStringProperty("description", stage.description());
        }
        json.writeStringProperty("status", stage.status());
        json.writeStringProperty("status_detail", stage.detail());
        json.writeStringProperty("datetime", at.toString());
        json.writeStringProperty("source", carrier);
        json.writeStringProperty("carrier_code", stage.code() + random.nextInt(10, 100));
        if (!announced) {
            json.writeNumberProperty("sequence", random.nextInt(1_000_000));
            json.writeBooleanProperty("exception", stage.status().equals("failure"));
            json.writeStringProperty("scanner", "HHT-" + hex(3));
        }
        json.writeName("tracking_location");
        writePlace(json, announced);
        json.writeEndObject();
    }

    private void writePlace(JsonGenerator json, boolean announced) {
        json.writeStartObject();
        json.writeStringProperty("object", "TrackingLocation");
        if (announced) {
            json.writeNullProperty("city");
            json.writeNullProperty("state");
            json.writeNullProperty("country");
            json.writeNullProperty("zip");
        } else {
            var place = oneOf(PLACES);
            json.writeStringProperty("city", place.city());
            json.writeStringProperty("state", place.state());
            json.writeStringProperty("country", place.country());
            json.writeStringProperty("zip", place.zip());
            json.writeNumberProperty("latitude", near(place.latitude()));
            json.writeNumberProperty("longitude", near(place.longitude()));
        }
        json.writeEndObject();
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
    private record Stage(String status, String detail, String code, String message, String description) {}

    private record Place(String city, String state, String country, String zip, double latitude, double longitude) {}
}
