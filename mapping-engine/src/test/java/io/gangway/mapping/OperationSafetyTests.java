package io.gangway.mapping;

import static io.gangway.mapping.Mappings.compile;
import static io.gangway.mapping.Mappings.faultsOfStep;
import static io.gangway.mapping.Mappings.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.bazaarvoice.jolt.SpecDriven;
import com.bazaarvoice.jolt.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                        "Operation '%s' at #/steps/0 names a class, and nothing in a mapping loads code. Write one of cardinality, code, country, default, modify-default-beta, modify-define-beta, modify-overwrite-beta, remove, shift, sort, time."
                                .formatted(name)));
        assertThat(faultsOfStep("{\"operation\": \"java\", \"spec\": {\"class\": \"%s\"}}".formatted(name)))
                .extracting(MappingFault::code)
                .containsExactly("unknown-operation");
        assertThat(canaryLoaded).isFalse();
        new Canary("as a check that the canary sings");
        assertThat(canaryLoaded).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"x[2000000000]\"}",
                "{\"a\": \"x[@(1,n)]\"}",
                "{\"*a*a*a*b\": \"x\"}",
                "{\"a\": {\"@\": {\"*\": {\"@\": {\"*\": \"x\"}}}}}"
            })
    void refusesShiftsThatCouldUseUpEverything(String spec) {
        assertThat(faultsOfStep("{\"operation\": \"shift\", \"spec\": " + spec + "}"))
                .extracting(MappingFault::code)
                .containsExactly("invalid-spec");
    }

    @Test
    void refusesDeepPathsAndHighIndexes() {
        assertThat(faultsOfStep(
                        "{\"operation\": \"shift\", \"spec\": {\"a\": \"%sx\"}}".formatted("x.".repeat(20_000))))
                .extracting(MappingFault::code)
                .containsExactly("invalid-spec");
        assertThat(faultsOfStep("{\"operation\": \"default\", \"spec\": {\"a[]\": {\"99999999\": \"x\"}}}"))
                .containsExactly(new MappingFault(
                        "invalid-spec",
                        "#/steps/0/spec",
                        "'99999999' has an array index above 1000. Use a lower one."));
    }

    @Test
    void refusesIndexesOfArraysFromNamesInThePayload() {
        var mapping = compile("{\"operation\": \"shift\", \"spec\": {\"a\": {\"*\": \"[&]\"}}}");
        assertThat(rejection(mapping, "{\"a\": {\"1999999999\": 1}}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("transform-failed");
                    assertThat(fault.pointer()).isEqualTo("#/steps/0");
                    assertThat(fault.detail())
                            .startsWith(
                                    "The step at #/steps/0 failed. The shift could make arrays of more than 16000000 elements");
                });
    }

    @Test
    void refusesCopiesOfTheWholePayloadForEachOfItsParts() {
        var mapping = compile("{\"operation\": \"shift\", \"spec\": {\"*\": {\"@1\": \"[]\"}}}");
        var payload = "[" + "1,".repeat(20_000) + "1]";
        assertThat(rejection(mapping, "{\"a\": " + payload + ", \"b\": " + payload + "}"))
                .extracting(MappingFault::code)
                .isNotEmpty();
        var doubling = new String[25];
        java.util.Arrays.fill(doubling, "{\"operation\": \"shift\", \"spec\": {\"@\": [\"a\", \"b\"]}}");
        assertThat(rejection(compile(doubling), "{\"x\": 1}"))
                .extracting(MappingFault::code)
                .containsExactly("output-too-large");
    }

    @Test
    void refusesWidePaddingAlsoIfTheWidthIsInThePayload() {
        var mapping = compile(
                "{\"operation\": \"modify-overwrite-beta\", \"spec\": {\"a\": \"=leftPad(@(1,b), @(1,n), '0')\"}}");
        assertThat(rejection(mapping, "{\"a\": \"x\", \"b\": \"7\", \"n\": 2000000000}"))
                .containsExactly(
                        new MappingFault(
                                "transform-failed",
                                "#/steps/0",
                                "The step at #/steps/0 failed. A text was to be padded to 2000000000 characters. At most 1000 are possible."));
    }

    @Test
    void refusesTextsThatDoubleWithEveryStep() {
        var steps = new String[40];
        java.util.Arrays.fill(
                steps, "{\"operation\": \"modify-overwrite-beta\", \"spec\": {\"x\": \"=concat(@(1,x),@(1,x))\"}}");
        assertThat(rejection(compile(steps), "{\"x\": \"0123456789\"}"))
                .containsExactly(
                        new MappingFault(
                                "transform-failed",
                                "#/steps/13",
                                "The step at #/steps/13 failed. A function made a text of more than 100000 characters. Shorten what it is made of."));
    }

    @Test
    void splitsAtTextNotAtARegularExpression() {
        var mapping = compile(
                "{\"operation\": \"modify-overwrite-beta\", \"spec\": {\"references\": \"=split('.', @(1,_r))\"}}");
        assertThat(Mappings.events(mapping, Mappings.message(", \"_r\": \"a.b\""))
                        .getFirst()
                        .references())
                .containsExactly("a", "b");
    }

    @Test
    void translatesAlikeInManyThreads() {
        var sender = KnownSenders.find("ups").orElseThrow();
        var mapping = new MappingCompiler(MappingLimits.defaults()).compile(sender.mapping(), sender.toCodeLists());
        var numbers = java.util.stream.IntStream.range(0, 4000).boxed().toList();
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
