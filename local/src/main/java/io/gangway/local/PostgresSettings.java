package io.gangway.local;

import java.nio.file.Path;

/**
 * How to start a PostgreSQL.
 *
 * @param directory holds the data directory and the pid file; an existing one is used again
 * @param port on 127.0.0.1; 0 takes a free one
 * @param durable whether a commit is on disk when it returns. Without, a crash of the machine or a kill may lose or spoil
 *     data: for tests that do neither.
 * @param log what the server writes
 */
public record PostgresSettings(Workspace workspace, Path directory, int port, boolean durable, Path log) {
    public PostgresSettings {
        directory = directory.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
    }

    /** Durable, on a free port. */
    public static PostgresSettings in(Path directory) {
        return new PostgresSettings(Workspace.find(), directory, 0, true, directory.resolve("postgres.log"));
    }

    public PostgresSettings onPort(int port) {
        return new PostgresSettings(workspace, directory, port, durable, log);
    }

    public PostgresSettings notDurable() {
        return new PostgresSettings(workspace, directory, port, false, log);
    }

    PostgresSettings loggingTo(Path log) {
        return new PostgresSettings(workspace, directory, port, durable, log);
    }

    Path data() {
        return directory.resolve("data");
    }
}
