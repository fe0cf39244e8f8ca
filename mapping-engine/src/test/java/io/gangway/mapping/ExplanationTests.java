package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.mapping.Explanation.ExplainedValue;
import io.gangway.mapping.Explanation.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTests {
    private static final String MAPPING = """
            {"mapping": "m", "target": "tracking-event/1", "steps": [
              {"operation": "shift", "spec": {
                "nothing": "[0]._nothing",
                "events": {"*": {
                  "@(2,number)": "[&1].trackingNumber",
                  "#acme": "[&1].carrier",
                  "at": "[&1]._when",
                  "code": "[&1]._code",
                  "town": ["[&1].place.city", "[&1].rawText"]}}}},
              {"operation": "modify-overwrite-beta", "spec": {"*": {"service": "=concat(@(1,carrier),'-',@(1,_code))"}}},
              {"operation": "time", "spec": {"field": "occurredAt", "from": "_when", "zone": "UTC"}},
              {"operation": "code", "spec": {"list": "codes", "key": ["_code"]}}]}""";
    private static final String PAYLOAD = """
            {"number": 17, "secret": {"a": true, "b": null}, "events": [
              {"at": "2026-03-01T10:00:00Z", "code": "D", "town": "Ulm", "extra": "x"}]}""";

    private static final CodeRow DELIVERED = new CodeRow(List.of("D"), ShipmentStatus.DELIVERED, null, null);

    @Test
    void tellsWhereAMovedValueStood() {
        assertThat(value(explanation(), "#/0/trackingNumber"))
                .isEqualTo(new ExplainedValue(
                        "#/0/trackingNumber",
                        "17",
                        List.of(new Source("#/number", "17", false)),
                        List.of("#/steps/0/spec/events/*/@(2,number)"),
                        Optional.empty()));
        assertThat(value(explanation(), "#/0/place/city").rules()).containsExactly("#/steps/0/spec/events/*/town/0");
        assertThat(value(explanation(), "#/0/rawText").rules()).containsExactly("#/steps/0/spec/events/*/town/1");
    }

    @Test
    void tellsThatAConstantHasNoSource() {
        assertThat(value(explanation(), "#/0/carrier"))
                .isEqualTo(new ExplainedValue(
                        "#/0/carrier",
                        "\"acme\"",
                        List.of(),
                        List.of("#/steps/0/spec/events/*/#acme"),
                        Optional.empty()));
    }

    @Test
    void tellsWhatAFunctionMadeAValueOf() {
        assertThat(value(explanation(), "#/0/service"))
                .isEqualTo(new ExplainedValue(
                        "#/0/service",
                        "\"acme-D\"",
                        List.of(new Source("#/events/0/code", "\"D\"", false)),
                        List.of("#/steps/1/spec/*/service"),
                        Optional.empty()));
    }

    @Test
    void tellsWhatATimeWasReadFrom() {
        assertThat(value(explanation(), "#/0/occurredAt"))
                .isEqualTo(new ExplainedValue(
                        "#/0/occurredAt",
                        "\"2026-03-01T10:00:00Z\"",
                        List.of(new Source("#/events/0/at", "\"2026-03-01T10:00:00Z\"", false)),
                        List.of("#/steps/2"),
                        Optional.empty()));
    }

    @Test
    void tellsTheRowOfACodeList() {
        var status = value(explanation(), "#/0/status");
        assertThat(status.codeRow()).contains(DELIVERED);
        assertThat(status.sources()).containsExactly(new Source("#/events/0/code", "\"D\"", false));
        assertThat(status.rules()).containsExactly("#/steps/3");
    }

    @Test
    void tellsWhatNoRuleLookedAt() {
        assertThat(explanation().unusedFields()).containsExactly("#/secret/a", "#/secret/b", "#/events/0/extra");
    }

    @Test
    void tellsWhichRulesFoundNothing() {
        assertThat(explanation().idleRules()).containsExactly("#/steps/0/spec/nothing");
    }

    @Test
    void leavesOutWhatIsScratch() {
        assertThat(explanation().values())
                .extracting(ExplainedValue::pointer)
                .containsExactlyInAnyOrder(
                        "#/0/trackingNumber",
                        "#/0/carrier",
                        "#/0/place/city",
                        "#/0/rawText",
                        "#/0/service",
                        "#/0/occurredAt",
                        "#/0/status",
                        "#/0/rawCode");
    }

    @Test
    void tellsNamesThatBecameValues() {
        var explanation = explanation(
                "[{\"operation\": \"shift\", \"spec\": {\"*\": {\"$\": \"ids[]\"}}}]", "{\"p1\": {\"x\": 1}}");
        assertThat(explanation.values())
                .containsExactly(new ExplainedValue(
                        "#/ids/0",
                        "\"p1\"",
                        List.of(new Source("#/p1", "\"p1\"", true)),
                        List.of("#/0/spec/*/$"),
                        Optional.empty()));
        assertThat(explanation.unusedFields()).containsExactly("#/p1/x");
    }

    @Test
    void tellsPartsByWhatTheWholeWasMadeOf() {
        var explanation = explanation(
                "[{\"operation\": \"modify-overwrite-beta\", \"spec\": {\"parts\": \"=split(',', @(1,all))\"}}, "
                        + "{\"operation\": \"remove\", \"spec\": {\"all\": \"\", \"none\": \"\"}}, "
                        + "{\"operation\": \"default\", \"spec\": {\"kind\": true}}]",
                "{\"all\": \"a,b\"}");
        assertThat(value(explanation, "#/parts/1").sources()).containsExactly(new Source("#/all", "\"a,b\"", false));
        assertThat(value(explanation, "#/kind").rules()).containsExactly("#/2/spec/kind");
        assertThat(explanation.idleRules()).containsExactly("#/1/spec/none");
        assertThat(explanation.unusedFields()).isEmpty();
    }

    @Test
    void tellsFaultsOfARejectedPayload() {
        var explanation = explanation(MAPPING, PAYLOAD.replace("10:00:00Z", "26:00:00Z"));
        assertThat(explanation.faults()).extracting(MappingFault::code).containsExactly("invalid-time");
        assertThat(value(explanation, "#/0/status").codeRow()).contains(DELIVERED);
        assertThat(explanation(MAPPING, "{").faults())
                .extracting(MappingFault::code)
                .containsExactly("malformed-json");
    }

    @Test
    void explainsWhatARunMakes() {
        for (var name : KnownSenders.all()) {
            var sender = KnownSenders.find(name).orElseThrow();
            var mapping = new MappingCompiler(MappingLimits.defaults()).compile(sender.mapping(), sender.toCodeLists());
            assertThat(mapping.explain("{}".getBytes(StandardCharsets.UTF_8)).faults())
                    .isNotEmpty();
        }
    }

    @Test
    void countsAValueThatIsMatchedAsUsed() {
        var explanation = explanation("""
                [{"operation": "shift", "spec": {"events": {"*": {"type": {"ACTUAL": {"@(2,when)": "[&3].at"}}}}}}]""", """
                {"events": [{"type": "ACTUAL", "when": "2026-01-01T10:00:00Z"}]}""");
        assertThat(explanation.unusedFields()).isEmpty();
        assertThat(explanation.idleRules()).isEmpty();
    }

    @Test
    void countsADropAsUsedThatLeavesNothing() {
        for (var step : List.of(
                "{\"operation\": \"drop\", \"spec\": {\"field\": \"test\", \"equals\": true}}",
                "{\"operation\": \"keep\", \"spec\": {\"field\": \"test\", \"equals\": false}}")) {
            var explanation = explanation("""
                    {"mapping": "m", "target": "tracking-event/1", "steps": [
                      {"operation": "set", "spec": {"carrier": "c", "occurredAt": "2026-01-01T10:00:00Z", "status": "DELIVERED"}},
                      {"operation": "shift", "spec": {"*": "&"}}, %s]}""".formatted(step), """
                    {"test": true, "trackingNumber": "A1", "rawCode": "x"}""");
            assertThat(explanation.idleRules()).isEmpty();
            assertThat(explanation.faults()).isEmpty();
            assertThat(explanation.result()).contains(new MappingResult.NothingToReport());
        }
    }

    private static Explanation explanation() {
        return explanation(MAPPING, PAYLOAD);
    }

    private static Explanation explanation(String mapping, String payload) {
        return new MappingCompiler(MappingLimits.defaults())
                .compile(mapping, Mappings.CODES)
                .explain(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static ExplainedValue value(Explanation explanation, String pointer) {
        return explanation.values().stream()
                .filter(value -> value.pointer().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No value at " + pointer + ", only " + explanation.values()));
    }
}
