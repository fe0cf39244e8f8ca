package io.gangway.local;

import java.nio.file.Path;

/**
 * How to start a Keycloak.
 *
 * @param directory this server's own: the realm file, the pid file. Not shared with another running server
 * @param port on 127.0.0.1; 0 takes a free one
 * @param managementPort for health and metrics, likewise
 * @param database a started PostgreSQL; the realm in its database {@code keycloak} wins over the realm file
 * @param realm imported if the database has no such realm yet
 * @param adminPassword of the administrator {@code admin}, made at the first start
 * @param log what the server writes
 */
public record KeycloakSettings(
        Workspace workspace,
        Path directory,
        int port,
        int managementPort,
        PostgresProcess database,
        RealmFile realm,
        String adminPassword,
        Path log) {
    public static final String ADMIN = "admin";

    public KeycloakSettings {
        directory = directory.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
    }

    /** On free ports, with a random password of the administrator. */
    public static KeycloakSettings in(Path directory, PostgresProcess database, RealmFile realm) {
        return new KeycloakSettings(
                Workspace.find(),
                directory,
                0,
                0,
                database,
                realm,
                Passwords.random(),
                directory.resolve("keycloak.log"));
    }

    public KeycloakSettings onPort(int port) {
        return new KeycloakSettings(workspace, directory, port, managementPort, database, realm, adminPassword, log);
    }

    KeycloakSettings loggingTo(Path log) {
        return new KeycloakSettings(workspace, directory, port, managementPort, database, realm, adminPassword, log);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Keycloak in " + directory;
    }
}
