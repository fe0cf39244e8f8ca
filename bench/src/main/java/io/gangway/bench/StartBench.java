package io.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How long starts take and how much memory each process holds afterwards. */
final class StartBench {
    private static final int AGAIN = 3;
    private static final Pattern PSS = Pattern.compile("^Pss:\\s+(\\d+) kB", Pattern.MULTILINE);

    private StartBench() {}

    static void run(Product product, Figures figures) {
        figures.heading("Start until the login page and the API answer");
        figures.add("start.empty", seconds(product.start(true)), "s");
        product.stop();
        var times = new double[AGAIN];
        for (int i = 0; i < AGAIN; i++) {
            times[i] = seconds(product.start(false));
            if (i < AGAIN - 1) {
                product.stop();
            }
        }
        java.util.Arrays.sort(times);
        figures.add("start.again", times[AGAIN / 2], "s");

        figures.heading("Memory after the start (proportional set size)");
        var processes = new TreeMap<String, ProcessHandle>();
        product.pidFiles()
                .forEach(file -> processes.put(file.getFileName().toString().replace(".pid", ""), pid(file)));
        processes.forEach((name, process) ->
                figures.add("memory." + name, megabytes(process, Set.copyOf(processes.values())), "MB"));
    }

    private static double seconds(java.time.Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** Of a process and what it started, except for what has a name of its own; shared pages are counted once. */
    private static double megabytes(ProcessHandle process, Set<ProcessHandle> named) {
        var children = process.children()
                .filter(child -> !named.contains(child))
                .mapToDouble(child -> megabytes(child, named));
        return proportionalKilobytes(process) / 1024 + children.sum();
    }

    private static double proportionalKilobytes(ProcessHandle process) {
        try {
            var rollup = Files.readString(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"));
            var matcher = PSS.matcher(rollup);
            return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private static ProcessHandle pid(Path file) {
        try {
            var pid = Long.parseLong(Files.readString(file).strip().split("\\s+")[0]);
            return ProcessHandle.of(pid)
                    .orElseThrow(() ->
                            new IllegalStateException("%s names process %d, which has ended.".formatted(file, pid)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
