package io.gangway.local.feed;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Senders that watch other carriers' parcels and tell the whole story each time. */
final class TrackerShapes {
    private static final double GRAMS_PER_OUNCE = 28.349523125;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** @param code of the carrier behind */
    private record EasyPostWords(String status, String detail, String code, String message) {}

    private record AfterShipWords(String tag, String subtag, String message) {}

    private TrackerShapes() {}

    static void easypost(ObjectNode event, Journey journey, List<Step> reached) {
        var last = easyPostWords(reached.getLast().phase());
        event.put("id", "evt_" + Payload.id(journey, reached).toString().replace("-", ""));
        var previous = (ObjectNode) event.get("previous_attributes");
        previous.put(
                "status",
                easyPostWords(reached.get(Math.max(0, reached.size() - 2)).phase()).status);
        var tracker = (ObjectNode) event.get("result");
        tracker.put("id", "trk_" + journey.trackingNumber());
        tracker.put("tracking_code", journey.trackingNumber());
        tracker.put("status", last.status);
        tracker.put("status_detail", last.detail);
        tracker.put("est_delivery_date", journey.steps().getLast().at().toString());
        tracker.put("weight", Math.round(journey.grams() / GRAMS_PER_OUNCE * 10) / 10.0);
        tracker.put("finalized", reached.getLast().phase() == Phase.DELIVERED);
        tracker.put("public_url", "https://track.easypost.com/" + journey.trackingNumber());
        if (reached.getLast().phase() == Phase.DELIVERED) {
            tracker.put("signed_by", journey.recipient());
        }
        var details = (ArrayNode) tracker.get("tracking_details");
        var sample = Payload.takeSample(details);
        for (var step : reached) {
            var words = easyPostWords(step.phase());
            var detail = details.addObject().setAll(sample.deepCopy());
            detail.put("message", words.message);
            detail.put("status", words.status);
            detail.put("status_detail", words.detail);
            detail.put("datetime", step.at().toString());
            detail.put("carrier_code", words.code);
            if (step.phase() != Phase.ANNOUNCED) {
                ((ObjectNode) detail.get("tracking_location"))
                        .put("city", step.city().name().toUpperCase(Locale.ROOT))
                        .put("state", step.city().state())
                        .put("country", step.city().country())
                        .put("zip", step.city().postalCode());
            }
        }
    }

    static void aftership(ObjectNode update, Journey journey, List<Step> reached) {
        var last = afterShipWords(reached.getLast().phase());
        update.put("event_id", Payload.id(journey, reached).toString());
        update.put("is_tracking_first_tag", reached.size() == 1);
        // It is told a little after it happened.
        update.put("ts", reached.getLast().at().plus(Duration.ofSeconds(40)).getEpochSecond());
        var tracking = (ObjectNode) update.get("msg");
        tracking.put("id", Payload.id(journey, journey.steps()).toString().replace("-", ""));
        tracking.put("tracking_number", journey.trackingNumber());
        tracking.put("tag", last.tag);
        tracking.put("subtag", last.subtag);
        tracking.put("subtag_message", last.message);
        tracking.put("order_number", journey.orderReference());
        tracking.put("expected_delivery", journey.steps().getLast().localTime().format(LOCAL));
        var checkpoints = (ArrayNode) tracking.get("checkpoints");
        var sample = Payload.takeSample(checkpoints);
        for (var step : reached) {
            var words = afterShipWords(step.phase());
            checkpoints
                    .addObject()
                    .setAll(sample.deepCopy())
                    .put("checkpoint_time", step.localTime().format(OFFSET))
                    .put("message", words.message)
                    .put("tag", words.tag)
                    .put("subtag", words.subtag)
                    .put("city", step.city().name())
                    .put("state", step.city().state())
                    .put("country_iso3", step.city().country3())
                    .put("zip", step.city().postalCode());
        }
    }

    private static EasyPostWords easyPostWords(Phase phase) {
        return switch (phase) {
            case ANNOUNCED ->
                new EasyPostWords("pre_transit", "label_created", "OC", "Shipment information sent to carrier");
            case PICKED_UP -> new EasyPostWords("in_transit", "arrived_at_facility", "PU", "Picked up");
            case ARRIVED -> new EasyPostWords("in_transit", "arrived_at_facility", "AR", "Arrived at facility");
            case DEPARTED -> new EasyPostWords("in_transit", "departed_facility", "DP", "Departed facility");
            case OUT_FOR_DELIVERY ->
                new EasyPostWords("out_for_delivery", "out_for_delivery", "OD", "On vehicle for delivery");
            case ATTEMPT_FAILED ->
                new EasyPostWords("failure", "delivery_attempted", "DE", "Customer not available or business closed");
            case READY_FOR_PICKUP ->
                new EasyPostWords("available_for_pickup", "available_for_pickup", "HL", "Ready for recipient pickup");
            case DELIVERED -> new EasyPostWords("delivered", "arrived_at_destination", "DL", "Delivered");
            case UNHEARD_OF -> new EasyPostWords("held_by_robot", "awaiting_charge", "RB", "Waiting for a charger");
        };
    }

    private static AfterShipWords afterShipWords(Phase phase) {
        return switch (phase) {
            case ANNOUNCED -> new AfterShipWords("InfoReceived", "InfoReceived_001", "Label created");
            case PICKED_UP -> new AfterShipWords("InTransit", "InTransit_002", "Accepted by the carrier");
            case ARRIVED -> new AfterShipWords("InTransit", "InTransit_003", "Arrived at the carrier's facility");
            case DEPARTED -> new AfterShipWords("InTransit", "InTransit_007", "Departed facility");
            case OUT_FOR_DELIVERY -> new AfterShipWords("OutForDelivery", "OutForDelivery_001", "Out for delivery");
            case ATTEMPT_FAILED -> new AfterShipWords("AttemptFail", "AttemptFail_002", "Addressee not available");
            case READY_FOR_PICKUP ->
                new AfterShipWords("AvailableForPickup", "AvailableForPickup_001", "Available for pickup");
            case DELIVERED -> new AfterShipWords("Delivered", "Delivered_001", "Delivered");
            case UNHEARD_OF -> new AfterShipWords("Levitating", "Levitating_001", "In a drone's claws");
        };
    }
}
