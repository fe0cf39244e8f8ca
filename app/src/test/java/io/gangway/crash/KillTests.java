package io.gangway.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.ingest.MessageId;
import io.gangway.local.PostgresProcess;
import io.gangway.local.PostgresSettings;
import io.gangway.local.feed.Signers;
import io.gangway.support.EasyPost;
import io.gangway.support.Http;
import io.gangway.support.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the door has answered 202 to survives a SIGKILL, and comes to an end. */
class KillTests {
    private static final int MESSAGES = 2_000;
    private static final int KILL_AFTER = 700;
    private static final int SENDERS = 16;

    private final Path folder = Servers.emptyFolder("killed");
    private final int port = Servers.freePort();

    @Test
    void everyAcceptedMessageSurvivesAKillAndComesToAnEnd() throws Exception {
        try (var postgres = PostgresProcess.start(PostgresSettings.in(folder.resolve("postgres")))) {
            var first = start(postgres);
            var sender = Files.readAllLines(folder.resolve("sender"));
            Set<UUID> accepted = ConcurrentHashMap.newKeySet();
            var refused = new AtomicInteger();
            var enough = new CountDownLatch(KILL_AFTER);
            try (var senders = Executors.newFixedThreadPool(SENDERS)) {
                for (int i = 0; i < MESSAGES; i++) {
                    var body = body(i);
                    senders.submit(() -> post(sender, body, accepted, refused, enough));
                }
                enough.await();
                first.destroyForcibly().waitFor();
            }
            assertThat(accepted).hasSizeGreaterThanOrEqualTo(KILL_AFTER);
            assertThat(refused.get()).as("messages that met a dead platform").isPositive();

            var stored = stored(postgres);
            assertThat(stored).as("messages on disk while the platform is down").containsAll(accepted);

            var second = start(postgres);
            try {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(
                                        Servers.rows(postgres, "SELECT DISTINCT state FROM message ORDER BY state"))
                                .containsExactly("DEAD", "TRANSLATED"));
            } finally {
                second.destroyForcibly().waitFor();
            }
            assertThat(stored(postgres)).containsExactlyInAnyOrderElementsOf(stored);
            // Two starts made one operator.
            assertThat(Servers.rows(postgres, "SELECT email || ' ' || role FROM member"))
                    .containsExactly("first@operator.example PLATFORM_ADMIN");
            // One event for each readable message, neither lost nor twice.
            assertThat(Servers.rows(postgres, """
                            SELECT m.id FROM message m LEFT JOIN event e ON e.message_id = m.id
                            WHERE m.state = 'TRANSLATED' GROUP BY m.id HAVING count(e.id) <> 1""")).isEmpty();
        }
    }

    /** Every tenth can't be read, so that dead letters are among them. */
    private static byte[] body(int number) {
        var readable = EasyPost.tracker("EZ%08d".formatted(number))
                .announced(Instant.parse("2026-01-01T00:00:00Z"))
                .json();
        return (number % 10 == 0 ? readable + "}" : readable).getBytes(StandardCharsets.UTF_8);
    }

    private void post(
            List<String> sender, byte[] body, Set<UUID> accepted, AtomicInteger refused, CountDownLatch enough) {
        try {
            var headers = new HashMap<>(Signers.of("easypost")
                    .sign(body, sender.getLast(), Clock.systemUTC().instant()));
            headers.put("Content-Type", "application/json");
            var answer = new Http("http://127.0.0.1:" + port).post(sender.getFirst(), body, headers);
            if (answer.status() == 202) {
                accepted.add(MessageId.read(answer.json().path("messageId").asString())
                        .orElseThrow()
                        .value());
            } else {
                refused.incrementAndGet();
            }
        } catch (UncheckedIOException nobodyThere) {
            refused.incrementAndGet();
        } finally {
            enough.countDown();
        }
    }

    private static Set<UUID> stored(PostgresProcess postgres) {
        return Servers.rows(postgres, "SELECT id FROM message").stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private Process start(PostgresProcess postgres) throws IOException {
        var ready = folder.resolve("ready");
        Files.deleteIfExists(ready);
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SeededApplication.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("app.log").toFile()));
        Servers.settings(postgres)
                .forEach((name, value) -> builder.environment().put(environmentName(name), value.toString()));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("GANGWAY_OPERATOR_EMAIL", "First@Operator.example");
        var process = builder.start();
        await().atMost(Duration.ofSeconds(120)).until(() -> Files.exists(ready) || !process.isAlive());
        assertThat(process.isAlive())
                .as("the platform runs; see %s", folder.resolve("app.log"))
                .isTrue();
        return process;
    }

    static String environmentName(String property) {
        return property.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
