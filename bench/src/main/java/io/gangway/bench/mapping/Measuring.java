package io.gangway.bench.mapping;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One measurement by JMH, in a process of its own. */
final class Measuring {
    private static final int WARM_UPS = 5;
    private static final int ITERATIONS = 5;
    private static final TimeValue EACH = TimeValue.milliseconds(500);

    /**
     * G1 as on a server, wherever this runs, and room enough that nobody fights for memory. All of it is touched at the
     * start: else who allocates little spends the whole measurement on memory that the system has to clear first, and
     * who allocates much is through with that in the warm-up.
     */
    private static final String[] JVM = {
        "-XX:+UseG1GC",
        "-Xms2g",
        "-Xmx2g",
        "-XX:+AlwaysPreTouch",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED"
    };

    private Measuring() {}

    /** Throws {@link IllegalStateException} if it fails. */
    static List<Sample> of(Class<?> benchmark, Map<String, String> parameters) {
        var options = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .mode(Mode.AverageTime)
                .threads(1)
                .forks(1)
                .jvmArgs(JVM)
                .warmupIterations(WARM_UPS)
                .warmupTime(EACH)
                .measurementIterations(ITERATIONS)
                .measurementTime(EACH)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTimeProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        try {
            return new Runner(options.build())
                    .runSingle().getBenchmarkResults().stream()
                            .flatMap(result -> result.getIterationResults().stream())
                            .map(Measuring::sample)
                            .toList();
        } catch (RunnerException failed) {
            throw new IllegalStateException(
                    "%s failed with %s.".formatted(benchmark.getSimpleName(), parameters), failed);
        }
    }

    private static Sample sample(IterationResult result) {
        return new Sample(
                result.getPrimaryResult().getScore(),
                secondary(result, CpuTimeProfiler.LABEL),
                secondary(result, "gc.alloc.rate.norm"));
    }

    private static double secondary(IterationResult result, String label) {
        var found = result.getSecondaryResults().get(label);
        if (found == null) {
            throw new IllegalStateException("JMH did not measure '%s', only %s."
                    .formatted(label, result.getSecondaryResults().keySet()));
        }
        return found.getScore();
    }
}
