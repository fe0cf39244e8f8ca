package io.gangway.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.bench.Figures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MappingReportTests {
    @TempDir
    private Path folder;

    @Test
    void writesAFigureForEachCellAndRatio() {
        var report = new MappingReport(Task.EVENTS);
        for (var payload : Payload.values()) {
            var bytes = payload.events() * 500.0;
            report.add(payload, Entrant.OURS, new Measurement(bytes, bytes / 500, bytes / 400, bytes));
            report.add(payload, Entrant.JOLT, new Measurement(bytes, bytes / 50, bytes / 40, bytes * 10));
            report.add(payload, Entrant.JSLT, new Measurement(bytes, bytes / 100, bytes / 80, bytes * 8));
            report.add(payload, Entrant.COPY, new Measurement(bytes, bytes / 250, bytes / 250, bytes * 2));
        }

        var figures = figures(report);

        for (var payload : new String[] {"2k5", "250k", "10m"}) {
            assertThat(figures)
                    .containsEntry("mapping.%s.vs_jolt".formatted(payload), 10.0)
                    .containsEntry("mapping.%s.vs_jslt".formatted(payload), 5.0)
                    .containsEntry("mapping.%s.vs_copy".formatted(payload), 2.0)
                    .containsEntry("mapping.%s.alloc_vs_jolt".formatted(payload), 0.1);
            for (var entrant : new String[] {"ours", "jolt", "jslt", "copy"}) {
                assertThat(figures)
                        .containsKey("mapping.%s.%s.mb_per_s".formatted(payload, entrant))
                        .containsKey("mapping.%s.%s.us".formatted(payload, entrant))
                        .containsKey("mapping.%s.%s.cpu_us".formatted(payload, entrant))
                        .containsKey("mapping.%s.%s.alloc_bytes".formatted(payload, entrant));
            }
        }
        assertThat(figures)
                .containsEntry("mapping.250k.ours.mb_per_s", 500.0)
                .containsEntry("mapping.250k.ours.us", 500.0)
                .containsEntry("mapping.250k.ours.cpu_us", 625.0)
                .containsEntry("mapping.250k.ours.alloc_bytes", 250_000.0)
                .containsEntry("mapping.linearity.ours", 1.0);
    }

    @Test
    void namesTheSecondTaskInItsFigures() {
        var report = new MappingReport(Task.CHAIN);
        report.add(Payload.SMALL, Entrant.OURS, new Measurement(2500, 5, 5, 5000));
        report.add(Payload.SMALL, Entrant.JOLT, new Measurement(2500, 20, 20, 20_000));

        assertThat(figures(report))
                .containsEntry("mapping.chain.2k5.vs_jolt", 4.0)
                .containsEntry("mapping.chain.2k5.alloc_vs_jolt", 0.25)
                .doesNotContainKeys("mapping.chain.2k5.vs_copy", "mapping.chain.linearity.ours");
    }

    private Map<String, Double> figures(MappingReport report) {
        var figures = new Figures();
        report.addTo(figures);
        var file = folder.resolve("figures.json");
        figures.writeTo(file);
        var values = new LinkedHashMap<String, Double>();
        for (var figure : JsonMapper.shared().readTree(file.toFile())) {
            values.put(figure.path("name").asString(), figure.path("value").asDouble());
        }
        return values;
    }
}
