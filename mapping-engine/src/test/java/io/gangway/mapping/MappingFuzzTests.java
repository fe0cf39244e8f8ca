package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Some seconds of chance in every run of the tests, repeated by {@code -Dgangway.seed}; and Jazzer, which follows the
 * branches that are taken, for as long as one likes: {@code JAZZER_FUZZ=1}, one method at a time.
 */
class MappingFuzzTests {
    private static final long SEED = Long.getLong("gangway.seed", System.nanoTime());
    private static final long SECONDS = Long.getLong("gangway.fuzz.seconds", 5);

    private final FuzzTargets targets = new FuzzTargets();
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** A mapping, and a payload for it. */
    private record Draw(String mapping, byte[] payload) {
        @Override
        public String toString() {
            return mapping + "\n" + new String(payload, StandardCharsets.UTF_8);
        }
    }

    @Test
    void survivesHostileMappings() {
        var hostile = new HostileMappings(random);
        fuzz(
                () -> new Draw(hostile.mapping(), hostile.payload().getBytes(StandardCharsets.UTF_8)),
                draw -> targets.run(draw.mapping(), draw.payload()));
    }

    @Test
    void survivesMappingsWithMistakes() {
        var hostile = new HostileMappings(random);
        fuzz(
                () -> {
                    var mapping = hostile.mapping().getBytes(StandardCharsets.UTF_8);
                    var mistaken = new PayloadMutations(List.of(mapping), random).next();
                    return new Draw(
                            new String(mistaken, StandardCharsets.UTF_8),
                            hostile.payload().getBytes(StandardCharsets.UTF_8));
                },
                draw -> targets.run(draw.mapping(), draw.payload()));
    }

    @Test
    void survivesPayloadsWithMistakes() throws IOException {
        var mutations = new PayloadMutations(ReaderEqualityTests.samples(), random);
        var mappings = new ArrayList<String>();
        KnownSenders.all()
                .forEach(sender -> mappings.add(KnownSenders.find(sender)
                        .orElseThrow()
                        .mapping()
                        .replaceAll("\"list\": *\"[^\"]*\"", "\"list\": \"codes\"")));
        mappings.add("[" + Attacks.shiftStep("{\"*\": {\"*\": {\"*\": \"&2.&1\"}}}") + "]");
        fuzz(
                () -> new Draw(mappings.get(random.nextInt(mappings.size())), mutations.next()),
                draw -> targets.run(draw.mapping(), draw.payload()));
    }

    private void fuzz(java.util.function.Supplier<Draw> chance, Predicate<Draw> target) {
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        int runs = 0;
        int made = 0;
        while (System.nanoTime() < end) {
            var draw = chance.get();
            runs++;
            try {
                made += target.test(draw) ? 1 : 0;
            } catch (RuntimeException | Error failed) {
                throw new AssertionError("Run %d of -Dgangway.seed=%d: %s".formatted(runs, SEED, draw), failed);
            }
        }
        System.out.printf("%d of %d runs of seed %d made something.%n", made, runs, SEED);
        assertThat(made).isPositive();
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    class WithJazzer {
        @FuzzTest(maxDuration = "10m")
        void parsesWhateverComes(byte[] payload) {
            targets.parse(payload);
        }

        @FuzzTest(maxDuration = "10m")
        void compilesWhateverComes(FuzzedDataProvider data) {
            targets.compile(data.consumeRemainingAsString());
        }

        @FuzzTest(maxDuration = "10m")
        void runsWhateverComes(FuzzedDataProvider data) {
            var mapping = data.consumeString(data.remainingBytes() / 2);
            targets.run(mapping, data.consumeRemainingAsBytes());
        }

        @FuzzTest(maxDuration = "10m")
        void readsTimesHoweverWritten(FuzzedDataProvider data) {
            var format = quoted(data.consumeString(60));
            var zone = quoted(data.consumeString(30));
            targets.run(
                    """
                    {"mapping": "m", "target": "tracking-event/1", "steps": [{"operation": "time", "spec":
                     {"field": "occurredAt", "formats": ["iso", "epoch-millis", "rfc2822", %s], "zoneFrom": "z"}}]}""".formatted(format),
                    "{\"z\": %s, \"occurredAt\": %s}"
                            .formatted(zone, quoted(data.consumeRemainingAsString()))
                            .getBytes(StandardCharsets.UTF_8));
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
        }
    }
}
