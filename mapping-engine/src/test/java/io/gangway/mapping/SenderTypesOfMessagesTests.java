package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.TrackingEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders also send what is not for us: tests, other types of messages, parcels without a number yet. */
class SenderTypesOfMessagesTests {
    private static final String PARCEL = """
            {"action": "%s", "timestamp": 1768212000000, "carrier_status_change_timestamp": 1768208400000,
             "parcel": {"id": 1, "tracking_number": %s, "status": {"id": 3, "message": "En route"},
                        "shipment": {"id": 8, "name": "PostNL Standard"}, "order_number": "SO-1"}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\": \"test_webhook\"}",
                "{\"action\": \"integration_connected\", \"timestamp\": 1768212000000, \"integration\": {\"id\": 7}}",
                "{\"action\": \"return_created\", \"timestamp\": 1768212000000, \"return\": {\"id\": 4, \"status\": \"x\"}}"
            })
    void sendcloudReportsNothingWithOtherActions(String payload) {
        assertThat(sendcloud(payload)).isEqualTo(new MappingResult.NothingToReport());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null"})
    void sendcloudReportsNothingBeforeAParcelHasANumber(String number) {
        assertThat(sendcloud(PARCEL.formatted("parcel_status_changed", number)))
                .isEqualTo(new MappingResult.NothingToReport());
    }

    @Test
    void sendcloudStandsInForACarrierThatItDoesNotName() {
        var result = (MappingResult.Mapped) sendcloud(PARCEL.formatted("parcel_status_changed", "\"3SYZXG1\""));
        assertThat(result.messages())
                .singleElement()
                .extracting(message -> ((TrackingEvent) message).carrier())
                .isEqualTo("sendcloud");
    }

    private static MappingResult sendcloud(String payload) {
        var sender = KnownSenders.find("sendcloud").orElseThrow();
        return new MappingCompiler(MappingLimits.defaults())
                .compile(sender.mapping(), sender.toCodeLists())
                .map(payload.getBytes(StandardCharsets.UTF_8));
    }
}
