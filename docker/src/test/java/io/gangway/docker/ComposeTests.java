package io.gangway.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTests {
    /** What the application doesn't start without. */
    private static final List<String> NEEDED = List.of(
            "GANGWAY_DATABASE_URL",
            "GANGWAY_DATABASE_OWNER_USERNAME",
            "GANGWAY_DATABASE_OWNER_PASSWORD",
            "GANGWAY_DATABASE_PORTAL_USERNAME",
            "GANGWAY_DATABASE_PORTAL_PASSWORD",
            "GANGWAY_DATABASE_WORKER_USERNAME",
            "GANGWAY_DATABASE_WORKER_PASSWORD",
            "GANGWAY_IDENTITY_ISSUER",
            "GANGWAY_IDENTITY_CLIENT_ID",
            "GANGWAY_IDENTITY_CLIENT_SECRET",
            "GANGWAY_IDENTITY_ADMIN_CLIENT_SECRET",
            "GANGWAY_PUBLIC_URL",
            "GANGWAY_VAULT_MASTER_KEY");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:[?-])?([^}]*)}");
    private static final String TEXT = Repository.text(Repository.DOCKER.resolve("compose.yaml"));
    private static final Map<String, Map<String, Object>> SERVICES = services();

    @Test
    void givesTheApplicationAllThatItNeeds() {
        assertThat(map(SERVICES.get("app").get("environment"))).containsKeys(NEEDED.toArray(String[]::new));
    }

    @Test
    void startsWithoutNoSecretAndSaysWhichIsMissing() {
        var optional = Set.of("GANGWAY_JAVA_OPTIONS", "GANGWAY_MAIL_USERNAME", "GANGWAY_MAIL_PASSWORD");
        var variables = VARIABLE.matcher(TEXT).results().toList();
        assertThat(variables).hasSizeGreaterThan(10).allSatisfy(variable -> {
            if (!optional.contains(variable.group(1))) {
                assertThat(variable.group()).isEqualTo("${%1$s:?set %1$s in .env}".formatted(variable.group(1)));
            }
        });
    }

    @Test
    void writesNoPasswordDown() {
        SERVICES.values()
                .forEach(service -> map(service.get("environment")).forEach((name, value) -> {
                    if (name.contains("PASSWORD") || name.contains("SECRET") || name.contains("KEY")) {
                        assertThat(value.toString()).as(name).startsWith("${");
                    }
                }));
    }

    @Test
    void namesEveryVariableInTheExampleAndGivesNoneAValue() {
        var example = Repository.lines(Repository.DOCKER.resolve(".env.example")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var used = VARIABLE.matcher(TEXT).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(example)
                .containsExactlyInAnyOrderElementsOf(
                        used.stream().map(name -> name + "=").toList());
    }

    @Test
    void watchesTheHealthOfDatabaseAndIdentityProvider() {
        assertThat(SERVICES).containsOnlyKeys("postgres", "keycloak", "app");
        assertThat(SERVICES.get("postgres")).containsKey("healthcheck");
        assertThat(SERVICES.get("keycloak")).containsKey("healthcheck");
        // The application's stands in the Dockerfile.
        assertThat(Repository.text(Repository.DOCKER.resolve("Dockerfile"))).contains("HEALTHCHECK");
    }

    @Test
    void listensOnLoopbackOnly() {
        SERVICES.values().stream()
                .flatMap(service -> list(service.get("ports")).stream())
                .forEach(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
    }

    @Test
    void mountsFilesThatExist() {
        SERVICES.values().stream()
                .flatMap(service -> list(service.get("volumes")).stream())
                .map(volume -> volume.toString().split(":")[0])
                .filter(source -> source.startsWith("."))
                .forEach(source -> assertThat(Repository.DOCKER.resolve(source).normalize())
                        .exists());
        assertThat(Files.isExecutable(Repository.DOCKER.resolve("postgres/create-logins.sh")))
                .isTrue();
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(TEXT);
        return file.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    private static List<?> list(Object yaml) {
        return yaml == null ? List.of() : (List<?>) yaml;
    }
}
