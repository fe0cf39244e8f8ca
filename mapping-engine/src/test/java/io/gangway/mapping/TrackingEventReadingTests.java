package io.gangway.mapping;

import static io.gangway.mapping.Mappings.PLAIN;
import static io.gangway.mapping.Mappings.events;
import static io.gangway.mapping.Mappings.message;
import static io.gangway.mapping.Mappings.partly;
import static io.gangway.mapping.Mappings.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackingEventReadingTests {
    @Test
    void leavesOutMessageWithoutRequiredFields() {
        assertThat(partly(PLAIN, "[" + message("") + ", {\"carrier\": \" \"}]").faults())
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactlyInAnyOrder(
                        tuple("missing-field", "#/1/carrier"),
                        tuple("missing-field", "#/1/trackingNumber"),
                        tuple("missing-field", "#/1/occurredAt"),
                        tuple("missing-field", "#/1/status"),
                        tuple("missing-field", "#/1/rawCode"));
    }

    @Test
    void namesThePlaceAndTheRemedyOfAMissingField() {
        assertThat(
                        rejection(
                                PLAIN,
                                "{\"carrier\": \"c\", \"occurredAt\": \"2026-01-01T00:00:00Z\", \"status\": \"LOST\", \"rawCode\": \"L\"}"))
                .containsExactly(
                        new MappingFault(
                                "missing-field",
                                "#/0/trackingNumber",
                                "Field 'trackingNumber' is missing at #/0. Let a step of the mapping fill it, or have the sender send it."));
    }

    @Test
    void tellsAtMostTwentyFaults() {
        var events = IntStream.range(0, 10).mapToObj(i -> "{\"n\": 1}").collect(Collectors.joining(","));
        assertThat(rejection(PLAIN, "[" + events + "]"))
                .hasSize(21)
                .last()
                .isEqualTo(new MappingFault(
                        "more-faults", "#", "40 more faults were found. Remedy the ones above first."));
    }

    @Test
    void suggestsTheFieldThatWasMeant() {
        assertThat(rejection(PLAIN, message(", \"trackingNumbr\": \"1\"")))
                .containsExactly(new MappingFault(
                        "unknown-field",
                        "#/0/trackingNumbr",
                        "Field 'trackingNumbr' at #/0 is not in tracking-event/1. Did you mean 'trackingNumber'?"));
    }

    @Test
    void suggestsTheFieldOfAPlaceThatWasMeant() {
        assertThat(partly(PLAIN, message(", \"place\": {\"citty\": \"Bonn\"}")).faults())
                .containsExactly(new MappingFault(
                        "unknown-field",
                        "#/0/place/citty",
                        "Field 'citty' at #/0/place is not in tracking-event/1. Did you mean 'city'?"));
    }

    @Test
    void dropsScratchFields() {
        assertThat(events(PLAIN, message(", \"_x\": {\"y\": [1]}"))).hasSize(1);
    }

    @Test
    void refusesToCutIdentifiers() {
        assertThat(rejection(PLAIN, message(", \"senderEventId\": \"" + "9".repeat(201) + "\"")))
                .containsExactly(new MappingFault(
                        "too-long",
                        "#/0/senderEventId",
                        "Field 'senderEventId' at #/0 has 201 characters. At most 200 are possible."));
    }

    @Test
    void cutsTextAtThousandCharactersWithoutSplittingOne() {
        var event = events(PLAIN, message(", \"rawText\": \"" + "x".repeat(999) + "\uD83D\uDE00\""))
                .getFirst();
        assertThat(event.rawText()).isEqualTo("x".repeat(999));
    }

    @Test
    void trimsTextsAndTakesBlankForAbsent() {
        var event = events(PLAIN, message(", \"service\": \"  \", \"rawText\": \" a b \", \"place\": {\"city\": \"\"}"))
                .getFirst();
        assertThat(event.service()).isNull();
        assertThat(event.rawText()).isEqualTo("a b");
        assertThat(event.place()).isNull();
    }

    @Test
    void takesNumbersForTexts() {
        var event = events(
                        PLAIN,
                        message(", \"accountNumber\": 53000001123, \"references\": [10042, 1.50, \"a\", \"a\", null]"))
                .getFirst();
        assertThat(event.accountNumber()).isEqualTo("53000001123");
        assertThat(event.references()).containsExactlyInAnyOrder("10042", "1.5", "a");
    }

    @Test
    void leavesOutCountriesThatAreNoCode() {
        assertThat(partly(PLAIN, message(", \"place\": {\"countryCode\": \"Germany\"}"))
                        .faults())
                .containsExactly(new MappingFault(
                        "invalid-field",
                        "#/0/place/countryCode",
                        "'Germany' is not a valid ISO 3166 code of two letters. Use the operation 'country'."));
    }

    @Test
    void leavesOutEstimatesThatAreNoInstant() {
        assertThat(partly(PLAIN, message(", \"estimatedDeliveryAt\": \"tomorrow\""))
                        .faults())
                .containsExactly(
                        new MappingFault(
                                "invalid-time",
                                "#/0/estimatedDeliveryAt",
                                "'tomorrow' in field 'estimatedDeliveryAt' at #/0 is not an instant in UTC between 2000 and 2100. Use the operation 'time', and check seconds against milliseconds."));
    }

    @Test
    void leavesOutReasonsThatAreNotKnown() {
        assertThat(partly(PLAIN, message(", \"reason\": \"WEATER\"")).faults())
                .containsExactly(new MappingFault(
                        "invalid-field",
                        "#/0/reason",
                        "'WEATER' in field 'reason' at #/0 is not known. Did you mean 'WEATHER'?"));
    }

    @Test
    void rejectsObjectsWhereAValueBelongs() {
        assertThat(rejection(
                        PLAIN, message(", \"service\": {\"a\": 1}, \"place\": \"Bonn\", \"packageNumbers\": [[1]]")))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactlyInAnyOrder(
                        tuple("invalid-field", "#/0/service"),
                        tuple("invalid-field", "#/0/place"),
                        tuple("invalid-field", "#/0/packageNumbers"));
    }
}
