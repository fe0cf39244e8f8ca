package io.gangway.local.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that a sender posts at one point of a journey: its documented sample with this parcel's values. */
final class Payload {
    private static final JsonMapper JSON = JsonMapper.shared();

    interface Shape {
        /** @param reached what has happened so far, at least one step */
        void fill(ObjectNode sample, Journey journey, List<Step> reached);
    }

    private static final Map<String, Shape> SHAPES = Map.of(
            "easypost", TrackerShapes::easypost,
            "aftership", TrackerShapes::aftership,
            "gls", ParcelShapes::gls,
            "dhl-unified", ParcelShapes::dhl,
            "ups", StatusShapes::ups,
            "sendcloud", StatusShapes::sendcloud);

    private Payload() {}

    static String of(Journey journey, int reached) {
        var sample = sample(journey.sender());
        shape(journey.sender()).fill(sample, journey, journey.firstSteps(reached));
        return JSON.writeValueAsString(sample);
    }

    /** As a sender's bad day would have it: the one field that nobody can do without is null. */
    static String withoutTrackingNumber(Journey journey, int reached) {
        return of(journey, reached).replace("\"" + journey.trackingNumber() + "\"", "null");
    }

    /** Stands for the same step of the same parcel in every payload, and for no other. */
    static UUID id(Journey journey, List<Step> reached) {
        var name = "%s %s %d".formatted(journey.sender(), journey.trackingNumber(), reached.size());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Empties an array and returns what stood first in it, to be copied. */
    static ObjectNode takeSample(ArrayNode array) {
        var first = (ObjectNode) array.get(0);
        array.removeAll();
        return first;
    }

    private static Shape shape(String sender) {
        return Objects.requireNonNull(SHAPES.get(sender), sender);
    }

    private static ObjectNode sample(String sender) {
        var name = sender + ".json";
        try (var resource = Objects.requireNonNull(Payload.class.getResourceAsStream(name), name)) {
            return (ObjectNode) JSON.readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
