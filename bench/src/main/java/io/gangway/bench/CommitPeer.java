package io.gangway.bench;

import io.gangway.local.PostgresProcess;
import io.gangway.local.PostgresSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What most receivers do: one insert and one commit for each message, on an equal and durable PostgreSQL, without HTTP. */
final class CommitPeer {
    private CommitPeer() {}

    /** Commits in a second over that many connections. */
    static double perSecond(Path folder, int connections, Duration duration, byte[] body) throws Exception {
        try (var postgres = PostgresProcess.start(PostgresSettings.in(folder));
                var threads = Executors.newFixedThreadPool(connections)) {
            try (var connection = postgres.connect("gangway", postgres.owner());
                    var statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS peer");
                statement.execute("CREATE TABLE peer (id uuid PRIMARY KEY, body bytea NOT NULL)");
            }
            var deadline = System.nanoTime() + duration.toNanos();
            Callable<Integer> writer = () -> write(postgres, deadline, body);
            var begun = System.nanoTime();
            var written = threads.invokeAll(
                    IntStream.range(0, connections).mapToObj(i -> writer).toList());
            var elapsed = (System.nanoTime() - begun) / 1e9;
            var all = 0;
            for (var each : written) {
                all += each.get();
            }
            return all / elapsed;
        }
    }

    private static int write(PostgresProcess postgres, long deadline, byte[] body) throws SQLException {
        int commits = 0;
        try (var connection = postgres.connect("gangway", postgres.owner());
                var insert = connection.prepareStatement("INSERT INTO peer (id, body) VALUES (?, ?)")) {
            for (; System.nanoTime() < deadline; commits++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, body);
                insert.executeUpdate();
            }
        }
        return commits;
    }
}
