package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code advice.json} has slips of newcomers, what the compiler or the run advises, and the mapping that follows the advice, which
 * then does what was meant.
 */
class AdviceTests {
    private static final Path CASES = Path.of("src/test/resources/advice.json");
    private static final JsonMapper JSON = new JsonMapper();

    /** @param sent what the advice is given for, if it is to send something else */
    record Case(
            String name,
            JsonNode wrong,
            @Nullable JsonNode sent,
            String says,
            JsonNode followed,
            JsonNode payload,
            JsonNode result) {}

    @TestFactory
    Stream<DynamicTest> helpsWhoeverFollowsIt() throws IOException {
        return Stream.of(JSON.readValue(Files.readString(CASES), Case[].class))
                .map(advice -> DynamicTest.dynamicTest(advice.name(), () -> check(advice)));
    }

    private static void check(Case advice) {
        assertThat(faults(advice))
                .extracting(MappingFault::detail)
                .anySatisfy(detail -> assertThat(detail).contains(advice.says()));
        var made = compile(advice.followed()).transform(bytes(advice.payload()));
        assertThat(made).isInstanceOf(TransformResult.Transformed.class);
        assertThat(JSON.readTree(((TransformResult.Transformed) made).json())).isEqualTo(advice.result());
    }

    private static List<MappingFault> faults(Case advice) {
        try {
            var sent = advice.sent() == null ? advice.payload() : advice.sent();
            return compile(advice.wrong()).explain(bytes(sent)).faults();
        } catch (MappingSpecInvalid invalid) {
            return invalid.faults();
        }
    }

    private static CompiledMapping compile(JsonNode mapping) {
        return new MappingCompiler(MappingLimits.defaults()).compile(mapping.toString(), CodeLists.none());
    }

    private static byte[] bytes(JsonNode payload) {
        return payload.toString().getBytes(StandardCharsets.UTF_8);
    }
}
