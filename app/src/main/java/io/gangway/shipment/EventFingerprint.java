package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.TrackingEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What makes events equal.
 *
 * @param occurrence of the happening in the sender's world: the sender's id if it gives one, else where, when and which
 *     code. A later reading of the same happening (a code list was completed, an estimate moved) has the same one
 * @param content of all that was stated; an event with known content is not recorded again
 */
record EventFingerprint(byte[] occurrence, byte[] content) {

    static EventFingerprint of(TrackingEvent event) {
        var occurrence = sha256();
        add(occurrence, event.carrier());
        add(occurrence, event.trackingNumber());
        if (event.senderEventId() != null) {
            add(occurrence, event.senderEventId());
        } else {
            add(occurrence, event.occurredAt().toString());
            add(occurrence, event.rawCode());
            addPlace(occurrence, event.place());
            event.packageNumbers().stream().sorted().forEach(number -> add(occurrence, number));
        }
        var occurrenceHash = occurrence.digest();

        var content = sha256();
        content.update(occurrenceHash);
        add(content, event.occurredAt().toString());
        add(content, event.status().name());
        add(content, nameOf(event.reason()));
        add(content, nameOf(event.responsible()));
        add(content, event.rawCode());
        add(content, event.rawText());
        addPlace(content, event.place());
        event.packageNumbers().stream().sorted().forEach(number -> add(content, number));
        add(content, event.service());
        add(
                content,
                event.estimatedDeliveryAt() == null
                        ? null
                        : event.estimatedDeliveryAt().toString());
        return new EventFingerprint(occurrenceHash, content.digest());
    }

    private static void addPlace(MessageDigest digest, @Nullable Place place) {
        if (place == null) {
            add(digest, null);
            return;
        }
        add(digest, place.city());
        add(digest, place.region());
        add(digest, place.postalCode());
        add(digest, place.countryCode());
    }

    /** With its length in front, so that "a" and "bc" never look like "ab" and "c". */
    private static void add(MessageDigest digest, @Nullable String text) {
        var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
        digest.update(bytes);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
