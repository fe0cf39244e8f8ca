package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the programs beside the application, as pinned in the root pom. */
record Versions(String keycloak, String postgres) {
    static Versions pinned() {
        try (var resource = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            var versions = new Properties();
            versions.load(resource);
            return new Versions(versions.getProperty("keycloak"), versions.getProperty("postgres"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
