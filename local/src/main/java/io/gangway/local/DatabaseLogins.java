package io.gangway.local;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may log in to a local PostgreSQL. Kept inside the data directory, since passwords and data live and die together.
 *
 * @param owner migrates the schema
 * @param portal the portal and the API, behind row-level security
 * @param worker the runtime's workers
 * @param keycloak owns Keycloak's database
 */
record DatabaseLogins(
        DatabaseLogin superuser,
        DatabaseLogin owner,
        DatabaseLogin portal,
        DatabaseLogin worker,
        DatabaseLogin keycloak) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static DatabaseLogins generate() {
        return new DatabaseLogins(
                generate("postgres"),
                generate("gangway_owner"),
                generate("gangway_portal"),
                generate("gangway_worker"),
                generate("keycloak"));
    }

    static DatabaseLogins read(Path dataDirectory) {
        var file = file(dataDirectory);
        if (!Files.isRegularFile(file)) {
            throw new StartFailed(
                    "%s is missing, so nobody can log in to the database beside it. Start with --fresh to remove the data."
                            .formatted(file));
        }
        return JSON.readValue(file.toFile(), DatabaseLogins.class);
    }

    void keepIn(Path dataDirectory) {
        Passwords.write(file(dataDirectory), JSON.writeValueAsString(this));
    }

    private static Path file(Path dataDirectory) {
        return dataDirectory.resolve("gangway-logins.json");
    }

    private static DatabaseLogin generate(String username) {
        return new DatabaseLogin(username, Passwords.random());
    }
}
