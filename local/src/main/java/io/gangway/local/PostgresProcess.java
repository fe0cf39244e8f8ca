package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of this machine's own, listening on 127.0.0.1 only, with the databases {@code gangway} and {@code keycloak}
 * and their login roles. Stopped by {@link #close()} or with this program.
 */
public final class PostgresProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int STOP_SECONDS = 60;
    private static final int POLL_MILLIS = 50;

    private final PostgresSettings settings;
    private final PostgresBinaries binaries;
    private final Unprivileged user;
    private final int port;
    private final DatabaseLogins logins;
    private final ChildProcess process;
    private final Thread withThisProgram = new Thread(this::stop, "stop-postgres");

    private PostgresProcess(PostgresSettings settings) {
        this.settings = settings;
        this.binaries = PostgresBinaries.in(settings.workspace());
        this.user = Unprivileged.here();
        Workspace.created(settings.directory());
        stopLeftover(settings.workspace(), settings.directory());
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        Ports.requireFree(port, "--postgres-port");
        this.logins = isInitialised(settings.data()) ? DatabaseLogins.read(settings.data()) : initialise();
        this.process = ChildProcess.start(
                "PostgreSQL",
                serverCommand(),
                Map.of("TZ", "UTC", "LC_ALL", "C"),
                settings.directory(),
                settings.log(),
                settings.directory().resolve("postgres.pid"));
    }

    /** Returns when the databases and roles are there. Throws {@link StartFailed} with the end of the log. */
    public static PostgresProcess start(PostgresSettings settings) {
        var postgres = startForCaller(settings);
        Runtime.getRuntime().addShutdownHook(postgres.withThisProgram);
        return postgres;
    }

    /** Likewise, but the caller sees to the stop when this program ends: the order may matter. */
    static PostgresProcess startForCaller(PostgresSettings settings) {
        var postgres = new PostgresProcess(settings);
        try {
            postgres.awaitReady();
            new Databases(postgres).create();
        } catch (RuntimeException failed) {
            postgres.stop();
            throw failed;
        }
        return postgres;
    }

    /**
     * Stops the server that a killed run left behind on this directory, if there is one, and forgets what it wrote about
     * itself. Tells which process it was.
     */
    static Optional<Long> stopLeftover(Workspace workspace, Path directory) {
        var data = directory.resolve("data");
        var pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.isRegularFile(pidFile)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(pidFile);
            var server = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isPostgres(process, data, directory));
            if (server.isEmpty()) {
                // The id may belong to anybody by now, and PostgreSQL would refuse to start because of it.
                Files.delete(pidFile);
                return Optional.empty();
            }
            stopServer(PostgresBinaries.in(workspace), Unprivileged.here(), data);
            RunningProcess.stop(server.get(), Duration.ofSeconds(5));
            return Optional.of(server.get().pid());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPostgres(ProcessHandle process, Path data, Path directory) {
        return process.info()
                        .commandLine()
                        .filter(line -> line.contains(data.toString()))
                        .isPresent()
                || RunningProcess.stillRunning(directory.resolve("postgres.pid"))
                        .filter(process::equals)
                        .isPresent();
    }

    public int port() {
        return port;
    }

    /** Without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public DatabaseLogin superuser() {
        return logins.superuser();
    }

    /** Migrates the schema of the database {@code gangway}. */
    public DatabaseLogin owner() {
        return logins.owner();
    }

    /** The portal and the API; row-level security binds it. */
    public DatabaseLogin portal() {
        return logins.portal();
    }

    /** The runtime's workers. */
    public DatabaseLogin worker() {
        return logins.worker();
    }

    DatabaseLogins logins() {
        return logins;
    }

    ChildProcess process() {
        return process;
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit();
    }

    public Connection connect(String database, DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), login.username(), login.password());
    }

    /** Open connections are ended, what was committed stays. */
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
            stopServer(binaries, user, settings.data());
            process.stop(Duration.ofSeconds(5));
        }
    }

    private static void stopServer(PostgresBinaries binaries, Unprivileged user, Path data) {
        run(
                user.command(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--pgdata=" + data,
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + STOP_SECONDS),
                data.resolveSibling("stop.log"));
    }

    private static boolean isInitialised(Path data) {
        return Files.isRegularFile(data.resolve("PG_VERSION")) && Files.isDirectory(data.resolve("global"));
    }

    private DatabaseLogins initialise() {
        var data = settings.data();
        var part = data.resolveSibling("data.part");
        var passwordFile = settings.directory().resolve("initdb.password");
        var generated = DatabaseLogins.generate();
        try {
            FolderLock.delete(part);
            FolderLock.delete(data);
            Passwords.write(passwordFile, generated.superuser().password());
            Files.createDirectory(part);
            user.own(part);
            user.own(passwordFile);
            var log = settings.directory().resolve("initdb.log");
            var status = run(
                    user.command(
                            binaries.program("initdb"),
                            "--pgdata=" + part,
                            "--username=" + generated.superuser().username(),
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-sync"),
                    log);
            if (status != 0) {
                throw new StartFailed("PostgreSQL's initdb failed (status %d):%n%s"
                        .formatted(status, Files.readString(log).indent(2)));
            }
            generated.keepIn(part);
            user.own(part);
            // Whoever dies before this line leaves no half-made data directory behind.
            Files.move(part, data);
            return generated;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            try {
                Files.deleteIfExists(passwordFile);
            } catch (IOException leftBehind) {
                throw new UncheckedIOException(leftBehind);
            }
        }
    }

    private List<String> serverCommand() {
        var command = new ArrayList<>(user.command(
                binaries.program("postgres"), "-D", settings.data().toString(), "-p", Integer.toString(port)));
        var durability = settings.durable() ? "on" : "off";
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=" + durability,
                "synchronous_commit=" + durability,
                "full_page_writes=" + durability,
                "max_connections=150",
                "shared_buffers=128MB",
                "shared_preload_libraries=pg_stat_statements",
                "log_destination=stderr",
                "logging_collector=off",
                "log_min_duration_statement=1000",
                "lc_messages=C",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + START.toNanos();
        while (true) {
            if (!process.isAlive()) {
                throw process.failed("ended while starting");
            }
            try (var connection = connect("postgres", superuser());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SHOW data_directory")) {
                rows.next();
                if (!Path.of(rows.getString(1))
                        .toRealPath()
                        .equals(settings.data().toRealPath())) {
                    throw new StartFailed("Another PostgreSQL answers on port %d; it keeps its data in %s. Stop it."
                            .formatted(port, rows.getString(1)));
                }
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw process.failed(
                            "did not answer within %d seconds (%s)".formatted(START.toSeconds(), notYet.getMessage()));
                }
                pause();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while PostgreSQL was starting.", interrupted);
        }
    }

    private static int run(List<String> command, Path log) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(STOP_SECONDS + 30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StartFailed("%s did not end. See %s.".formatted(command, log));
            }
            return process.exitValue();
        } catch (IOException refused) {
            throw new StartFailed("%s can't be started: %s".formatted(command, refused.getMessage()), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting for %s.".formatted(command), interrupted);
        }
    }
}
