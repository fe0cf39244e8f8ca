package io.gangway.mapping;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import io.gangway.mapping.plan.Pointer;
import org.jspecify.annotations.Nullable;

/** Reads a message object of the target {@code tracking-event/1}. */
final class TrackingEventReader {
    private static final int NUMBER = 100;
    private static final int NAME = 200;
    private static final int TEXT = 1000;
    private static final int REFERENCES = 50;
    private static final int PACKAGES = 500;

    private TrackingEventReader() {}

    /** Null if it is none; faults then say why. */
    static @Nullable TrackingEvent read(@Nullable Object value, Pointer pointer, Faults faults) {
        var members = Messages.asObject(value);
        if (members == null) {
            faults.add(
                    "not-a-message",
                    pointer.toString(),
                    "What the mapping made at %s is not an object. Let its steps make one object for each event."
                            .formatted(pointer));
            return null;
        }
        var fields = new MessageFields(members, pointer, faults);
        var carrier = fields.required("carrier", NUMBER);
        var trackingNumber = fields.required("trackingNumber", NUMBER);
        var accountNumber = fields.optional("accountNumber", NUMBER);
        var references = fields.list("references", NAME, REFERENCES);
        var senderEventId = fields.optional("senderEventId", NAME);
        var occurredAt = fields.requiredInstant("occurredAt");
        var status = fields.required("status", ShipmentStatus.class);
        var reason = fields.optional("reason", Reason.class);
        var responsible = fields.optional("responsible", ResponsibleParty.class);
        var rawCode = fields.required("rawCode", NAME);
        var rawText = fields.cut("rawText", TEXT);
        var place = place(fields.object("place"));
        var packageNumbers = fields.list("packageNumbers", NUMBER, PACKAGES);
        var estimatedDeliveryAt = fields.optionalInstant("estimatedDeliveryAt");
        var service = fields.optional("service", NAME);
        fields.refuseOthers();
        if (carrier == null || trackingNumber == null || occurredAt == null || status == null || rawCode == null) {
            return null;
        }
        return new TrackingEvent(
                carrier,
                trackingNumber,
                accountNumber,
                references,
                senderEventId,
                occurredAt,
                status,
                reason,
                responsible,
                rawCode,
                rawText,
                place,
                packageNumbers,
                estimatedDeliveryAt,
                service);
    }

    private static @Nullable Place place(@Nullable MessageFields fields) {
        if (fields == null) {
            return null;
        }
        var city = fields.cut("city", NAME);
        var region = fields.cut("region", NAME);
        var postalCode = fields.cut("postalCode", NUMBER);
        var countryCode = country(fields);
        fields.refuseOthers();
        return city == null && region == null && postalCode == null && countryCode == null
                ? null
                : new Place(city, region, postalCode, countryCode);
    }

    private static @Nullable String country(MessageFields fields) {
        var code = fields.optional("countryCode", NUMBER);
        if (code != null && !code.matches("[A-Z]{2}")) {
            fields.fault(
                    "invalid-field",
                    "countryCode",
                    "'%s' is no ISO 3166 code of two letters. Use the operation 'country'.".formatted(code));
            return null;
        }
        return code;
    }
}
