package io.gangway.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the audit of a platform that runs in this workspace, with what {@code run} keeps there. */
final class VerifyAudit {
    private VerifyAudit() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var workspace = Path.of(Objects.requireNonNullElse(System.getenv("GANGWAY_STATE"), ".gangway"));
        var port = Integer.parseInt(arguments[0]);
        var logins = workspace.resolve("data/postgres/data/gangway-logins.json");
        var secrets = workspace.resolve("data/secrets.json");
        if (!Files.isRegularFile(logins) || !Files.isRegularFile(secrets)) {
            System.err.println("Nothing has run here yet. Start the platform with ./gangway run, then verify.");
            System.exit(2);
        }
        var worker = JsonMapper.shared().readTree(logins.toFile()).path("worker");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gangway.ops.AuditVerification")
                .inheritIO();
        var environment = builder.environment();
        environment.put("GANGWAY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d/gangway".formatted(port));
        environment.put(
                "GANGWAY_DATABASE_WORKER_USERNAME", worker.path("username").asString());
        environment.put(
                "GANGWAY_DATABASE_WORKER_PASSWORD", worker.path("password").asString());
        environment.put(
                "GANGWAY_VAULT_MASTER_KEY",
                JsonMapper.shared().readTree(secrets.toFile()).path("masterKey").asString());
        System.exit(builder.start().waitFor());
    }
}
