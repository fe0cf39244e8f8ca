package io.gangway.bench.mapping;

import io.gangway.bench.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The mapping engine beside jolt-core, JSLT and a mere copy. Each measurement is a process of its own, and every round
 * has all of them: what the machine does meanwhile hits all alike.
 */
public final class MappingBench {
    private static final int ROUNDS = 3;
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

    private MappingBench() {}

    /** Measures the mapping of events; with {@code all} a chain of several operations as well. */
    public static void run(Figures figures, boolean all) {
        var cases = Stream.of(Task.values())
                .filter(task -> all || task == Task.EVENTS)
                .flatMap(task -> task.payloads().stream().map(payload -> new Case(task, payload)))
                .toList();
        cases.forEach(each -> each.task().requireAgreement(each.payload()));
        var samples = new LinkedHashMap<Case, Map<Entrant, List<Sample>>>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (var each : cases) {
                var ofCase = samples.computeIfAbsent(each, first -> new LinkedHashMap<>());
                for (var entrant : each.task().entrants()) {
                    var measured = measure(each, entrant);
                    ofCase.computeIfAbsent(entrant, first -> new ArrayList<>()).addAll(measured);
                    System.err.printf(
                            Locale.ROOT,
                            "Round %d of %d: %s, %s %s: %,.1f µs%n",
                            round,
                            ROUNDS,
                            each.task().description(),
                            each.payload().label(),
                            entrant.label(),
                            Measurement.of(each.meanBytes(), measured).micros());
                }
            }
        }
        for (var task : Task.values()) {
            var report = new MappingReport(task);
            samples.forEach((each, ofCase) -> {
                if (each.task() == task) {
                    ofCase.forEach((entrant, measured) ->
                            report.add(each.payload(), entrant, Measurement.of(each.meanBytes(), measured)));
                }
            });
            report.addTo(figures);
        }
    }

    private static List<Sample> measure(Case each, Entrant entrant) {
        var options = new OptionsBuilder()
                .include(MappingRun.class.getName().replace(".", "\\.") + "\\.")
                .param("task", each.task().name())
                .param("payload", each.payload().label())
                .param("entrant", entrant.label())
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
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options)
                    .runSingle().getBenchmarkResults().stream()
                            .flatMap(result -> result.getIterationResults().stream())
                            .map(MappingBench::sample)
                            .toList();
        } catch (RunnerException failed) {
            throw new IllegalStateException("%s failed at %s.".formatted(entrant, each), failed);
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

    private record Case(Task task, Payload payload) {

        double meanBytes() {
            return payload.documents().stream()
                    .mapToInt(json -> json.length)
                    .average()
                    .orElseThrow();
        }
    }
}
