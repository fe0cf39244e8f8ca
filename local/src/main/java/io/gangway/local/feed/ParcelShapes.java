package io.gangway.local.feed;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Carriers that tell their own parcels' whole story each time. */
final class ParcelShapes {
    private static final DateTimeFormatter GLS_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

    private record GlsWords(String status, String code, String description) {}

    private record DhlWords(String code, String status, String description) {}

    private ParcelShapes() {}

    static void gls(ObjectNode message, Journey journey, List<Step> reached) {
        var parcel = (ObjectNode) message.get("parcels").get(0);
        var last = reached.getLast();
        parcel.put("requested", journey.trackingNumber());
        parcel.put("unitno", journey.trackingNumber());
        parcel.put("status", glsWords(last.phase()).status);
        parcel.put("statusDateTime", last.localTime().format(GLS_TIME));
        var events = (ArrayNode) parcel.get("events");
        var sample = Payload.takeSample(events);
        for (var step : reached) {
            var words = glsWords(step.phase());
            var event = events.addObject().setAll(sample.deepCopy());
            event.put("code", words.code);
            event.put("description", words.description);
            event.put("country", step.city().country());
            event.put("eventDateTime", step.localTime().format(GLS_TIME));
            if (step.phase() != Phase.ANNOUNCED) {
                event.put("city", step.city().name());
                event.put("postalCode", step.city().postalCode());
            }
        }
    }

    /** The newest event comes first. */
    static void dhl(ObjectNode message, Journey journey, List<Step> reached) {
        var shipment = (ObjectNode) message.get("shipments").get(0);
        var last = reached.getLast();
        shipment.put("id", journey.trackingNumber());
        address(shipment.withObject("/origin"), journey.origin());
        address(shipment.withObject("/destination"), journey.destination());
        var estimated = journey.steps().getLast();
        shipment.put("estimatedTimeOfDelivery", estimated.at().toString());
        shipment.withObject("/estimatedDeliveryTimeFrame")
                .put("estimatedFrom", estimated.localTime().toLocalDate().atTime(8, 0) + ":00")
                .put("estimatedThrough", estimated.localTime().toLocalDate().atTime(20, 0) + ":00");
        var details = shipment.withObject("/details");
        details.put("totalNumberOfPieces", 1);
        details.putArray("pieceIds").add("JD0146000" + journey.trackingNumber());
        details.withObject("/weight").put("value", journey.grams() / 1000.0).put("unitText", "kg");
        if (last.phase() == Phase.DELIVERED) {
            var proof = details.withObject("/proofOfDelivery");
            proof.put("timestamp", last.at().toString());
            proof.put("documentUrl", "https://pod.example/" + journey.trackingNumber());
            proof.withObject("/signed").put("name", journey.recipient());
        } else {
            details.remove("proofOfDelivery");
        }
        dhlEvent(shipment.withObject("/status"), last);
        var events = (ArrayNode) shipment.get("events");
        events.removeAll();
        for (var step : reached.reversed()) {
            dhlEvent(events.addObject(), step);
        }
    }

    private static void dhlEvent(ObjectNode event, Step step) {
        var words = dhlWords(step.phase());
        event.put("timestamp", step.at().toString());
        event.put("statusCode", words.code);
        event.put("status", words.status);
        event.put("description", words.description);
        event.remove("remark");
        address(event.withObject("/location"), step.city());
    }

    private static void address(ObjectNode place, City city) {
        place.withObject("/address").put("countryCode", city.country()).put("addressLocality", city.name());
    }

    /** The codes are spelled as in the interface, INTIAL and INBOUD included. */
    private static GlsWords glsWords(Phase phase) {
        return switch (phase) {
            case ANNOUNCED ->
                new GlsWords(
                        "PREADVICE",
                        "INTIAL.PREADVICE",
                        "The parcel data was entered into the GLS IT system; the parcel was not yet handed over to GLS.");
            case PICKED_UP -> new GlsWords("INTRANSIT", "INTIAL.INBOUND", "The parcel was handed over to GLS.");
            case ARRIVED -> new GlsWords("INWAREHOUSE", "INBOUD.NORMAL", "The parcel has reached the parcel center.");
            case DEPARTED -> new GlsWords("INTRANSIT", "OUTBOD.NORMAL", "The parcel has left the parcel center.");
            case OUT_FOR_DELIVERY ->
                new GlsWords("INDELIVERY", "OUTDEL.NORMAL", "The parcel is expected to be delivered during the day.");
            case ATTEMPT_FAILED -> new GlsWords("NOTDELIVERED", "NOTDELIVERED", "The consignee was not present.");
            case READY_FOR_PICKUP ->
                new GlsWords("DELIVEREDPS", "DELIVD.PARCELSHOP", "The parcel has reached the parcel shop.");
            case DELIVERED -> new GlsWords("DELIVERED", "DELIVD.NORMAL", "The parcel has been delivered.");
            case UNHEARD_OF -> new GlsWords("ONHOLD", "MISC.PIGEON", "The parcel waits for a pigeon.");
        };
    }

    private static DhlWords dhlWords(Phase phase) {
        return switch (phase) {
            case ANNOUNCED -> new DhlWords("pre-transit", "PRE-TRANSIT", "Shipment data received");
            case PICKED_UP -> new DhlWords("transit", "TRANSIT", "Shipment picked up");
            case ARRIVED -> new DhlWords("transit", "TRANSIT", "Processed at facility");
            case DEPARTED -> new DhlWords("transit", "TRANSIT", "Departed from facility");
            case OUT_FOR_DELIVERY -> new DhlWords("transit", "TRANSIT", "Out for delivery");
            case ATTEMPT_FAILED -> new DhlWords("failure", "FAILURE", "Delivery attempted; consignee not at home");
            case READY_FOR_PICKUP -> new DhlWords("transit", "TRANSIT", "Available for collection at a service point");
            case DELIVERED -> new DhlWords("delivered", "DELIVERED", "Delivered");
            case UNHEARD_OF -> new DhlWords("teleported", "TELEPORTED", "Between two places");
        };
    }
}
