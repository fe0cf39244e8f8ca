package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code mappings/<sender>/<case>/input.json} and compares with {@code expected.json} beside it. */
class SenderCorpusTests {
    private static final Path CORPUS = Path.of("src/test/resources/mappings");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    @TestFactory
    Stream<DynamicTest> translatesAsExpected() throws IOException {
        return CorpusCases.in(CORPUS).stream()
                .map(directory -> DynamicTest.dynamicTest(
                        CORPUS.relativize(directory).toString(), () -> assertTranslation(directory)));
    }

    @Test
    void hasCasesForEverySender() throws IOException {
        assertThat(CorpusCases.in(CORPUS).stream()
                        .map(SenderCorpusTests::senderOf)
                        .distinct())
                .containsExactlyElementsOf(KnownSenders.all());
        for (var sender : KnownSenders.all()) {
            assertThat(CorpusCases.in(CORPUS).stream()
                            .filter(directory -> senderOf(directory).equals(sender)))
                    .as(sender)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private static void assertTranslation(Path directory) throws IOException {
        var sender = KnownSenders.find(senderOf(directory)).orElseThrow();
        var mapping = new MappingCompiler(MappingLimits.defaults()).compile(sender.mapping(), sender.toCodeLists());
        var result = mapping.map(Files.readAllBytes(directory.resolve("input.json")));
        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        var messages = ((MappingResult.Mapped) result).messages();
        assertThat(JSON.readTree(JSON.writeValueAsString(messages)))
                .isEqualTo(JSON.readTree(Files.readString(directory.resolve("expected.json"))));
    }

    private static String senderOf(Path directory) {
        return directory.getParent().getFileName().toString();
    }
}
