package io.gangway.local.feed;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Senders that tell only what happened last. */
final class StatusShapes {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    private record UpsWords(String type, String code, String description, String descriptionCode) {}

    private record SendcloudWords(int id, String message) {}

    private StatusShapes() {}

    static void ups(ObjectNode alert, Journey journey, List<Step> reached) {
        var last = reached.getLast();
        var words = upsWords(last.phase());
        alert.put("trackingNumber", journey.trackingNumber());
        alert.put("localActivityDate", last.localTime().format(DAY));
        alert.put("localActivityTime", last.localTime().format(TIME));
        ZonedDateTime greenwich = last.at().atZone(ZoneOffset.UTC);
        alert.put("gmtActivityDate", greenwich.format(DAY));
        alert.put("gmtActivityTime", greenwich.format(TIME));
        alert.withObject("/activityLocation")
                .put("city", last.city().name())
                .put("stateProvince", last.city().state())
                .put("postalCode", "")
                .put("country", last.city().country());
        alert.withObject("/activityStatus")
                .put("type", words.type)
                .put("code", words.code)
                .put("description", words.description)
                .put("descriptionCode", words.descriptionCode);
        alert.put("scheduledDeliveryDate", journey.steps().getLast().localTime().format(DAY));
        if (last.phase() == Phase.DELIVERED) {
            alert.put("actualDeliveryDate", last.localTime().format(DAY));
            alert.put("actualDeliveryTime", last.localTime().format(TIME));
        }
    }

    static void sendcloud(ObjectNode change, Journey journey, List<Step> reached) {
        var last = reached.getLast();
        var words = sendcloudWords(last.phase());
        change.put("timestamp", last.at().plusSeconds(10).toEpochMilli());
        change.put("carrier_status_change_timestamp", last.at().toEpochMilli());
        var parcel = change.withObject("/parcel");
        parcel.put("id", Math.abs((long) journey.trackingNumber().hashCode()));
        parcel.put("name", journey.recipient());
        parcel.put("tracking_number", journey.trackingNumber());
        parcel.withObject("/status").put("id", words.id).put("message", words.message);
        // The consignee's, not where the parcel is.
        parcel.put("city", journey.destination().name());
        parcel.put("postal_code", journey.destination().postalCode());
        parcel.put("order_number", journey.orderReference());
        parcel.put("external_order_id", "AMZ" + journey.orderReference().substring(3));
        parcel.put("weight", BigDecimal.valueOf(journey.grams(), 3).toPlainString());
    }

    private static UpsWords upsWords(Phase phase) {
        return switch (phase) {
            case ANNOUNCED ->
                new UpsWords("M", "MP", "Shipper created a label, UPS has not received the package yet.", "003");
            case PICKED_UP -> new UpsWords("I", "PU", "Pickup Scan", "038");
            case ARRIVED -> new UpsWords("I", "AR", "Arrived at Facility", "005");
            case DEPARTED -> new UpsWords("I", "DP", "Departed from Facility", "005");
            case OUT_FOR_DELIVERY -> new UpsWords("D", "OT", "Out For Delivery Today", "021");
            case ATTEMPT_FAILED ->
                new UpsWords("X", "48", "The customer was not available when UPS attempted delivery.", "022");
            case READY_FOR_PICKUP -> new UpsWords("D", "2Q", "Ready for customer pickup", "017");
            case DELIVERED -> new UpsWords("D", "FS", "DELIVERED", "011");
            case UNHEARD_OF -> new UpsWords("Q", "QQ", "Quarantined by the cat", "999");
        };
    }

    private static SendcloudWords sendcloudWords(Phase phase) {
        return switch (phase) {
            case ANNOUNCED -> new SendcloudWords(1000, "Ready to send");
            case PICKED_UP -> new SendcloudWords(22, "Shipment picked up by driver");
            case ARRIVED -> new SendcloudWords(5, "Sorted");
            case DEPARTED -> new SendcloudWords(3, "En route to sorting center");
            case OUT_FOR_DELIVERY -> new SendcloudWords(92, "Driver en route");
            case ATTEMPT_FAILED -> new SendcloudWords(8, "Delivery attempt failed");
            case READY_FOR_PICKUP -> new SendcloudWords(12, "Awaiting customer pickup");
            case DELIVERED -> new SendcloudWords(11, "Delivered");
            case UNHEARD_OF -> new SendcloudWords(4242, "Sat upon");
        };
    }
}
