package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mapping remembers of one payload what it expects of the next; the next must not be able to tell. */
class ConsecutivePayloadsTests {
    private static final List<String> NAMES = List.of(
            "a",
            "ab",
            "abc",
            "abcdefg",
            "abcdefgh",
            "abcdefghi",
            "",
            "é",
            "\\u0061x",
            "ax",
            "a\\/b",
            "a/b",
            "a\\\"",
            "n".repeat(31),
            "n".repeat(32),
            "n".repeat(33),
            "n".repeat(100));

    private static final String EVERYTHING = "[{\"operation\":\"shift\",\"spec\":{\"*\":\"&\"}}]";

    private final MappingCompiler compiler = new MappingCompiler(MappingLimits.defaults());

    @Test
    void eachPayloadIsReadAsItIs() {
        var all = compiler.compile(EVERYTHING, CodeLists.none());
        var random = new SplittableRandom(5);
        for (int i = 0; i < 5_000; i++) {
            var payload = object(random, 0);
            assertThat(all.transform(payload.getBytes(StandardCharsets.UTF_8)))
                    .usingRecursiveComparison()
                    .isEqualTo(compiler.compile(EVERYTHING, CodeLists.none())
                            .transform(payload.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void namesThatTheMappingPassesOverStayPassedOver() {
        var some = compiler.compile(
                "[{\"operation\":\"shift\",\"spec\":{\"abc\":\"one\",\"items\":{\"*\":{\"ab\":\"[&1].x.two\",\"a\":\"[&1].x.three\"}}}}]",
                CodeLists.none());
        assertThat(transformed(some, "{\"zzz\":1,\"abc\":2}")).hasToString("{\"one\":2}");
        assertThat(transformed(some, "{\"abc\":1,\"zzz\":2}")).hasToString("{\"one\":1}");
        assertThat(transformed(some, "{\"zzz\":3,\"zzzz\":1}").isNull()).isTrue();
        assertThat(transformed(some, "{\"items\":[{\"a\":1,\"ab\":2},{\"ab\":3,\"a\":4},{\"b\":5}]}"))
                .hasToString("[{\"x\":{\"two\":2,\"three\":1}},{\"x\":{\"two\":3,\"three\":4}}]");
        assertThat(transformed(some, "{\"items\":[{\"ab\":1},{\"a\":2}]}"))
                .hasToString("[{\"x\":{\"two\":1}},{\"x\":{\"three\":2}}]");
    }

    @Test
    void aNameThatStandsTwiceIsRefusedThoughBothWereExpected() {
        var all = compiler.compile(EVERYTHING, CodeLists.none());
        transformed(all, "{\"a\":1,\"b\":2}");
        transformed(all, "{\"b\":1,\"a\":2}");
        assertThat(all.transform("{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MappingResult.Rejected.class);
        assertThat(transformed(all, "{\"a\":1,\"b\":2}")).hasToString("{\"a\":1,\"b\":2}");
    }

    @Test
    void aNameWrittenOtherwiseIsTheSameName() {
        var all = compiler.compile(EVERYTHING, CodeLists.none());
        assertThat(transformed(all, "{\"\\u0061\":1}")).hasToString("{\"a\":1}");
        assertThat(transformed(all, "{\"\\u0061\":1}")).hasToString("{\"a\":1}");
        assertThat(all.transform("{\"\\u0061\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MappingResult.Rejected.class);
        var nested =
                compiler.compile("[{\"operation\":\"shift\",\"spec\":{\"*\":{\"*\":\"all.&\"}}}]", CodeLists.none());
        transformed(nested, "{\"x\":{\"\\u0061\":1}}");
        assertThat(transformed(nested, "{\"x\":{\"\\u0061\":1},\"y\":{\"a\":2}}"))
                .hasToString("{\"all\":{\"a\":[1,2]}}");
    }

    @Test
    void theSecondDocumentOfARunHasTheNamesOfTheFirst() {
        var merged = compiler.compile(
                "[{\"operation\":\"modify-overwrite-beta\",\"spec\":{\"c\":\"^\"}}]", CodeLists.none());
        var payload = "{\"\\u0061\":1}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            assertThat(merged.transform(payload, "{\"\\u0061\":2}".getBytes(StandardCharsets.UTF_8)))
                    .usingRecursiveComparison()
                    .isEqualTo(merged.transform(payload, "{\"a\":2}".getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Some of the names in some order, so that most are where another was before. */
    private static String object(SplittableRandom random, int depth) {
        int first = random.nextInt(NAMES.size());
        int step = 1 + random.nextInt(3);
        return Stream.iterate(first, next -> next < NAMES.size(), next -> next + step)
                .map(next -> "\"%s\":%s"
                        .formatted(
                                NAMES.get(next),
                                depth < 3 && random.nextInt(4) == 0
                                        ? object(random, depth + 1)
                                        : Integer.toString(random.nextInt(100))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static JsonNode transformed(CompiledMapping mapping, String payload) {
        return switch (mapping.transform(payload.getBytes(StandardCharsets.UTF_8))) {
            case TransformResult.Transformed(var json) -> JsonMapper.shared().readTree(json);
            case MappingResult.Rejected rejected ->
                throw new AssertionError(rejected.faults().toString());
        };
    }
}
