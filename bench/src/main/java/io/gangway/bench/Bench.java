package io.gangway.bench;

import io.gangway.bench.mapping.MappingBench;
import io.gangway.local.Workspace;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./gangway bench [NAME] [--json FILE]}: measures and prints a table. Names: {@code start} (time to start, memory),
 * {@code webhooks} (throughput and times at the door, time until visible, beside a floor and a peer), {@code backlog} (translation with
 * few and with many messages waiting), {@code search} (the portal's lists and searches over millions of shipments), {@code limits} (cost and error of rate limits), all of the product, started in a folder of its own; {@code mapping} (the mapping engine alone beside others, with {@code --all} a second
 * mapping). Without a name all of them.
 */
public final class Bench {
    private static final List<String> NAMES = List.of("start", "webhooks", "backlog", "search", "limits", "mapping");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        @Nullable String name = null;
        @Nullable Path json = null;
        var all = false;
        var words = new ArrayDeque<>(List.of(arguments));
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            if (word.equals("--json") && !words.isEmpty()) {
                json = Path.of(words.removeFirst());
            } else if (word.equals("--all")) {
                all = true;
            } else if (NAMES.contains(word) && name == null) {
                name = word;
            } else {
                System.err.printf("'%s' is not a benchmark. There are %s, --all and --json FILE.%n", word, NAMES);
                System.exit(2);
            }
        }
        var figures = new Figures();
        if (name == null || !name.equals("mapping")) {
            measureProduct(name, figures);
        }
        if (name == null || name.equals("mapping")) {
            MappingBench.run(figures, all);
        }
        if (json != null) {
            figures.writeTo(json);
            System.out.printf("%nWritten to %s.%n", json);
        }
    }

    private static void measureProduct(@Nullable String name, Figures figures) throws Exception {
        var folder = Workspace.find().folder().resolve("bench");
        try (var product = new Product(folder)) {
            if (name == null || name.equals("start")) {
                StartBench.run(product, figures);
            }
            if (name == null || name.equals("webhooks")) {
                WebhookBench.run(product, folder, figures);
            }
            if (name == null || name.equals("backlog")) {
                BacklogBench.run(product, figures);
            }
            if (name == null || name.equals("search")) {
                SearchBench.run(product, figures);
            }
            if (name == null || name.equals("limits")) {
                LimitsBench.run(product, figures);
            }
        }
    }
}
