package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code faults/run.json}: mappings, payloads that don't fit them or the limits, and what is told then. */
class RunFaultTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MappingLimits DEFAULTS = MappingLimits.defaults();

    /** Every code that docs/mapping.md lists for payloads. */
    private static final List<String> CODES = List.of(
            "charset",
            "duplicate-name",
            "empty",
            "invalid-field",
            "invalid-measure",
            "invalid-money",
            "invalid-time",
            "malformed-json",
            "missing-field",
            "more-faults",
            "no-message",
            "not-a-message",
            "nul-character",
            "output-too-large",
            "pattern-too-slow",
            "too-deep",
            "too-large",
            "too-long",
            "too-many-items",
            "too-many-messages",
            "too-many-steps",
            "too-many-values",
            "too-much-text",
            "transform-failed",
            "unknown-field",
            "zone-missing");

    @TestFactory
    Stream<DynamicTest> tellsWhatIsWrong() throws Exception {
        return cases().map(each -> DynamicTest.dynamicTest(
                each.path("name").asString(),
                () -> assertThat(faults(each))
                        .containsExactlyElementsOf(each.path("faults")
                                .valueStream()
                                .map(fault -> new MappingFault(
                                        fault.path("code").asString(),
                                        fault.path("pointer").asString(),
                                        fault.path("detail").asString()))
                                .toList())));
    }

    @Test
    void coversEveryCode() throws Exception {
        assertThat(cases().flatMap(each -> each.path("faults").valueStream())
                        .map(fault -> fault.path("code").asString())
                        .distinct()
                        .sorted())
                .containsExactlyElementsOf(CODES);
    }

    private static Stream<JsonNode> cases() throws Exception {
        return JSON.readTree(Files.readString(Path.of("src/test/resources/faults/run.json")))
                .valueStream();
    }

    static List<MappingFault> faults(JsonNode each) {
        var limits = JSON.convertValue(each.path("limits"), Map.class);
        var mapping = new MappingCompiler(limits(limits == null ? Map.of() : limits))
                .compile(each.path("mapping").toString(), Mappings.CODES);
        var input = each.path("input").asString().getBytes(StandardCharsets.ISO_8859_1);
        var payload = each.has("bytes") ? input : each.path("input").asString().getBytes(StandardCharsets.UTF_8);
        var result = mapping.target().isPresent() ? mapping.map(payload) : mapping.transform(payload);
        return result instanceof MappingResult.Rejected rejected ? rejected.faults() : List.of();
    }

    private static MappingLimits limits(Map<?, ?> stated) {
        return new MappingLimits(
                limit(stated, "inputBytes", DEFAULTS.inputBytes()),
                DEFAULTS.specCharacters(),
                DEFAULTS.operations(),
                limit(stated, "depth", DEFAULTS.depth()),
                limit(stated, "nodes", DEFAULTS.nodes()),
                limit(stated, "stringLength", DEFAULTS.stringLength()),
                limit(stated, "workBytes", DEFAULTS.workBytes()),
                limit(stated, "outputBytes", DEFAULTS.outputBytes()),
                limit(stated, "steps", (int) DEFAULTS.steps()),
                limit(stated, "patternSteps", (int) DEFAULTS.patternSteps()),
                limit(stated, "messages", DEFAULTS.messages()),
                limit(stated, "faults", DEFAULTS.faults()));
    }

    private static int limit(Map<?, ?> stated, String name, int otherwise) {
        return stated.get(name) instanceof Integer limit ? limit : otherwise;
    }
}
