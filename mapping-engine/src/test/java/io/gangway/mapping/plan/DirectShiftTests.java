package io.gangway.mapping.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which shifts are done directly, and with which payloads; that the results are Jolt's is what other tests are for. */
class DirectShiftTests {
    private static final Budget AMPLE =
            new Budget(2_000_000, 4_000_000, 64 << 20, 1L << 30, 1L << 30, 1 << 20, 64 << 20);
    private static final Path SENDERS = Path.of("src/main/resources/io/gangway/senders");
    private static final Path CASES = Path.of("src/test/resources/mappings");

    private static final String EVENTS = """
            {"number": "number", "list": {"*": {
              "@(2,number)": "events[&1].number", "#acme": "events[&1].carrier",
              "at": "events[&1].at", "place": {"city": "events[&2].place.city", "zip": "events[&2].place.zip"},
              "refs": ["events[&1].refs[]", "events[&1].ref"]}}}""";

    private final Workspace workspace =
            new Workspace.Pool(new ReadingLimits(64, 200_000, 100_000, 1000), Long.MAX_VALUE).take();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': 'x.y.z'}",
                "{'a': {'b': 'x', 'c': 'y'}, '#k': 'z'}",
                "{'a': ['x[]', 'y'], 'b': 'z'}",
                "{'*': {'a': '[&1].x', '@(0,b)': '[&1].y'}}",
                "{'a': {'*': {'b': {'*': {'c': '[&3].[&1].x', '@(2,d)': '[&3].[&1].y'}}}}}",
                "{'a': {'*': {'c': '[0].[&1].x', 'b': {'*': {'c': '[1].[&3].[&1].x'}}}}}",
                "{'a': {'*': {'b': 'x[&1]'}}}",
                "{'a': {'*': {'b': 'x.y[&1].z[0]', 'c': 'x.y[&1].z[1]'}}}"
            })
    void doesWhatHasAKnownForm(String spec) {
        assertThat(plan(spec.replace('\'', '"')).direct()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': 'x', 'b': 'x'}",
                "{'a': 'x', 'b': 'x.y'}",
                "{'a': ''}",
                "{'2000': 'x'}",
                "{'01': 'x'}",
                "{'a': 'x.y', 'b': 'z', 'c': 'x.w'}",
                "{'a': {'*': {'b': 'x[&1].b', 'c': 'y[&1].c'}}}",
                "{'a': {'*': {'b': 'x[]'}}}",
                "{'a': {'*': {'b': 'x[&1].b'}}, 'c': {'*': {'d': 'x[&1].d'}}}",
                "{'a': {'*': {'b': 'x[].y'}}}",
                "{'a': {'*': {'b': 'x[&1].y', '*': 'x[&1].z'}}}",
                "{'a': {'*': {'b': {'*': {'c': 'x[&3].y'}}}}}",
                "{'a': {'*': {'b': 'x.&1.y'}}}",
                "{'a': {'*': '&1'}}",
                "{'*': '&'}",
                "{'a': {'$': 'x'}}",
                "{'a': {'#k': 'x'}}",
                "{'a': {'@(1,b.c)': 'x', 'd': 'y'}}",
                "{'*': {'a': '[&1].x', '@(1,b)': '[&1].y'}}",
                "{'a': {'@': 'x'}}",
                "{'@a': {'b': 'x'}}",
                "{'a': 'x[1]'}",
                "{'a*': {'b': 'x'}}",
                "{'a': {'b': 'x'}, '@(1,a)': 'y'}"
            })
    void leavesTheRest(String spec) {
        assertThat(plan(spec.replace('\'', '"')).direct()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'number': 'N', 'list': [{'at': 1, 'place': {'city': 'X', 'zip': null}, 'refs': ['a', 1.50, null]}]}",
                "{'list': [{'place': null}, {'refs': []}, {'refs': {}}], 'number': 'N'}",
                "{'list': [], 'number': 'Kö\\\"ln', 'other': {'deep': [{'a': [1, {}]}]}}",
                " { 'list' : [ { 'at' : 1 , 'more' : true } , { } ] } ",
                "{'list': null, 'number': null}"
            })
    void doesPayloadsOfTheForm(String payload) {
        assertThat(isDoneDirectly(plan(EVENTS), payload.replace('\'', '"'))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{'number': 'N', 'list': {'0': {'at': 1}}}",
                "{'number': 'N', 'list': [null]}",
                "{'number': 'N', 'list': ['x']}",
                "{'number': 'N', 'list': [{'place': 'X'}]}",
                "{'number': 'N', 'list': [{'place': []}]}",
                "{'number': 'N', 'list': [{'refs': [[1]]}]}",
                "{'number': 'N', 'list': [{'refs': {'a': 1}}]}",
                "{'n\\u0075mber': 'N'}",
                "{'number': 'N', 'number': 'N'}",
                "{'number': 'N'",
                "{'number': 'N'}}",
                "{'number': N}"
            })
    void leavesOtherPayloads(String payload) {
        assertThat(isDoneDirectly(plan(EVENTS), payload.replace('\'', '"'))).isFalse();
    }

    @Test
    void knowsWhatAppearsInAnyOrder() {
        var plan = plan(
                "{\"list\": {\"*\": {\"a\": \"[&1].a\", \"b\": \"[&1].b\", \"a_name_that_is_longer_than_others\": \"[&1].c\"}}}");
        for (var item : List.of(
                "{\"a\":1,\"b\":2,\"a_name_that_is_longer_than_others\":3}",
                "{\"x\":0,\"b\":2,\"a_name_that_is_longer_than_others\":3,\"a\":1}",
                "{\"a_name_that_is_longer_than_otherS\":9,\"b\":2,\"a\":1,\"a_name_that_is_longer_than_others\":3,\"ab\":8}",
                "{\"b\":2,\"x\":0,\"a\":1,\"aa\":7,\"a_name_that_is_longer_than_others\":3}")) {
            for (int again = 0; again < 2; again++) {
                assertThat(isDoneDirectly(plan, "{\"list\":[" + item + "]}")).isTrue();
                assertThat(workspace.result()).asString().isEqualTo("[{\"a\":1,\"b\":2,\"c\":3}]");
            }
        }
    }

    @Test
    void dropsWhiteSpaceFromArrays() {
        var plan = plan("{\"a\": [\"x\", \"y[]\"], \"b\": \"z[]\"}");
        assertThat(isDoneDirectly(plan, "{\"a\": [ \"1 \\\" 2\" ,\t3,\nnull ] , \"b\": [ ]}"))
                .isTrue();
        assertThat(workspace.result())
                .asString()
                .isEqualTo("{\"x\":[\"1 \\\" 2\",3,null],\"y\":[[\"1 \\\" 2\",3,null]],\"z\":[[]]}");
    }

    @Test
    void learnsOtherNamesWhenItKnowsTooMany() {
        var plan = plan("{\"a\": \"x\"}");
        for (int i = 0; i < 20_000; i++) {
            assertThat(isDoneDirectly(plan, "{\"n%d\":1,\"m%d\":2,\"a\":%d}".formatted(i, i, i)))
                    .isTrue();
            assertThat(workspace.result()).asString().isEqualTo("{\"x\":%d}".formatted(i));
        }
    }

    @Test
    void stopsTryingWhatNeverFits() {
        var plan = plan(EVENTS);
        for (int i = 0; i < 20; i++) {
            assertThat(isDoneDirectly(plan, "{\"list\":[null]}")).isFalse();
        }
        assertThat(isDoneDirectly(plan, "{\"number\":1}")).isFalse();
        boolean again = false;
        for (int i = 0; i < 40; i++) {
            again |= isDoneDirectly(plan, "{\"number\":1}");
        }
        assertThat(again).isTrue();
        assertThat(isDoneDirectly(plan, "{\"number\":1}")).isTrue();
    }

    @Test
    void leavesWhatCouldReachALimit() {
        var small = new Budget(1000, 10_000, 64 << 20, 100_000, 1, 1, 64 << 20);
        var payload =
                "{\"list\":[%s{\"at\":1}]}".formatted("{\"at\":1},".repeat(100)).getBytes(StandardCharsets.UTF_8);
        assertThat(workspace.writeDirectly(plan(EVENTS), payload, AMPLE)).isTrue();
        assertThat(workspace.writeDirectly(plan(EVENTS), payload, small)).isFalse();
        assertThat(workspace.writeDirectly(
                        plan(EVENTS), payload, new Budget(2_000_000, 4_000_000, 64 << 20, 1L << 30, 1, 1, 1000)))
                .isFalse();
    }

    static Stream<String> samples() {
        return Stream.of("aftership", "dhl-unified", "easypost", "gls", "sendcloud", "ups");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void doesTheSendersThatComeWithGangway(String sender) throws Exception {
        var mapping = JsonMapper.shared().readTree(Files.readAllBytes(SENDERS.resolve(sender + "/mapping.json")));
        var plan = plan(mapping.at("/steps/0/spec").toString());
        try (var cases = Files.list(CASES.resolve(sender))) {
            for (var each : cases.toList()) {
                assertThat(workspace.writeDirectly(plan, Files.readAllBytes(each.resolve("input.json")), AMPLE))
                        .as(each.toString())
                        .isTrue();
            }
        }
    }

    private boolean isDoneDirectly(Plan plan, String payload) {
        return workspace.writeDirectly(plan, payload.getBytes(StandardCharsets.UTF_8), AMPLE);
    }

    private static Plan plan(String spec) {
        var names = new Names.Builder();
        var shift = JoltOperations.compile(
                "shift", JsonMapper.shared().readValue(spec, Map.class), Pointer.ROOT, names, (pointer, problem) -> {
                    throw new AssertionError(problem);
                });
        return Plan.of(List.of(new Plan.Step(Pointer.ROOT, java.util.Objects.requireNonNull(shift), true)), names);
    }
}
