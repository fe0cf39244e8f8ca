package io.gangway.bench;

import io.gangway.local.Workspace;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./gangway bench [NAME] [--json FILE]}: starts the product in a folder of its own, measures, prints a table.
 * Names: {@code start} (time to start, memory), {@code webhooks} (throughput and times at the door, time until visible,
 * beside a floor and a peer). Without a name both.
 */
public final class Bench {
    private static final List<String> NAMES = List.of("start", "webhooks");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        @Nullable String name = null;
        @Nullable Path json = null;
        var words = new ArrayDeque<>(List.of(arguments));
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            if (word.equals("--json") && !words.isEmpty()) {
                json = Path.of(words.removeFirst());
            } else if (NAMES.contains(word) && name == null) {
                name = word;
            } else {
                System.err.printf("'%s' is no benchmark. There are %s, and --json FILE.%n", word, NAMES);
                System.exit(2);
            }
        }
        var figures = new Figures();
        var folder = Workspace.find().folder().resolve("bench");
        try (var product = new Product(folder)) {
            if (name == null || name.equals("start")) {
                StartBench.run(product, figures);
            }
            if (name == null || name.equals("webhooks")) {
                WebhookBench.run(product, folder, figures);
            }
        }
        if (json != null) {
            figures.writeTo(json);
            System.out.printf("%nWritten to %s.%n", json);
        }
    }
}
