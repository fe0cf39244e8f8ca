package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresProcessTests {
    @Test
    void keepsDataOverARestart() throws SQLException {
        var settings = PostgresSettings.in(TestFolders.fresh("postgres-restart"));
        try (var postgres = PostgresProcess.start(settings)) {
            execute(postgres, "CREATE TABLE kept (word text)");
            execute(postgres, "INSERT INTO kept VALUES ('still here')");
        }
        try (var postgres = PostgresProcess.start(settings)) {
            assertThat(text(postgres, "SELECT word FROM kept")).isEqualTo("still here");
            assertThat(text(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(text(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void startsAgainAfterTheServerWasKilled() throws Exception {
        var settings = PostgresSettings.in(TestFolders.fresh("postgres-killed"));
        try (var postgres = PostgresProcess.start(settings)) {
            execute(postgres, "CREATE TABLE kept (word text)");
            execute(postgres, "INSERT INTO kept VALUES ('committed')");
            ProcessHandle.of(postgres.process().pid()).orElseThrow().destroyForcibly();
            postgres.onExit().get(10, TimeUnit.SECONDS);
        }
        try (var postgres = PostgresProcess.start(settings)) {
            assertThat(text(postgres, "SELECT word FROM kept")).isEqualTo("committed");
        }
    }

    @Test
    void stopsTheServerThatAKilledLauncherLeftBehind() throws Exception {
        var settings = PostgresSettings.in(TestFolders.fresh("postgres-leftover"));
        var left = PostgresProcess.start(settings);
        var leftPid = left.process().pid();
        try (var postgres = PostgresProcess.start(settings.onPort(left.port()))) {
            assertThat(left.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
            assertThat(postgres.process().pid()).isNotEqualTo(leftPid);
        }
    }

    @Test
    void namesTheTakenPortAndTheRemedy() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var settings = PostgresSettings.in(TestFolders.fresh("postgres-port"))
                    .notDurable()
                    .onPort(other.getLocalPort());
            assertThatThrownBy(() -> PostgresProcess.start(settings))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageMatching(
                            "Port %d is in use by another program\\. Stop it or choose another: \\./gangway run --postgres-port \\d+"
                                    .formatted(other.getLocalPort()));
        }
    }

    @Test
    void givesEachLoginItsOwnRights() throws SQLException {
        try (var postgres = PostgresProcess.start(
                PostgresSettings.in(TestFolders.fresh("postgres-logins")).notDurable())) {
            try (var owner = postgres.connect("gangway", postgres.owner());
                    var statement = owner.createStatement()) {
                statement.execute("CREATE TABLE owned (word text)");
            }
            try (var portal = postgres.connect("gangway", postgres.portal());
                    var statement = portal.createStatement()) {
                assertThatThrownBy(() -> statement.execute("CREATE TABLE intruder (word text)"))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() ->
                            postgres.connect("keycloak", postgres.worker()).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database \"keycloak\"");
        }
    }

    private static void execute(PostgresProcess postgres, String sql) throws SQLException {
        try (var connection = postgres.connect("gangway", postgres.superuser());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(PostgresProcess postgres, String sql) throws SQLException {
        try (var connection = postgres.connect("gangway", postgres.superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
