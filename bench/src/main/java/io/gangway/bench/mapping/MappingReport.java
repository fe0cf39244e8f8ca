package io.gangway.bench.mapping;

import io.gangway.bench.Figures;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A table for readers and a figure for each of its cells. */
final class MappingReport {
    private static final String ROW = "  %-8s %-6s %10s %12s %12s %14s%n";

    private final Task task;
    private final Map<Payload, Map<Entrant, Measurement>> measured = new LinkedHashMap<>();

    MappingReport(Task task) {
        this.task = task;
    }

    void add(Payload payload, Entrant entrant, Measurement measurement) {
        measured.computeIfAbsent(payload, first -> new EnumMap<>(Entrant.class)).put(entrant, measurement);
    }

    void addTo(Figures figures) {
        if (measured.isEmpty()) {
            return;
        }
        figures.heading("Mapping, bytes in and bytes out, one thread: " + task.description());
        System.out.printf(ROW, "document", "", "MB/s", "µs/op", "CPU µs/op", "bytes/op");
        measured.forEach((payload, entrants) -> entrants.forEach((entrant, measurement) -> {
            System.out.printf(
                    ROW,
                    payload.label(),
                    entrant.label(),
                    number("%,.1f", measurement.megabytesPerSecond()),
                    number("%,.1f", measurement.micros()),
                    number("%,.1f", measurement.cpuMicros()),
                    number("%,.0f", measurement.allocated()));
            var name = name(payload, entrant.label());
            figures.keep(name + ".mb_per_s", measurement.megabytesPerSecond(), "MB/s");
            figures.keep(name + ".us", measurement.micros(), "µs");
            figures.keep(name + ".cpu_us", measurement.cpuMicros(), "µs");
            figures.keep(name + ".alloc_bytes", measurement.allocated(), "bytes");
        }));
        figures.heading("Ours beside the others: throughput as a multiple, allocation as a share");
        measured.forEach((payload, entrants) -> addRatios(figures, payload, entrants));
        addLinearity(figures);
    }

    private void addRatios(Figures figures, Payload payload, Map<Entrant, Measurement> entrants) {
        var ours = of(payload, Entrant.OURS);
        entrants.forEach((entrant, other) -> {
            if (entrant != Entrant.OURS) {
                figures.add(name(payload, "vs_" + entrant.label()), ours.timesAsFastAs(other), "x");
            }
        });
        figures.add(name(payload, "alloc_vs_jolt"), ours.allocatedBeside(of(payload, Entrant.JOLT)), "x");
    }

    private void addLinearity(Figures figures) {
        if (!measured.containsKey(Payload.LARGE)) {
            return;
        }
        figures.heading(
                "Cost per byte at %s beside %s: 1 is linear".formatted(Payload.LARGE.label(), Payload.MEDIUM.label()));
        for (var entrant : task.entrants()) {
            figures.add(
                    "%s.linearity.%s".formatted(task.prefix(), entrant.label()),
                    of(Payload.LARGE, entrant).costPerByteBeside(of(Payload.MEDIUM, entrant)),
                    "x");
        }
    }

    private Measurement of(Payload payload, Entrant entrant) {
        var measurement = measured.getOrDefault(payload, Map.of()).get(entrant);
        if (measurement == null) {
            throw new IllegalStateException("%s was not measured with %s.".formatted(entrant, payload.label()));
        }
        return measurement;
    }

    private String name(Payload payload, String rest) {
        return "%s.%s.%s".formatted(task.prefix(), payload.label(), rest);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
