package io.gangway.local;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code ./gangway run}.
 *
 * @param fresh throw away what former runs left, the downloads excepted
 * @param feed play traffic of the demo's senders
 * @param managementPort of Gangway's health and metrics
 * @param mailPort of the inbox's page; mail is taken on the port after it
 */
record LaunchOptions(
        boolean fresh, boolean feed, int port, int managementPort, int keycloakPort, int postgresPort, int mailPort) {
    static final String USAGE = """
            ./gangway run starts PostgreSQL, Keycloak and Gangway on this machine, with demo data.
              --fresh             throw away the data of former runs
              --feed, --no-feed   play traffic of the demo's senders, or don't (default: --feed)
              --port N            of Gangway (default: 8080)
              --management-port N of its health and metrics (default: 9090)
              --keycloak-port N   of Keycloak (default: 8180)
              --postgres-port N   of PostgreSQL (default: 54329)
              --mail-port N       of the inbox that shows all mail; mail is taken on the port after it (default: 8025)
            """;

    static final String PORT = "--port";
    static final String MANAGEMENT_PORT = "--management-port";
    static final String KEYCLOAK_PORT = "--keycloak-port";
    static final String POSTGRES_PORT = "--postgres-port";
    static final String MAIL_PORT = "--mail-port";

    /** Throws {@link StartFailed} for an unknown option, a port that is none, and a port that is named twice. */
    static LaunchOptions parse(List<String> arguments) {
        var fresh = false;
        var feed = true;
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(PORT, 8080);
        ports.put(MANAGEMENT_PORT, 9090);
        ports.put(KEYCLOAK_PORT, 8180);
        ports.put(POSTGRES_PORT, 54_329);
        ports.put(MAIL_PORT, 8025);
        var words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            var option = words.removeFirst();
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--feed" -> feed = true;
                case "--no-feed" -> feed = false;
                case PORT, MANAGEMENT_PORT, KEYCLOAK_PORT, POSTGRES_PORT, MAIL_PORT ->
                    ports.put(option, port(option, words.pollFirst()));
                default -> throw new StartFailed("Unknown option '%s'.%n%s".formatted(option, USAGE));
            }
        }
        var all = new HashSet<>(ports.values());
        all.add(chosen(ports, MAIL_PORT) + 1);
        if (all.size() <= ports.size()) {
            throw new StartFailed(
                    "Gangway (two), Keycloak, PostgreSQL and the inbox (two) need a port each: %s.".formatted(ports));
        }
        return new LaunchOptions(
                fresh,
                feed,
                chosen(ports, PORT),
                chosen(ports, MANAGEMENT_PORT),
                chosen(ports, KEYCLOAK_PORT),
                chosen(ports, POSTGRES_PORT),
                chosen(ports, MAIL_PORT));
    }

    /** Where browsers and senders reach Gangway. */
    String publicUrl() {
        return "http://localhost:" + port;
    }

    /** Where Gangway and Keycloak leave their mail. */
    int smtpPort() {
        return mailPort + 1;
    }

    private static int chosen(Map<String, Integer> ports, String option) {
        return Objects.requireNonNull(ports.get(option));
    }

    private static int port(String option, @Nullable String word) {
        var digits = word != null && word.matches("\\d{1,5}");
        if (digits && Integer.parseInt(word) > 0 && Integer.parseInt(word) <= Ports.HIGHEST) {
            return Integer.parseInt(word);
        }
        throw new StartFailed("%s needs a number between 1 and %d, not '%s'."
                .formatted(option, Ports.HIGHEST, word == null ? "" : word));
    }
}
