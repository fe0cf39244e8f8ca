package io.gangway.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DockerfileTests {
    private static final Set<String> INSTRUCTIONS = Set.of(
            "FROM", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "VOLUME", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT");

    /** With continued lines joined, without comments. */
    private static final List<String> LINES = Repository.text(Repository.DOCKER.resolve("Dockerfile"))
            .replaceAll("\\\\\n\\s*", "")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    @Test
    void hasKnownInstructionsOnly() {
        assertThat(LINES).allSatisfy(line -> assertThat(INSTRUCTIONS).contains(line.split(" ")[0]));
        assertThat(LINES.getFirst()).startsWith("FROM ");
    }

    @Test
    void copiesTheJarThatTheBuildLeaves() {
        assertThat(LINES).contains("COPY app/target/app-*-exec.jar app.jar");
        assertThat(Repository.text(Repository.ROOT.resolve("app/pom.xml"))).contains("<classifier>exec</classifier>");
        assertThat(Repository.lines(Repository.DOCKER.resolve("Dockerfile.dockerignore")))
                .containsExactly("*", "!app/target/app-*-exec.jar");
    }

    @Test
    void copiesOnlyFromTheBuildOrFromAnEarlierStage() {
        assertThat(LINES.stream().filter(line -> line.startsWith("COPY ")))
                .allMatch(line ->
                        line.startsWith("COPY --from=layers /build/extracted/") || line.startsWith("COPY app/target/"));
    }

    @Test
    void runsAsNobodySpecialOnJava25() {
        assertThat(LINES).contains("USER 10001:10001");
        assertThat(LINES.stream().filter(line -> line.startsWith("FROM ")))
                .allMatch(line -> line.contains("eclipse-temurin:25-jre"));
        assertThat(LINES.indexOf("USER 10001:10001"))
                .isLessThan(LINES.indexOf(LINES.stream()
                        .filter(line -> line.startsWith("ENTRYPOINT"))
                        .findFirst()
                        .orElseThrow()));
    }

    /** In a shell of its own the program would not get the signal to stop. */
    @Test
    void startsWithoutAShell() {
        var entrypoint = LINES.getLast();
        assertThat(entrypoint).startsWith("ENTRYPOINT [");
        var words = JsonMapper.shared().readTree(entrypoint.substring("ENTRYPOINT ".length()));
        assertThat(words.get(0).asString()).isEqualTo("java");
    }
}
