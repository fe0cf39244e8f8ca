package io.gangway.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gangway.database.*}: one database, three roles.
 *
 * @param url JDBC address, without user and password
 * @param owner migrates the schema
 * @param portal the portal and the API; row-level security shows it one tenant at a time
 * @param worker the runtime's workers, which cross tenants
 */
@Validated
@ConfigurationProperties("gangway.database")
public record DatabaseProperties(
        @NotBlank String url,
        @NotNull @Valid Login owner,
        @NotNull @Valid Pool portal,
        @NotNull @Valid Pool worker) {

    public record Login(@NotBlank String username, @NotBlank String password) {
        @Override
        public String toString() {
            return username;
        }
    }

    /** @param size connections at the most */
    public record Pool(
            @NotBlank String username,
            @NotBlank String password,
            @DefaultValue("12") int size) {
        @Override
        public String toString() {
            return username;
        }
    }
}
