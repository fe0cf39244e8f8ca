package io.gangway.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, in the order of measuring. */
public final class Figures {
    private final List<Figure> all = new ArrayList<>();

    /** @param name stable, lower case with dots, such as {@code webhooks.16.per_second} */
    public void add(String name, double value, String unit) {
        keep(name, value, unit);
        System.out.printf(Locale.ROOT, "  %-44s %,14.2f %s%n", name, value, unit);
    }

    /** Adds what a table has shown already. */
    public void keep(String name, double value, String unit) {
        all.add(new Figure(name, value, unit));
    }

    public void heading(String text) {
        System.out.printf("%n%s%n", text);
    }

    /** Median and 99th percentile of times in nanoseconds, in milliseconds. */
    void addTimes(String name, long[] nanoseconds) {
        var sorted = nanoseconds.clone();
        java.util.Arrays.sort(sorted);
        add(name + ".p50", percentile(sorted, 0.50), "ms");
        add(name + ".p99", percentile(sorted, 0.99), "ms");
    }

    double of(String name) {
        return all.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' was not measured.".formatted(name)))
                .value();
    }

    public void writeTo(Path file) {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), all);
    }

    private static double percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(index, 0)] / 1e6;
    }
}
