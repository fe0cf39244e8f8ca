package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchOptionsTests {
    @Test
    void hasDefaults() {
        assertThat(LaunchOptions.parse(List.of()))
                .isEqualTo(new LaunchOptions(false, true, 8080, 9090, 8180, 54_329, 8025));
    }

    @Test
    void readsAllOptions() {
        var words = List.of(
                "--fresh",
                "--no-feed",
                "--port",
                "9000",
                "--keycloak-port",
                "9001",
                "--postgres-port",
                "9002",
                "--mail-port",
                "9003",
                "--management-port",
                "9010");
        assertThat(LaunchOptions.parse(words)).isEqualTo(new LaunchOptions(true, false, 9000, 9010, 9001, 9002, 9003));
    }

    @Test
    void refusesAnUnknownOptionWithTheKnownOnes() {
        assertThatThrownBy(() -> LaunchOptions.parse(List.of("--prot", "9000")))
                .isInstanceOf(StartFailed.class)
                .hasMessageStartingWith("Unknown option '--prot'.")
                .hasMessageContaining("--keycloak-port N");
    }

    @Test
    void refusesWhatIsNoPort() {
        for (var word : List.of("0", "65536", "http", "-1")) {
            assertThatThrownBy(() -> LaunchOptions.parse(List.of("--port", word)))
                    .hasMessage("--port needs a number between 1 and 65535, not '%s'.", word);
        }
        assertThatThrownBy(() -> LaunchOptions.parse(List.of("--port")))
                .hasMessage("--port needs a number between 1 and 65535, not ''.");
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatThrownBy(() -> LaunchOptions.parse(List.of("--port", "8180")))
                .hasMessageStartingWith(
                        "Gangway (two), Keycloak, PostgreSQL and the inbox (two) need a port each: {--port=8180,");
    }
}
