package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.CanonicalJson;
import io.gangway.canonical.FaultParty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes partners' requests of canonical messages: runs {@code requests/<partner>/<case>/mapping.json} on {@code
 * input.json} and compares with {@code expected.json} beside it.
 */
class RequestCorpusTests {
    private static final Path CORPUS = Path.of("src/test/resources/requests");
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> makesRequestsAsExpected() throws IOException {
        return CorpusCases.in(CORPUS).stream()
                .map(directory -> DynamicTest.dynamicTest(
                        CORPUS.relativize(directory).toString(), () -> assertRequest(directory)));
    }

    @Test
    void hasCases() throws IOException {
        assertThat(CorpusCases.in(CORPUS)).hasSizeGreaterThanOrEqualTo(3);
    }

    private static void assertRequest(Path directory) throws IOException {
        var mapping = new MappingCompiler(MappingLimits.defaults())
                .compile(Files.readString(directory.resolve("mapping.json")), CodeLists.none());
        var source = mapping.source().orElseThrow();
        var input = Files.readString(directory.resolve("input.json"));
        var read = CanonicalReader.readJson(source, input, FaultParty.CALLER);
        assertThat(read).isInstanceOf(MappingResult.Mapped.class);
        var message =
                CanonicalJson.write(((MappingResult.Mapped) read).messages().getFirst());
        assertThat(JSON.readTree(message)).as("canonical input").isEqualTo(JSON.readTree(input));
        var result = mapping.transform(message);
        assertThat(result).isInstanceOf(TransformResult.Transformed.class);
        assertThat(JSON.readTree(((TransformResult.Transformed) result).json()))
                .isEqualTo(JSON.readTree(Files.readString(directory.resolve("expected.json"))));
    }
}
