package io.gangway.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.Application;
import io.gangway.support.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTests {
    private final Path folder = Servers.emptyFolder("stopped");

    @Test
    void aPlatformThatWaitsForPostgresStopsWhenItIsTold() throws Exception {
        // Takes connections and never says a word, as a database that starts.
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var process = start(silent.getLocalPort());
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> isCalled(silent) || !process.isAlive());
                process.destroy();
                assertThat(process.waitFor(10, TimeUnit.SECONDS))
                        .as("it stopped; see %s", folder.resolve("app.log"))
                        .isTrue();
                assertThat(process.exitValue()).isEqualTo(143);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static boolean isCalled(ServerSocket socket) {
        try {
            socket.setSoTimeout(100);
            socket.accept();
            return true;
        } catch (java.net.SocketTimeoutException nobodyYet) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Process start(int databasePort) throws IOException {
        Files.createDirectories(folder);
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("app.log").toFile());
        Servers.settings(Servers.postgres())
                .forEach((name, value) -> builder.environment().put(KillTests.environmentName(name), value.toString()));
        builder.environment()
                .put("GANGWAY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d/gangway".formatted(databasePort));
        builder.environment().put("SERVER_PORT", Integer.toString(Servers.freePort()));
        return builder.start();
    }
}
