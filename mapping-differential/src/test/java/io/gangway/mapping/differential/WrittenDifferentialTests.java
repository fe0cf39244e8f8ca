package io.gangway.mapping.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds our engine against jolt-core with the cases in {@code jolt-cases}. */
class WrittenDifferentialTests {
    @TestFactory
    Stream<DynamicContainer> makesTheSameAsJoltOfWrittenPairs() throws IOException {
        var comparison = Comparison.ofOurEngine();
        return WrittenCases.all().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.name(),
                        file.cases().stream()
                                .map(written -> DynamicTest.dynamicTest(
                                        written.name(), () -> assertSame(comparison, written)))));
    }

    @Test
    void hasEnoughPairsOfEveryOperation() throws IOException {
        var files = WrittenCases.all();
        var counts = new TreeMap<String, Integer>();
        var reference = new ReferenceEngine();
        for (var file : files) {
            assertThat(file.cases().stream().map(WrittenCases.Case::name))
                    .as(file.name())
                    .doesNotHaveDuplicates();
            for (var written : file.cases()) {
                for (var input : written.inputs()) {
                    var result = Result.of(reference, new Pair(written.chain(), input));
                    counts.merge("all", 1, Integer::sum);
                    counts.merge(result.getClass().getSimpleName(), 1, Integer::sum);
                    counts.merge(file.name().replaceAll("[/\\\\].*", ""), 1, Integer::sum);
                }
            }
        }
        System.out.println("written pairs: " + counts);
        assertThat(counts.get("all")).isGreaterThanOrEqualTo(450);
        assertThat(counts)
                .containsKeys("shift", "default", "remove", "sort", "cardinality", "modify", "chains", "refused");
    }

    private static void assertSame(Comparison comparison, WrittenCases.Case written) {
        assertThat(comparison.of(written.chain(), written.inputs()))
                .noneSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Different.class));
    }
}
