package io.gangway.mapping;

import static io.gangway.mapping.Mappings.compile;
import static io.gangway.mapping.Mappings.message;
import static io.gangway.mapping.Mappings.partly;
import static io.gangway.mapping.Mappings.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gangway.canonical.TrackingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a payload: read, read in part, nothing to report, or rejected. */
class OutcomeTests {
    private static final String TIME = step("time", "{'field': 'occurredAt', 'from': '_t', 'zone': 'UTC'}");
    private static final String ESTIMATE =
            step("time", "{'field': 'estimatedDeliveryAt', 'from': '_e', 'zone': 'UTC'}");
    private static final String EVENTS = step(
            "shift",
            "{'events': {'*': {'@(2,number)': '[&1].trackingNumber', '#acme': '[&1].carrier', '#DELIVERED': '[&1].status', 'at': '[&1]._t', 'eta': '[&1]._e', 'code': '[&1].rawCode'}}}");
    /** Fields of the payload go to every event. */
    private static final String LISTED = step(
            "shift",
            "{'number': 'trackingNumber', 'events': {'*': {'at': '_events[&1]._t', 'code': '_events[&1].rawCode'}}}");

    private static final String EACH = step("each", "{'field': '_events', 'keep': ['trackingNumber']}");
    private static final String SET = step("set", "{'carrier': 'acme', 'status': 'DELIVERED'}");

    @Test
    void takesTheMessagesBesideOneWhoseTimeCantBeRead() {
        var result = partly(
                compile(EVENTS, TIME),
                json(
                        "{'number': 'A1', 'events': [{'at': '2026-01-01T10:00:00Z', 'code': 'a'}, {'at': 'soon', 'code': 'b'}, {'at': '2026-01-03T10:00:00Z', 'code': 'c'}]}"));
        assertThat(codes(result)).containsExactly("a", "c");
        assertThat(result.faults())
                .containsExactly(
                        new MappingFault(
                                "invalid-time",
                                "#/1/occurredAt",
                                "'soon' for field 'occurredAt' is in none of the formats of the mapping. Add its format, or have it sent in one of them."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "null", "' '"})
    void takesTheMessagesBesideOneThatLacksItsTime(String absent) {
        var result = partly(
                compile(EVENTS, TIME),
                json(
                        "{'number': 'A1', 'events': [{'at': %s, 'code': 'a'}, {'at': '2026-01-03T10:00:00Z', 'code': 'c'}]}"
                                .formatted(absent)));
        assertThat(codes(result)).containsExactly("c");
        assertThat(result.faults())
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("missing-field", "#/0/occurredAt"));
    }

