package io.gangway.mapping;

import static io.gangway.mapping.Mappings.faultsOfStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.bazaarvoice.jolt.SpecDriven;
import com.bazaarvoice.jolt.Transform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationSafetyTests {
    private static boolean canaryLoaded;

    /** Jolt's own chain would load this class if a mapping named it. */
    static class Canary implements SpecDriven, Transform {
        static {
            canaryLoaded = true;
        }

        Canary(Object spec) {}

        @Override
        public Object transform(Object input) {
            return input;
        }
    }

    @Test
    void neverLoadsClassesThatMappingsName() {
        var name = "io.gangway.mapping.OperationSafetyTests$Canary";
        assertThat(faultsOfStep("{\"operation\": \"%s\", \"spec\": {}}".formatted(name)))
                .containsExactly(new MappingFault(
                        "unknown-operation",
                        "#/steps/0/operation",
                        new Place(1, 62),
                        "Operation '%s' at #/steps/0 names a class, and nothing in a mapping loads code. Write one of cardinality, code, country, default, drop, each, first, id, join, keep, match, measure, modify-default-beta, modify-define-beta, modify-overwrite-beta, money, remove, set, shift, slice, sort, split, time, translate, when, within."
                                .formatted(name)));
        assertThat(faultsOfStep("{\"operation\": \"java\", \"spec\": {\"class\": \"%s\"}}".formatted(name)))
                .extracting(MappingFault::code)
                .containsExactly("unknown-operation");
        assertThat(canaryLoaded).isFalse();
        new Canary("as a check that the canary sings");
        assertThat(canaryLoaded).isTrue();
    }

    /**
     * What a run may allocate before a limit ends it, most of it for a moment: the limit's own size a few times over, as
     * arrays double, and two hundred bytes for each of 20 million steps.
     */
    private static final Map<String, Long> BYTES = Map.of(
            "too-many-values", 256L << 20,
            "too-many-items", 256L << 20,
            "too-much-text", 256L << 20,
            "output-too-large", 256L << 20,
            "too-many-steps", 4096L << 20,
            "pattern-too-slow", 1024L << 20,
            "too-deep", 64L << 20,
            "too-many-messages", 256L << 20);

    static Stream<Attack> attacks() {
        return Attacks.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void endsAttacksAtTheirLimit(Attack attack) {
        var outcome = attack.run();
        assertThat(outcome.faults()).extracting(MappingFault::code).startsWith(attack.code());
        assertThat(outcome.faults().getFirst().detail()).containsPattern("[0-9]");
        assertThat(outcome.allocated()).isLessThan(BYTES.get(attack.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shift", "remove", "modify-overwrite-beta"})
    void refusesAlternativesOfAlternatives(String operation) {
        var key = IntStream.range(0, 200).mapToObj(i -> "n" + i).collect(Collectors.joining("|"));
        var spec = "{\"%s\": {\"%s\": {\"%s\": {\"%s\": \"\"}}}}".formatted(key, key, key, key);
        var faults = assertTimeoutPreemptively(
                Attack.HANGING,
                () -> Mappings.faultsOf("[{\"operation\": \"%s\", \"spec\": %s}]".formatted(operation, spec)));
        assertThat(faults).extracting(MappingFault::code).contains("invalid-spec");
        assertThat(faults.getFirst().detail())
                .isEqualTo(
                        "The mapping has more than 20000 rules, each alternative of a key with '|' and each of several targets being one. Write fewer.");
    }

    @Test
    void refusesTimePatternsThatJavaStumblesOver() {
        assertThat(
                        Mappings.faultsOfStep(
                                "{\"operation\": \"time\", \"spec\": {\"field\": \"t\", \"formats\": [\"ppppYn\"], \"zone\": \"UTC\"}}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-format",
                                "#/steps/0/spec/formats",
                                new Place(1, 106),
                                "'ppppYn' is not a format: a padded number is next to another one. Known are epoch-millis, epoch-seconds, iso, rfc2822 and patterns such as 'yyyyMMdd HHmmss'; other letters of the text go in quotes, as in yyyy-MM-dd'T'HH:mm."));
    }

    @Test
    void refusesNamesOfManyStars() {
        assertThat(Mappings.faultsOf(Attacks.shift("{\"%s\": \"x\"}".formatted("*a".repeat(21)))))
                .containsExactly(new MappingFault(
                        "invalid-spec",
                        "#/0/spec/" + "*a".repeat(21),
                        new Place(1, 34),
                        "A name has 21 stars. At most 20 are possible."));
    }

    @Test
    void refusesPatternsThatTakeTooLongToCompareWithNames() {
        var spec = "{\"%s\": \"x\", \"%s\": \"y\"}".formatted("*a".repeat(15) + "*b", "a".repeat(900));
        assertThat(Mappings.faultsOf(Attacks.shift(spec)))
                .containsExactly(new MappingFault(
                        "invalid-spec",
                        "#/0/spec",
                        new Place(1, 25),
                        "The patterns here take too long to compare with the names beside them. Use simpler ones."));
    }

    /** What a star has, the names beside it have as well, and that on every level. */
    @Test
    void compilesStarsBesideNamesOnManyLevels() {
        var deep = "\"x\"";
        for (int level = 0; level < 60; level++) {
            deep = "{\"*\": %s, \"k\": {\"z%d\": \"x\"}}".formatted(deep, level);
        }
        var broad = IntStream.range(0, 2500)
                .mapToObj(i -> "\"a%d\":{\"b%d\":\"x\"}".formatted(i, i))
                .collect(Collectors.joining(",", "{", "}"));
        for (var spec : List.of(deep, broad, "{\"*\": %s, \"k\": {\"z\": \"x\"}}".formatted(broad))) {
            var outcome = Attack.of("", Attacks.shift(spec), "{}", "").run();
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.compiling()).isLessThan(256L << 20);
        }
    }

    @Test
    void refusesTargetsThatManyNamesShare() {
        var names =
                IntStream.range(0, 300).mapToObj(i -> Integer.toString(i, 36)).collect(Collectors.joining("|"));
        var spec = "{\"%s\": [%s\"a\"]}".formatted(names, "\"a\",".repeat(14_000));
        var faults = assertTimeoutPreemptively(
                Attack.HANGING, () -> faultsOfStep("{\"operation\": \"shift\", \"spec\": %s}".formatted(spec)));
        assertThat(faults.getFirst().detail())
                .isEqualTo(
                        "The mapping has more than 20000 rules, each alternative of a key with '|' and each of several targets being one. Write fewer.");
    }

    @Test
    void copiesOfWhiteSpaceAreNotMadeForEachItem() {
        var payload = "{\"a\": [%s1], \"l\": [%s{}]}".formatted(" ".repeat(840_000), "{},".repeat(60_000));
        var shift = Attacks.shift("{\"l\": {\"*\": {\"@(2,a)\": \"[&1]\"}}}");
        assertThat(Attack.of("", shift, payload, "").run().faults()).isEmpty();
    }

    @Test
    void readsManyMembersOfOneHash() {
        var members = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"%s\":1".formatted(Attacks.alike(i)))
                .collect(Collectors.joining(",", "{", "}"));
        var spec =
                "[{\"operation\": \"cardinality\", \"spec\": {\"x\": \"MANY\", \"y\": \"MANY\"}}, {\"operation\": \"sort\"}]";
        var outcome = Attack.of("", spec, members, "").run();
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.allocated()).isLessThan(256L << 20);
    }

    @Test
    void tellsOfUnknownFieldsWithoutLookingForAllTheyMayHaveMeant() {
        var outcome = Attack.of(
                        "",
                        Mappings.text("{\"operation\": \"country\", \"spec\": {\"field\": \"_c\"}}"),
                        Attacks.object(50_000, i -> "1"),
                        "")
                .run();
        assertThat(outcome.faults())
                .hasSize(21)
                .last()
                .extracting(MappingFault::code)
                .isEqualTo("more-faults");
        assertThat(outcome.allocated()).isLessThan(64L << 20);
    }

    @Test
    void goesOnAfterAThreadRanOutOfStack() throws InterruptedException {
        var mapping = new MappingCompiler(MappingLimits.defaults())
                .compile(Attacks.shift("{\"*\": {\"*\": {\"*\": {\"*\": \"&3.&2.&1.&\"}}}}"), CodeLists.none());
        var payload = "{\"a\": {\"b\": {\"c\": {\"d\": 1}}}}".getBytes(StandardCharsets.UTF_8);
        var deep = ("{\"a\":".repeat(60) + "1" + "}".repeat(60)).getBytes(StandardCharsets.UTF_8);
        var thread = new Thread(() -> exhaust(mapping, deep, 1_000_000));
        thread.start();
        thread.join();
        assertThat(mapping.transform(payload))
                .isInstanceOfSatisfying(
                        TransformResult.Transformed.class,
                        made -> assertThat(new String(made.json(), StandardCharsets.UTF_8))
                                .isEqualTo("{\"a\":{\"b\":{\"c\":{\"d\":1}}}}"));
    }

    /** Runs the mapping on every level of the stack, and so at its end as well. */
    private static void exhaust(CompiledMapping mapping, byte[] payload, int levels) {
        try {
            if (levels > 0) {
                exhaust(mapping, payload, levels - 1);
            }
        } catch (StackOverflowError end) {
            // The level above has a little more room.
        }
        try {
            mapping.transform(payload);
        } catch (StackOverflowError end) {
            // Not even room to begin.
        }
    }

    @Test
    void runsOneMappingInManyThreads() throws Exception {
        var mapping = new MappingCompiler(MappingLimits.defaults())
                .compile(
                        Attacks.chain(
                                Attacks.shiftStep("{\"*\": {\"*\": \"&1.n&\", \"big\": {\"@\": [\"x\", \"x\"]}}}"),
                                Attacks.modifyStep("{\"*\": {\"t\": \"=concat(@(1,n1), '-', @(1,n2))\"}}")),
                        CodeLists.none());
        var payloads = IntStream.range(0, 200)
                .mapToObj(i -> i % 10 == 9
                        ? "{\"a%d\": [1, ".formatted(i)
                        : "{\"a%d\": {\"1\": %d, \"2\": \"é%d\", \"%s\": {}}}".formatted(i, i, i, "k".repeat(i % 7)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        var expected = payloads.stream()
                .map(payload -> shown(mapping.transform(payload)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = new ArrayList<Future<List<String>>>();
            for (int thread = 0; thread < 8; thread++) {
                var random = new Random(thread);
                results.add(threads.submit(() -> random.ints(3000, 0, payloads.size())
                        .filter(i -> !shown(mapping.transform(payloads.get(i))).equals(expected.get(i)))
                        .mapToObj(expected::get)
                        .toList()));
            }
            for (var result : results) {
                assertThat(result.get()).isEmpty();
            }
        }
        assertThat(expected.getFirst()).isEqualTo("{\"a0\":{\"n1\":0,\"n2\":\"é0\",\"n\":{},\"t\":\"0-é0\"}}");
    }

    private static String shown(TransformResult result) {
        return switch (result) {
            case TransformResult.Transformed made -> new String(made.json(), StandardCharsets.UTF_8);
            case MappingResult.Rejected rejected -> rejected.faults().toString();
        };
    }

    @Test
    void translatesAlikeInManyThreads() {
        var sender = KnownSenders.find("ups").orElseThrow();
        var mapping = new MappingCompiler(MappingLimits.defaults()).compile(sender.mapping(), sender.toCodeLists());
        var numbers = IntStream.range(0, 4000).boxed().toList();
        var translated = numbers.parallelStream()
                .map(number -> Mappings.events(mapping, """
                        {"trackingNumber": "1Z%d", "gmtActivityDate": "20240423", "gmtActivityTime": "012901",
                         "activityStatus": {"type": "D", "descriptionCode": "%s"}}""".formatted(number, number % 2 == 0 ? "011" : "021"))
                        .getFirst())
                .map(event -> event.trackingNumber() + event.status())
                .toList();
        assertThat(translated)
                .isEqualTo(numbers.stream()
                        .map(number -> "1Z" + number + (number % 2 == 0 ? "DELIVERED" : "OUT_FOR_DELIVERY"))
                        .toList());
    }
}
