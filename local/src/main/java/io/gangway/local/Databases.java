package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The databases and login roles of a local PostgreSQL: those of compose.yaml, by the same script. */
final class Databases {
    private static final String ROLES = "/io/gangway/db/roles.sql";
    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

    private final PostgresProcess postgres;

    Databases(PostgresProcess postgres) {
        this.postgres = postgres;
    }

    /** Creates what is missing and sets the passwords. */
    void create() {
        try (var connection = postgres.connect("postgres", postgres.superuser());
                var statement = connection.createStatement()) {
            var logins = postgres.logins();
            createRole(statement, logins.keycloak());
            createDatabase(connection, "gangway");
            createDatabase(connection, "keycloak");
            statement.execute("ALTER DATABASE keycloak OWNER TO keycloak");
            statement.execute("REVOKE ALL ON DATABASE keycloak FROM PUBLIC");
            try (var gangway = postgres.connect("gangway", postgres.superuser());
                    var script = gangway.createStatement()) {
                script.execute(rolesScript(
                        script,
                        Map.of(
                                "gangway_owner_password", logins.owner().password(),
                                "gangway_portal_password", logins.portal().password(),
                                "gangway_worker_password", logins.worker().password())));
            }
        } catch (SQLException refused) {
            throw new StartFailed("The databases and roles can't be created: " + refused.getMessage(), refused);
        }
    }

    /** Throws away all that the database holds. Nobody else may be connected. */
    void recreateKeycloak() {
        try (var connection = postgres.connect("postgres", postgres.superuser());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS keycloak WITH (FORCE)");
        } catch (SQLException refused) {
            throw new StartFailed("Keycloak's database can't be dropped: " + refused.getMessage(), refused);
        }
        create();
    }

    private static void createRole(Statement statement, DatabaseLogin login) throws SQLException {
        var name = statement.enquoteIdentifier(login.username(), true);
        try (var rows = statement.executeQuery(
                "SELECT FROM pg_roles WHERE rolname = " + statement.enquoteLiteral(login.username()))) {
            if (!rows.next()) {
                statement.execute("CREATE ROLE " + name);
            }
        }
        statement.execute(
                "ALTER ROLE %s LOGIN PASSWORD %s".formatted(name, statement.enquoteLiteral(login.password())));
    }

    private static void createDatabase(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery();
                    var statement = connection.createStatement()) {
                if (!rows.next()) {
                    statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
                }
            }
        }
    }

    /** Replaces psql's {@code :'name'} by a quoted literal. Throws if the script has a variable that is not given. */
    private static String rolesScript(Statement quoting, Map<String, String> variables) throws SQLException {
        var script = new StringBuilder();
        var matcher = VARIABLE.matcher(resource());
        while (matcher.find()) {
            var value = Objects.requireNonNull(variables.get(matcher.group(1)), matcher.group());
            matcher.appendReplacement(script, Matcher.quoteReplacement(quoting.enquoteLiteral(value)));
        }
        return matcher.appendTail(script).toString();
    }

    private static String resource() {
        try (var script = Objects.requireNonNull(Databases.class.getResourceAsStream(ROLES), ROLES)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
