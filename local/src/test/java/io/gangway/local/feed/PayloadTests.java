package io.gangway.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayloadTests {
    private static final Instant ANNOUNCED = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"easypost", "aftership", "gls", "dhl-unified", "ups", "sendcloud"})
    void hasNoFieldThatTheDocumentedSampleLacks(String sender) throws Exception {
        try (var resource = PayloadTests.class.getResourceAsStream(sender + ".json")) {
            var documented = new TreeSet<String>();
            fields(JsonMapper.shared().readTree(resource), "", documented);
            var journey = journey(sender);
            for (var reached = 1; reached <= journey.steps().size(); reached++) {
                var played = new TreeSet<String>();
                fields(JsonMapper.shared().readTree(Payload.of(journey, reached)), "", played);
                assertThat(documented).containsAll(played);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"easypost", "aftership", "gls", "dhl-unified", "ups", "sendcloud"})
    void namesTheParcelUnlessSpoilt(String sender) {
        var journey = journey(sender);
        var number = "\"" + journey.trackingNumber() + "\"";
        assertThat(Payload.of(journey, 2)).contains(number);
        assertThat(Payload.withoutTrackingNumber(journey, 2))
                .doesNotContain(number)
                .contains(":null");
    }

    @Test
    void tellsTheNewestEventOfDhlFirst() {
        var journey = journey("dhl-unified");
        var shipment = JsonMapper.shared().readTree(Payload.of(journey, 3)).at("/shipments/0");
        assertThat(shipment.at("/events/0/timestamp").asString())
                .isEqualTo(journey.steps().get(2).at().toString())
                .isEqualTo(shipment.at("/status/timestamp").asString());
        assertThat(shipment.at("/events")).hasSize(3);
    }

    @Test
    void givesLocalTimesInTheCitysOwnZone() {
        var journey = journey("ups");
        var alert = JsonMapper.shared().readTree(Payload.of(journey, 1));
        var local = journey.steps().getFirst().localTime();
        assertThat(alert.get("localActivityTime").asString())
                .isEqualTo("%02d%02d%02d".formatted(local.getHour(), local.getMinute(), local.getSecond()));
        assertThat(alert.get("gmtActivityTime").asString()).isEqualTo("120000");
    }

    @Test
    void isOfAnotherParcelEachTimeAndTheSameForTheSameSeed() {
        var samples = new SamplePayloads(3);
        var first = samples.next("easypost", ANNOUNCED);
        assertThat(first).contains("\"description\":\"tracker.updated\"");
        assertThat(samples.next("easypost", ANNOUNCED)).isNotEqualTo(first);
        assertThat(new SamplePayloads(3).next("easypost", ANNOUNCED)).isEqualTo(first);
    }

    private static Journey journey(String sender) {
        return new Journeys(new SplittableRandom(11)).starting(sender, ANNOUNCED);
    }

    private static void fields(JsonNode node, String path, TreeSet<String> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                found.add(path + "/" + field.getKey());
                fields(field.getValue(), path + "/" + field.getKey(), found);
            });
        } else {
            node.forEach(element -> fields(element, path + "/*", found));
        }
    }
}
