package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A Keycloak of this machine's own with the realm {@code gangway}, listening on 127.0.0.1 only. Stopped by
 * {@link #close()} or with this program.
 */
public final class KeycloakProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final int port;
    private final int managementPort;
    private final String adminPassword;
    private final ChildProcess process;
    private final Thread withThisProgram = new Thread(this::stop, "stop-keycloak");

    private KeycloakProcess(KeycloakSettings settings) {
        var distribution = KeycloakDistribution.in(settings.workspace());
        var home = Workspace.created(settings.directory().resolve("home"));
        stopLeftover(settings.directory());
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        Ports.requireFree(port, "--keycloak-port");
        this.managementPort = settings.managementPort() == 0 ? Ports.free() : settings.managementPort();
        Ports.requireFree(managementPort, "--keycloak-management-port");
        this.adminPassword = settings.adminPassword();
        prepareHome(distribution, home, settings.realm());
        this.process = ChildProcess.start(
                "Keycloak",
                command(home),
                environment(settings),
                settings.directory(),
                settings.log(),
                pidFile(settings.directory()));
    }

    /**
     * Returns when people can log in: 15 to 20 seconds, and a minute more at the first time on this machine. Throws
     * {@link StartFailed} with the end of the log.
     */
    public static KeycloakProcess start(KeycloakSettings settings) {
        var keycloak = new KeycloakProcess(settings);
        Runtime.getRuntime().addShutdownHook(keycloak.withThisProgram);
        return keycloak.whenReady();
    }

    /** Likewise, but the caller sees to the stop when this program ends: the order may matter. */
    static KeycloakProcess startForCaller(KeycloakSettings settings) {
        return new KeycloakProcess(settings).whenReady();
    }

    private KeycloakProcess whenReady() {
        try {
            awaitReady();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
        return this;
    }

    /** Stops the server that a killed run left behind on this directory, if there is one. Tells which process it was. */
    static Optional<Long> stopLeftover(Path directory) {
        var leftover = RunningProcess.stillRunning(pidFile(directory));
        leftover.ifPresent(process -> RunningProcess.stop(process, STOP));
        return leftover.map(ProcessHandle::pid);
    }

    /** As it stands in tokens. */
    public String issuer() {
        return "http://localhost:%d/realms/%s".formatted(port, RealmFile.REALM);
    }

    public int port() {
        return port;
    }

    /** Of the administrator {@link KeycloakSettings#ADMIN}, unless the database knew one before this start. */
    public String adminPassword() {
        return adminPassword;
    }

    ChildProcess process() {
        return process;
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(withThisProgram);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook finds nothing to stop.
        }
    }

    private synchronized void stop() {
        if (process.isAlive()) {
            process.stop(STOP);
        }
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("keycloak.pid");
    }

    /** The realm file lies below Keycloak's home, so every server has a home of its own and shares only the programs. */
    private static void prepareHome(KeycloakDistribution distribution, Path home, RealmFile realm) {
        try {
            var programs = home.resolve("lib");
            Files.deleteIfExists(programs);
            Files.createSymbolicLink(programs, distribution.home().resolve("lib"));
            Workspace.created(home.resolve("providers"));
            ThemeFiles.copyTo(Workspace.created(home.resolve("themes")));
            Workspace.created(home.resolve("conf"));
            Files.writeString(home.resolve("conf").resolve("keycloak.conf"), "");
            var realms = Workspace.created(home.resolve("data").resolve("import"));
            Passwords.write(realms.resolve("gangway-realm.json"), realm.json());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What kc.sh runs, without the shell between, which would leave an orphan behind when killed. */
    private List<String> command(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                // Without it, cluster ports are opened.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=http://localhost:" + port,
                "--db-pool-initial-size=1",
                "--db-pool-max-size=10",
                "--log-console-color=false");
    }

    /** Passwords travel by environment: a command line can be read by everybody on the machine. */
    private static Map<String, String> environment(KeycloakSettings settings) {
        var login = settings.database().logins().keycloak();
        return Map.of(
                "KC_DB_URL", settings.database().jdbcUrl("keycloak"),
                "KC_DB_USERNAME", login.username(),
                "KC_DB_PASSWORD", login.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakSettings.ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
    }

    private void awaitReady() {
        Readiness.await(process, URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort)), START);
    }
}
