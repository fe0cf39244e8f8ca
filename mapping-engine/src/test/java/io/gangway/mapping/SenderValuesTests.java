package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the mappings of known senders read: {@code sender-values.json} has payloads, fields of the events that they are to make,
 * and what else is reported. A payload without events and faults has nothing to report.
 */
class SenderValuesTests {
    private static final Path CASES = Path.of("src/test/resources/sender-values.json");
    private static final JsonMapper JSON = new JsonMapper();

    record Case(
            String sender,
            String name,
            JsonNode payload,
            List<JsonNode> events,
            List<String> faults,
            List<List<String>> unmapped) {}

    @TestFactory
    Stream<DynamicTest> readsWhatSendersWrite() throws IOException {
        return Stream.of(JSON.readValue(Files.readString(CASES), Case[].class))
                .map(wanted -> DynamicTest.dynamicTest(wanted.sender() + ": " + wanted.name(), () -> check(wanted)));
    }

    private static void check(Case wanted) {
        var sender = KnownSenders.find(wanted.sender()).orElseThrow();
        var result = new MappingCompiler(MappingLimits.defaults())
                .compile(sender.mapping(), sender.toCodeLists())
                .map(wanted.payload().toString().getBytes(StandardCharsets.UTF_8));
        if (wanted.events().isEmpty() && wanted.faults().isEmpty()) {
            assertThat(result).isEqualTo(new MappingResult.NothingToReport());
            return;
        }
        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        var mapped = (MappingResult.Mapped) result;
        assertThat(mapped.messages()).hasSameSizeAs(wanted.events());
        for (int i = 0; i < wanted.events().size(); i++) {
            var event = JSON.readTree(JSON.writeValueAsString(mapped.messages().get(i)));
            wanted.events().get(i).properties().forEach(field -> assertField(event.get(field.getKey()), field));
        }
        assertThat(mapped.faults())
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .isEqualTo(wanted.faults());
        assertThat(mapped.unmappedCodes()).extracting(UnmappedCode::key).isEqualTo(wanted.unmapped());
    }

    private static void assertField(JsonNode actual, java.util.Map.Entry<String, JsonNode> wanted) {
        if (wanted.getValue().isObject()) {
            wanted.getValue().properties().forEach(part -> assertField(actual.get(part.getKey()), part));
        } else {
            assertThat(actual).as(wanted.getKey()).isEqualTo(wanted.getValue());
        }
    }
}
