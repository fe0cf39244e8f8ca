package io.gangway.mapping.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/**
 * Holds our engine against jolt-core with pairs made at random. {@code -Dgangway.differential.seed=…} repeats a run,
 * {@code -Dgangway.differential.pairs=…} prolongs it.
 */
class GeneratedDifferentialTests {
    private static final int TOLD = 10;
    private static final int PAIRS = Integer.getInteger("gangway.differential.pairs", 100_000);

    @Test
    void makesTheSameAsJoltOfGeneratedPairs() {
        var seed = Long.getLong("gangway.differential.seed", System.nanoTime() & 0xFFFFFF);
        System.out.println("seed %d (repeat with -Dgangway.differential.seed=%d)".formatted(seed, seed));
        var pairs = new RandomPairs(seed);
        var comparison = Comparison.ofOurEngine();
        var counts = new TreeMap<String, Integer>();
        var differences = new ArrayList<String>();
        var start = System.nanoTime();
        for (var number = 0; number < PAIRS; number++) {
            var pair = pairs.get(number);
            var verdict = comparison.of(pair);
            if (verdict instanceof Verdict.Different different) {
                differences.add(report(seed, number, different, smallest(comparison, different)));
                if (differences.size() == TOLD) {
                    break;
                }
            }
            counts.merge(kindOf(verdict, pair), 1, Integer::sum);
        }
        if (!differences.isEmpty()) {
            throw new AssertionError(printable(String.join("\n\n", differences)));
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.println("%d pairs in %.1f s: %s".formatted(PAIRS, seconds, counts));
        System.out.println("known differences: %s".formatted(comparison.known().counts()));
        System.out.println("features: %s".formatted(pairs.features()));
        assertThat(counts.getOrDefault("changed", 0))
                .as("pairs that make something other than their input")
                .isGreaterThanOrEqualTo(PAIRS / 2);
        assertThat(counts.getOrDefault("refused", 0))
                .as("pairs that both refuse")
                .isLessThan(PAIRS / 5);
        assertThat(counts.getOrDefault("failed", 0))
                .as("pairs that both fail with")
                .isLessThan(PAIRS / 5);
        assertThat(counts.getOrDefault("arbitrary", 0)).isLessThan(PAIRS / 100);
    }

    @Test
    void drawsAllOperationsAndFunctions() {
        var pairs = new RandomPairs(7);
        for (var number = 0; number < 20_000; number++) {
            pairs.get(number);
        }
        assertThat(pairs.features().keySet())
                .contains("operation: shift", "operation: default", "operation: remove", "operation: sort")
                .contains("operation: cardinality", "operation: modify-overwrite-beta")
                .contains("operation: modify-default-beta", "operation: modify-define-beta")
                .containsAll(RandomModifications.ALL.stream()
                        .map("modify: ="::concat)
                        .toList());
        assertThat(pairs.features().values()).allMatch(count -> count >= 5);
    }

    @Test
    void drawsTheSameAgainForTheSameSeed() {
        assertThat(new RandomPairs(11).get(4711)).isEqualTo(new RandomPairs(11).get(4711));
        assertThat(new RandomPairs(11).get(4711)).isNotEqualTo(new RandomPairs(12).get(4711));
    }

    private static String kindOf(Verdict verdict, Pair pair) {
        return switch (verdict) {
            case Verdict.Same(Result.Refused refused) -> "refused";
            case Verdict.Same(Result.Failed failed) -> "failed";
            case Verdict.Same(Result.Thrown thrown) -> "thrown";
            case Verdict.Same(Result.Made made) when made.json().equals("null") -> "null";
            case Verdict.Same(Result.Made made) when made.json().equals(pair.input()) -> "unchanged";
            case Verdict.Same(Result.Made made) -> "changed";
            case Verdict.Known known -> "known difference";
            case Verdict.Arbitrary arbitrary -> "arbitrary";
            case Verdict.Different different -> "different";
        };
    }

    /** What does not differ a second time, or is no JSON, is told as it was drawn. */
    private static Verdict.Different smallest(Comparison comparison, Verdict.Different found) {
        try {
            return new Shrinker(comparison).shrink(found.pair());
        } catch (IllegalArgumentException | JacksonException notAgain) {
            return found;
        }
    }

    /** Reports cut texts at characters that they can't show. */
    private static String printable(String text) {
        return text.codePoints()
                .mapToObj(point -> point == '\n' || (point >= ' ' && point < 0x7F)
                        ? Character.toString(point)
                        : "\\u%04x".formatted(point))
                .collect(Collectors.joining());
    }

    private static String report(long seed, int number, Verdict.Different found, Verdict.Different smallest) {
        return """

                Pair %d of seed %d. Smallest pair that differs:
                %s

                As it was drawn:
                chain: %s
                input: %s""".formatted(
                        number,
                        seed,
                        smallest.described(),
                        found.pair().chain(),
                        found.pair().input());
    }
}
