package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script {@code gangway} as far as it can be tried without building. */
class ScriptTests {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private record Ended(int status, String output) {}

    @Test
    void explainsItself() throws Exception {
        var help = run("./gangway", "help");
        assertThat(help.status).isZero();
        assertThat(help.output)
                .contains("./gangway run", "./gangway test", "./gangway bench", "./gangway format")
                .contains("--fresh", "--no-feed", "--port N", "--keycloak-port N", "--postgres-port N");
    }

    @Test
    void refusesAnUnknownCommand() throws Exception {
        var refused = run("./gangway", "fly");
        assertThat(refused.status).isEqualTo(2);
        assertThat(refused.output).startsWith("Unknown command 'fly'.");
    }

    @Test
    void isSoundBash() throws Exception {
        for (var script : List.of("gangway", ".ci/run", "docker/postgres/create-logins.sh")) {
            assertThat(run("bash", "-n", script)).isEqualTo(new Ended(0, ""));
            assertThat(ROOT.resolve(script)).isExecutable();
        }
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
