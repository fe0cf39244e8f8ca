package io.gangway.bench.mapping;

import io.gangway.bench.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The mapping engine beside jolt-core, JSLT and a mere copy. Each measurement is a process of its own, and every round
 * has all of them: what the machine does meanwhile hits all alike.
 */
public final class MappingBench {
    private static final int ROUNDS = 3;

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
        SenderBench.run(figures);
    }

    private static List<Sample> measure(Case each, Entrant entrant) {
        return Measuring.of(
                MappingRun.class,
                Map.of(
                        "task", each.task().name(),
                        "payload", each.payload().label(),
                        "entrant", entrant.label()));
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
