package io.gangway.support;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes tracker updates as EasyPost documents them. */
public final class EasyPost {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode event = JSON.createObjectNode();
    private final ArrayNode details;

    private EasyPost(String trackingNumber) {
        event.put("id", "evt_" + trackingNumber).put("object", "Event").put("description", "tracker.updated");
        event.put("mode", "production");
        var tracker = event.putObject("result");
        tracker.put("id", "trk_1").put("object", "Tracker").put("tracking_code", trackingNumber);
        tracker.put("carrier", "FedEx").put("status", "in_transit");
        details = tracker.putArray("tracking_details");
    }

    public static EasyPost tracker(String trackingNumber) {
        return new EasyPost(trackingNumber);
    }

    public EasyPost with(Instant at, String status, String detail, String code, String message, String city) {
        var entry = details.addObject().put("object", "TrackingDetail").put("message", message);
        entry.put("status", status).put("status_detail", detail).put("datetime", at.toString());
        entry.put("source", "FedEx").put("carrier_code", code);
        entry.putObject("tracking_location")
                .put("city", city)
                .put("state", "WA")
                .put("country", "US")
                .put("zip", "98101");
        return this;
    }

    public EasyPost announced(Instant at) {
        return with(at, "pre_transit", "label_created", "OC", "Shipment information sent to carrier", "ORLANDO");
    }

    public EasyPost pickedUp(Instant at) {
        return with(at, "in_transit", "arrived_at_facility", "PU", "Picked up", "ORLANDO");
    }

    public EasyPost outForDelivery(Instant at) {
        return with(at, "out_for_delivery", "out_for_delivery", "OD", "On vehicle for delivery", "SEATTLE");
    }

    public EasyPost delivered(Instant at) {
        return with(at, "delivered", "arrived_at_destination", "DL", "Delivered", "SEATTLE");
    }

    public String json() {
        return JSON.writeValueAsString(event);
    }
}
