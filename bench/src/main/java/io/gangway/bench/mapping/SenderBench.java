package io.gangway.bench.mapping;

import io.gangway.bench.Figures;
import io.gangway.mapping.KnownSenders;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the product runs with every webhook: {@code CompiledMapping.map} from bytes to canonical records, for the mappings that ship
 * with Gangway, beside jolt-core and Jackson.
 */
final class SenderBench {
    private static final int ROUNDS = 3;
    private static final List<Entrant> ENTRANTS = List.of(Entrant.OURS, Entrant.JOLT);

    private SenderBench() {}

    static void run(Figures figures) {
        KnownSenders.all().forEach(SenderBench::requireAgreement);
        var samples = new TreeMap<String, Map<Entrant, List<Sample>>>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (var sender : KnownSenders.all()) {
                var ofSender = samples.computeIfAbsent(sender, first -> new EnumMap<>(Entrant.class));
                for (var entrant : ENTRANTS) {
                    ofSender.computeIfAbsent(entrant, first -> new ArrayList<>())
                            .addAll(Measuring.of(
                                    SenderRun.class, Map.of("sender", sender, "entrant", entrant.label())));
                    System.err.printf(Locale.ROOT, "Round %d of %d: %s %s%n", round, ROUNDS, sender, entrant.label());
                }
            }
        }
        figures.heading(
                "Bytes to canonical records with the shipped mappings, one thread; jolt-core does the shift alone");
        samples.forEach((sender, ofSender) -> report(figures, sender, ofSender));
    }

    /** Both must find the same events. */
    private static void requireAgreement(String sender) {
        var ours = new OurRecords(sender);
        var jolt = new JoltRecords(sender);
        for (var document : SenderRun.documents(sender)) {
            int events = ours.bind(document).size();
            int others = jolt.bind(document).size();
            if (events != others) {
                throw new IllegalStateException("Of a payload of %s ours makes %d events and Jolt's shift %d."
                        .formatted(sender, events, others));
            }
        }
    }

    private static void report(Figures figures, String sender, Map<Entrant, List<Sample>> samples) {
        var bytes = SenderRun.documents(sender).stream()
                .mapToInt(document -> document.length)
                .average()
                .orElseThrow();
        var ours = Measurement.of(bytes, samples.getOrDefault(Entrant.OURS, List.of()));
        var jolt = Measurement.of(bytes, samples.getOrDefault(Entrant.JOLT, List.of()));
        var name = "mapping.map." + sender;
        figures.add(name + ".us", ours.micros(), "µs");
        figures.add(name + ".vs_jolt", ours.timesAsFastAs(jolt), "x");
        figures.add(name + ".alloc_vs_jolt", ours.allocatedBeside(jolt), "x");
    }
}