    @Test
    void rejectsPayloadWithoutReadableMessage() {
        assertThat(
                        rejection(
                                compile(EVENTS, TIME),
                                json(
                                        "{'number': 'A1', 'events': [{'at': 'soon', 'code': 'a'}, {'at': 'later', 'code': 'b'}]}")))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("invalid-time", "#/0/occurredAt"), tuple("invalid-time", "#/1/occurredAt"));
    }

    @Test
    void takesMessageWithoutAnEstimateThatCantBeRead() {
        var result = partly(
                compile(EVENTS, TIME, ESTIMATE),
                json("{'number': 'A1', 'events': [{'at': '2026-01-01T10:00:00Z', 'eta': 'soon', 'code': 'a'}]}"));
        assertThat(codes(result)).containsExactly("a");
        assertThat(((TrackingEvent) result.messages().getFirst()).estimatedDeliveryAt())
                .isNull();
        assertThat(result.faults())
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("invalid-time", "#/0/estimatedDeliveryAt"));
    }

    @Test
    void refusesMessageThatWouldSayMoreWithoutAFaultyField() {
        assertThat(rejection(Mappings.PLAIN, message(", \"packageNumbers\": [\"" + "9".repeat(101) + "\"]")))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("invalid-field", "#/0/packageNumbers"));
        assertThat(rejection(Mappings.PLAIN, message(", \"senderEventId\": \"" + "9".repeat(201) + "\"")))
                .extracting(MappingFault::code)
                .containsExactly("too-long");
    }

    @Test
    void refusesMessageWhoseScratchIsFaulty() {
        var mapping = compile(step("time", "{'field': '_when', 'zone': 'UTC'}"));
        assertThat(rejection(mapping, message(", \"_when\": \"soon\"")))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("invalid-time", "#/0/_when"));
    }

    @Test
    void takesWhatIsMadeOfSomethingFaultyForFaulty() {
        var scratch = step("time", "{'field': '_when', 'zone': 'UTC'}");
        var payload = message(", \"_when\": \"soon\", \"_updated\": \"2026-01-02T00:00:00Z\"");
        assertThat(rejection(
                        compile(scratch, step("first", "{'field': 'occurredAt', 'from': ['_when', '_updated']}")),
                        payload))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("invalid-time", "#/0/occurredAt"));
        var result = partly(
                compile(scratch, step("first", "{'field': 'estimatedDeliveryAt', 'from': ['_when', '_updated']}")),
                payload);
        assertThat(result.messages()).hasSize(1);
        assertThat(((TrackingEvent) result.messages().getFirst()).estimatedDeliveryAt())
                .isNull();
        assertThat(partly(
                                compile(
                                        scratch,
                                        step("join", "{'field': 'rawText', 'from': ['rawCode', '_when']}"),
                                        "{\"operation\": \"modify-overwrite-beta\", \"spec\": {\"service\": \"=concat(@(1,_when),'x')\"}}"),
                                payload)
                        .messages())
                .containsExactlyElementsOf(partly(Mappings.PLAIN, message("")).messages());
    }

    @Test
    void followsAFaultThroughALaterShift() {
        var mapping = compile(
                step(
                        "within",
                        "{'field': 'events', 'steps': [" + step("time", "{'field': 'at', 'zone': 'UTC'}") + "]}"),
                step(
                        "shift",
                        "{'events': {'*': {'@(2,number)': '[&1].trackingNumber', '#acme': '[&1].carrier', '#DELIVERED': '[&1].status', 'at': '[&1].occurredAt', 'code': '[&1].rawCode'}}}"));
        var result = partly(
                mapping,
                json(
                        "{'number': 'A1', 'events': [{'at': 'soon', 'code': 'a'}, {'at': '2026-01-03T10:00:00Z', 'code': 'c'}]}"));
        assertThat(codes(result)).containsExactly("c");
        assertThat(result.faults())
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("invalid-time", "#/0/occurredAt"));
    }

    @Test
    void followsAFaultThroughEach() {
        var within = step(
                "within", "{'field': 'events', 'steps': [" + step("time", "{'field': '_t', 'zone': 'UTC'}") + "]}");
        var mapping = compile(
                within,
                step("each", "{'field': 'events', 'keep': ['trackingNumber']}"),
                step("first", "{'field': 'occurredAt', 'from': '_t'}"),
                SET);
        var result = partly(
                mapping,
                json(
                        "{'trackingNumber': 'A1', 'events': [{'_t': 'soon', 'rawCode': 'a'}, {'_t': '2026-01-03T10:00:00Z', 'rawCode': 'c'}]}"));
        assertThat(codes(result)).containsExactly("c");
        assertThat(result.faults()).extracting(MappingFault::pointer).containsExactly("#/0/occurredAt");
    }

    @Test
    void reportsItemsThatAreNoObjectsAndTakesTheOthers() {
        var result = partly(
                compile(step("each", "{'field': 'events', 'keep': ['trackingNumber', 'occurredAt']}"), SET),
                json(
                        "{'trackingNumber': 'A1', 'occurredAt': '2026-01-03T10:00:00Z', 'events': [7, {'rawCode': 'c'}]}"));
        assertThat(codes(result)).containsExactly("c");
        assertThat(result.faults())
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("not-a-message", "#/events/0"));
    }

    @Test
    void reportsNoFaultOfAMessageThatIsNotForUs() {
        var drop = step("drop", "{'field': '_test', 'equals': true}");
        var result = partly(
                compile(TIME, drop), "[" + message(", \"_t\": \"soon\", \"_test\": true") + ", " + message("") + "]");
        assertThat(result.messages()).hasSize(1);
        assertThat(result.faults()).isEmpty();
        assertThat(map(compile(TIME, drop), message(", \"_t\": \"soon\", \"_test\": true")))
                .isEqualTo(new MappingResult.NothingToReport());
    }

    @Test
    void dropsNoMessageForAValueThatIsFaulty() {
        var mapping = compile(TIME, step("keep", "{'field': 'occurredAt', 'startsWith': '2026'}"));
        assertThat(rejection(mapping, message(", \"_t\": \"soon\"")))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("invalid-time", "#/0/occurredAt"));
    }

    @Test
    void pointsToTheMessageWhereItIsInTheEnd() {
        var mapping = compile(TIME, step("drop", "{'field': '_test', 'equals': true}"));
        assertThat(partly(
                                mapping,
                                "[" + message(", \"_test\": true") + ", " + message(", \"_t\": \"soon\"") + ", "
                                        + message("") + "]")
                        .faults())
                .extracting(MappingFault::pointer)
                .containsExactly("#/0/occurredAt");
    }

    @Test
    void countsFaultsPastTheLimit() {
        var messages = IntStream.range(0, 500)
                .mapToObj(i -> message(", \"_t\": \"soon\""))
                .collect(Collectors.joining(", "));
        var result = partly(compile(TIME, TIME, TIME), "[" + messages + ", " + message("") + "]");
        assertThat(result.messages()).hasSize(1);
        assertThat(result.faults()).hasSize(21);
        assertThat(result.faults().getLast().detail()).startsWith("1480 more faults");
    }

    @Test
    void rejectsPayloadWhoseShiftFailsAfterAFault() {
        assertThat(rejection(
                        compile(
                                TIME,
                                step(
                                        "shift",
                                        "{'nowhere': ['carrier', 'trackingNumber', 'occurredAt', 'status', 'rawCode']}")),
                        message(", \"_t\": \"soon\"")))
                .extracting(MappingFault::code)
                .containsExactlyInAnyOrder("invalid-time", "no-message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action': 'test_webhook'}",
                "{'action': 'test_webhook', 'parcel': {'n': 'A1'}, 'at': '2026-01-01T10:00:00Z'}",
                "{'parcel': {'n': 'A1'}}",
                "[]"
            })
    void hasNothingToReportIfNothingIsKept(String payload) {
        var keep = step("keep", "{'field': 'action', 'equals': 'parcel_status_changed'}");
        var shift = step("shift", "{'parcel': {'n': 'trackingNumber'}, 'at': 'occurredAt'}");
        var set = step("set", "{'carrier': 'acme', 'status': 'IN_TRANSIT', 'rawCode': 'x'}");
        assertThat(map(compile(keep, shift, set), json(payload))).isEqualTo(new MappingResult.NothingToReport());
    }

    @Test
    void hasNothingToReportIfNothingIsKeptBehindTheShift() {
        var shift = step("shift", "{'action': '_action', 'parcel': {'n': 'trackingNumber'}, 'at': 'occurredAt'}");
        var keep = step("keep", "{'field': '_action', 'equals': 'parcel_status_changed'}");
        var set = step("set", "{'carrier': 'acme', 'status': 'IN_TRANSIT', 'rawCode': 'x'}");
        assertThat(map(compile(shift, keep, set), json("{'action': 'test_webhook'}")))
                .isEqualTo(new MappingResult.NothingToReport());
        assertThat(partly(
                                compile(shift, keep, set),
                                json(
                                        "{'action': 'parcel_status_changed', 'parcel': {'n': 'A1'}, 'at': '2026-01-01T10:00:00Z'}"))
                        .messages())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null"})
    void hasNothingToReportIfTheListOfEventsIsEmpty(String empty) {
        var payload = json("{'number': 'A1', 'events': %s}".formatted(empty));
        assertThat(map(compile(EVENTS, TIME), payload)).isEqualTo(new MappingResult.NothingToReport());
        assertThat(map(compile(LISTED, EACH, SET, TIME), payload)).isEqualTo(new MappingResult.NothingToReport());
        assertThat(map(compile(step("shift", "{'events': {'*': '_events[]'}}"), EACH, SET), payload))
                .isEqualTo(new MappingResult.NothingToReport());
        assertThat(map(compile(step("each", "{'field': 'events'}"), SET), payload))
                .isEqualTo(new MappingResult.NothingToReport());
    }

    @Test
    void takesTheEventsNextToAnEmptyList() {
        var shift = step(
                "shift",
                "{'*': {'number': '[&1].trackingNumber', 'events': {'*': {'at': '[&3]._events[&1]._t', 'code': '[&3]._events[&1].rawCode'}}}}");
        var payload = json(
                "[{'number': 'A1', 'events': []}, {'number': 'A2', 'events': [{'at': '2026-01-01T10:00:00Z', 'code': 'a'}]}]");
        var result = partly(compile(shift, EACH, SET, TIME), payload);
        assertThat(codes(result)).containsExactly("a");
        assertThat(result.faults()).isEmpty();
    }

    @Test
    void rejectsPayloadWithoutTheListOfEvents() {
        assertThat(rejection(compile(EVENTS, TIME), json("{'number': 'A1', 'scans': []}")))
                .extracting(MappingFault::code)
                .containsExactly("no-message");
        assertThat(rejection(compile(LISTED, EACH, SET, TIME), json("{'number': 'A1', 'scans': []}")))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("missing-field", "#/0/occurredAt"), tuple("missing-field", "#/0/rawCode"));
    }

    @Test
    void rejectsPayloadWhoseOtherListsAreEmpty() {
        var mapping = compile(
                step("shift", "{'number': 'trackingNumber', 'at': 'occurredAt', 'parcels': {'*': 'packageNumbers[]'}}"),
                step("set", "{'carrier': 'acme', 'status': 'IN_TRANSIT', 'rawCode': 'x'}"));
        assertThat(rejection(mapping, json("{'parcels': []}")))
                .extracting(MappingFault::code)
                .containsExactly("no-message");
        assertThat(rejection(mapping, json("{'number': 'A1', 'parcels': []}")))
                .extracting(MappingFault::code)
                .containsExactly("missing-field");
    }

    @Test
    void rejectsEmptyListNextToWhatIsFaulty() {
        var estimate = step("time", "{'field': 'estimatedDeliveryAt', 'from': 'trackingNumber', 'zone': 'UTC'}");
        assertThat(rejection(compile(LISTED, EACH, SET, TIME, estimate), json("{'number': 'A1', 'events': []}")))
                .extracting(MappingFault::code)
                .contains("invalid-time");
    }

    @Test
    void reportsCodesWithoutARowOncePerMessage() {
        var code = step("code", "{'list': 'codes', 'key': ['_code']}");
        var result = partly(
                compile(code, code, step("drop", "{'field': '_test', 'equals': true}"), TIME),
                "[" + message(", \"_code\": \"N\"") + ", " + message(", \"_code\": \"D\"") + ", "
                        + message(", \"_code\": \"T\", \"_test\": true") + ", "
                        + message(", \"_code\": \"U\", \"_t\": \"soon\"") + ", " + message("") + ", "
                        + message(", \"_code\": \"N\"") + "]");
        assertThat(result.messages()).hasSize(4);
        assertThat(result.unmappedCodes())
                .containsExactly(
                        new UnmappedCode("codes", List.of("N"), 0),
                        new UnmappedCode("codes", List.of("U"), -1),
                        new UnmappedCode("codes", List.of("N"), 3));
    }

    @Test
    void followsCodesThroughLaterSteps() {
        var mapping = compile(
                step("code", "{'list': 'codes', 'key': ['_code']}"),
                step("shift", "{'*': {'*': '[&1].&'}}"),
                step("set", "{'_x': 'y'}"));
        assertThat(partly(mapping, "[" + message(", \"_code\": \"D\"") + ", " + message(", \"_code\": \"N\"") + "]")
                        .unmappedCodes())
                .containsExactly(new UnmappedCode("codes", List.of("N"), 1));
    }

    @Test
    void explainsTheSameOutcome() {
        var mapping = compile(EVENTS, TIME, step("drop", "{'field': 'rawCode', 'equals': 'test'}"));
        for (var payload : List.of(
                "{'number': 'A1', 'events': [{'at': 'soon', 'code': 'b'}, {'at': '2026-01-03T10:00:00Z', 'code': 'c'}]}",
                "{'number': 'A1', 'events': []}",
                "{'number': 'A1', 'events': [{'at': '2026-01-03T10:00:00Z', 'code': 'test'}]}",
                "{'number': 'A1', 'events': [{'at': 'soon', 'code': 'b'}]}",
                "{'number': 'A1'}",
                "{")) {
            var explanation = mapping.explain(json(payload).getBytes(StandardCharsets.UTF_8));
            assertThat(explanation.result()).contains(map(mapping, json(payload)));
            assertThat(explanation.faults())
                    .isEqualTo(
                            switch (map(mapping, json(payload))) {
                                case MappingResult.Mapped mapped -> mapped.faults();
                                case MappingResult.NothingToReport nothing -> List.of();
                                case MappingResult.Rejected rejected -> rejected.faults();
                            });
        }
        assertThat(mapping.explain(
                                json("{'number': 'A1', 'events': [{'at': 'soon', 'code': 'b'}, {'at': '2026-01-03T10:00:00Z', 'code': 'c'}]}")
                                        .getBytes(StandardCharsets.UTF_8))
                        .values())
                .extracting(Explanation.ExplainedValue::pointer)
                .contains("#/0/rawCode", "#/1/occurredAt")
                .doesNotContain("#/0/occurredAt");
    }

    private static MappingResult map(CompiledMapping mapping, String payload) {
        return mapping.map(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(MappingResult.Mapped mapped) {
        return mapped.messages().stream()
                .map(event -> ((TrackingEvent) event).rawCode())
                .toList();
    }

    private static String step(String operation, String spec) {
        return json("{'operation': '%s', 'spec': %s}".formatted(operation, spec));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
