package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The processes of one run in the order in which they need each other: PostgreSQL, then Keycloak beside Gangway. */
final class LocalRun {
    private final Workspace workspace;
    private final LaunchOptions options;
    private final Progress progress;
    private final DemoPeople demo = DemoPeople.read();

    LocalRun(Workspace workspace, LaunchOptions options, Progress progress) {
        this.workspace = workspace;
        this.options = options;
        this.progress = progress;
    }

    /** Stops what a killed run left behind, and throws its data away if that is wanted. */
    void prepare() {
        if (stopChildren(() -> {})) {
            progress.say("Stopped the processes that a killed run had left behind.");
        }
        if (options.fresh()) {
            try {
                FolderLock.delete(workspace.data());
                Files.deleteIfExists(workspace.demoFile());
            } catch (IOException held) {
                throw new UncheckedIOException("%s can't be removed.".formatted(workspace.data()), held);
            }
            progress.say("Removed the data of former runs.");
        }
        Ports.requireFree(options.port(), LaunchOptions.PORT);
        Ports.requireFree(options.managementPort(), LaunchOptions.MANAGEMENT_PORT);
        Ports.requireFree(options.keycloakPort(), LaunchOptions.KEYCLOAK_PORT);
        Ports.requireFree(options.postgresPort(), LaunchOptions.POSTGRES_PORT);
        Ports.requireFree(options.mailPort(), LaunchOptions.MAIL_PORT);
        Ports.requireFree(options.smtpPort(), LaunchOptions.MAIL_PORT);
    }

    /** Whether nothing is there of former runs. */
    boolean isFirst() {
        return !Files.exists(workspace.demoFile());
    }

    /** Returns when everything is ready. Throws {@link StartFailed} with the culprit and the end of its log. */
    RunningSystem start() {
        var made = LocalSecrets.in(Workspace.created(workspace.data()), demo);
        if (!KeycloakDistribution.isReady(workspace)) {
            progress.say("Preparing Keycloak; about a minute, once on this machine.");
        }
        var inbox = Inbox.start(options.mailPort(), options.smtpPort());
        var distribution = inBackground(() -> KeycloakDistribution.in(workspace));
        var postgres = PostgresProcess.startForCaller(new PostgresSettings(
                workspace,
                postgresFolder(),
                options.postgresPort(),
                true,
                workspace.logs().resolve("postgres.log")));
        progress.say("PostgreSQL is up on port %d.".formatted(postgres.port()));
        progress.say("Gangway and Keycloak are starting.");
        var app = AppProcess.start(workspace, options.port(), environment(postgres, made));
        var keycloak = distribution.thenApplyAsync(ready -> startKeycloak(postgres, made), LocalRun::runInBackground);
        keycloak.whenComplete((started, failed) -> {
            if (started != null) {
                progress.say("Keycloak is up on port %d.".formatted(started.port()));
            }
        });
        app.awaitReady();
        progress.say("Gangway answers on port %d.".formatted(options.port()));
        return new RunningSystem(inbox, postgres, joined(keycloak), app, made, DemoFile.read(workspace.demoFile()));
    }

    /**
     * In the order in which they need each other, backwards. Finds them by what they wrote of themselves.
     *
     * @return whether there were any
     */
    boolean stopChildren(Runnable beforeWritingTheCache) {
        var app = AppProcess.stop(workspace, beforeWritingTheCache);
        var keycloak = KeycloakProcess.stopLeftover(keycloakFolder());
        var postgres = PostgresProcess.stopLeftover(workspace, postgresFolder());
        return app || keycloak.isPresent() || postgres.isPresent();
    }

    private KeycloakProcess startKeycloak(PostgresProcess postgres, LocalSecrets made) {
        var realm = demo.addTo(
                RealmFile.of(new RealmSettings(
                        options.publicUrl(), made.portalClient(), made.identityClient(), options.smtpPort())),
                made);
        forgetRealmUnlessSame(realm, postgres);
        return KeycloakProcess.startForCaller(new KeycloakSettings(
                workspace,
                keycloakFolder(),
                options.keycloakPort(),
                0,
                postgres,
                realm,
                made.keycloakAdmin(),
                workspace.logs().resolve("keycloak.log")));
    }

    /** Keycloak imports a realm once; with another port or another demo the old one would refuse every login. */
    private void forgetRealmUnlessSame(RealmFile realm, PostgresProcess postgres) {
        var file = workspace.data().resolve("realm.imported");
        var version = UUID.nameUUIDFromBytes(realm.json().getBytes(StandardCharsets.UTF_8))
                .toString();
        try {
            if (Files.isRegularFile(file) && !Files.readString(file).equals(version)) {
                progress.say("The port or the demo's logins changed: Keycloak's database is made anew.");
                new Databases(postgres).recreateKeycloak();
            }
            Files.writeString(file, version);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Map<String, String> environment(PostgresProcess postgres, LocalSecrets made) {
        return Map.ofEntries(
                Map.entry("GANGWAY_DATABASE_URL", postgres.jdbcUrl("gangway")),
                Map.entry("GANGWAY_DATABASE_OWNER_USERNAME", postgres.owner().username()),
                Map.entry("GANGWAY_DATABASE_OWNER_PASSWORD", postgres.owner().password()),
                Map.entry("GANGWAY_DATABASE_PORTAL_USERNAME", postgres.portal().username()),
                Map.entry("GANGWAY_DATABASE_PORTAL_PASSWORD", postgres.portal().password()),
                Map.entry("GANGWAY_DATABASE_WORKER_USERNAME", postgres.worker().username()),
                Map.entry("GANGWAY_DATABASE_WORKER_PASSWORD", postgres.worker().password()),
                Map.entry(
                        "GANGWAY_IDENTITY_ISSUER",
                        "http://localhost:%d/realms/%s".formatted(options.keycloakPort(), RealmFile.REALM)),
                Map.entry("GANGWAY_IDENTITY_CLIENT_ID", RealmFile.PORTAL_CLIENT),
                Map.entry("GANGWAY_IDENTITY_CLIENT_SECRET", made.portalClient()),
                Map.entry("GANGWAY_IDENTITY_ADMIN_CLIENT_SECRET", made.identityClient()),
                Map.entry("GANGWAY_PUBLIC_URL", options.publicUrl()),
                Map.entry("GANGWAY_VAULT_MASTER_KEY", made.masterKey()),
                Map.entry("GANGWAY_DEMO_FILE", workspace.demoFile().toString()),
                Map.entry("SPRING_MAIL_HOST", "localhost"),
                Map.entry("SPRING_MAIL_PORT", Integer.toString(options.smtpPort())),
                Map.entry("SERVER_PORT", Integer.toString(options.port())),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(options.managementPort())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SPRING_PROFILES_ACTIVE", "local"));
    }

    private Path postgresFolder() {
        return workspace.data().resolve("postgres");
    }

    private Path keycloakFolder() {
        return workspace.data().resolve("keycloak");
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, LocalRun::runInBackground);
    }

    private static void runInBackground(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StartFailed known
                    ? known
                    : new StartFailed("Keycloak can't be started: " + failed.getCause(), failed);
        }
    }
}
