package io.gangway.mapping;

import static io.gangway.mapping.Mappings.faultsOfStep;
import static org.assertj.core.api.Assertions.assertThat;

import com.bazaarvoice.jolt.SpecDriven;
import com.bazaarvoice.jolt.Transform;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                        "There is no operation '%s' at #/steps/0. Known are cardinality, code, country, default, drop, each, first, id, join, keep, match, measure, modify-default-beta, modify-define-beta, modify-overwrite-beta, money, remove, set, shift, slice, sort, split, time, translate, when, within."
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
