package io.gangway.bench;

import io.gangway.local.feed.SenderEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as {@code ./gangway run} starts it, in a folder and on ports of its own, without the feed. */
final class Product implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path folder;
    private final int port = freePort();
    private final int keycloakPort = freePort();
    private final int postgresPort = freePort();
    private final int mailPort = freePort();
    private final int managementPort = freePort();
    private @Nullable Process launcher;

    Product(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    boolean isRunning() {
        return launcher != null;
    }

    /** Returns how long it took until everything answered. */
    Duration start(boolean fresh) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "io.gangway.local.Launcher",
                "--no-feed",
                "--port",
                Integer.toString(port),
                "--management-port",
                Integer.toString(managementPort),
                "--keycloak-port",
                Integer.toString(keycloakPort),
                "--postgres-port",
                Integer.toString(postgresPort),
                "--mail-port",
                Integer.toString(mailPort)));
        if (fresh) {
            command.add("--fresh");
        }
        try {
            var begun = System.nanoTime();
            Files.createDirectories(folder);
            var output = folder.resolve("launcher.log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("GANGWAY_STATE", folder.toString());
            var started = builder.start();
            launcher = started;
            awaitReady(started, output);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            Plans.lift(this);
            return took;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The product's own, so that what benchmarks need besides is not part of what is measured. */
    static String classPath() {
        var given = System.getProperty("gangway.product.class-path");
        if (given == null) {
            throw new IllegalStateException(
                    "Property 'gangway.product.class-path' is missing. Start benchmarks with ./gangway bench.");
        }
        return given;
    }

    private static void awaitReady(Process launcher, Path output) throws IOException {
        while (!Files.readString(output).contains("Gangway is ready")) {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("The product did not start:%n%s".formatted(Files.readString(output)));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    SenderEndpoint endpoint(String sender) {
        return demo().path("endpoints")
                .valueStream()
                .filter(endpoint -> endpoint.path("sender").asString().equals(sender))
                .map(endpoint -> new SenderEndpoint(
                        sender,
                        endpoint.path("path").asString(),
                        endpoint.path("secret").asString()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo has no sender '%s'.".formatted(sender)));
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/gangway".formatted(postgresPort);
    }

    /** Who may log in to the database, as JSON. */
    Path databaseLogins() {
        try (var files = Files.walk(folder.resolve("data"), 3)) {
            return files.filter(file -> file.endsWith("gangway-logins.json"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("No logins of the database below %s.".formatted(folder)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String apiKey() {
        return demo().path("apiKeys").path(0).path("key").asString();
    }

    /** What the running processes wrote of themselves; the peer that another benchmark starts is not among them. */
    List<Path> pidFiles() {
        try (var files = Stream.concat(Files.walk(folder.resolve("running")), Files.walk(folder.resolve("data")))) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> !file.endsWith("postmaster.pid"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private JsonNode demo() {
        return JsonMapper.shared().readTree(folder.resolve("demo.json").toFile());
    }

    void stop() {
        var running = launcher;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(2, TimeUnit.MINUTES)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        launcher = null;
    }

    @Override
    public void close() {
        stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
