package io.gangway.local;

import java.util.concurrent.CompletableFuture;

/** What runs, and what a person needs to use it. */
record RunningSystem(
        Inbox inbox,
        PostgresProcess postgres,
        KeycloakProcess keycloak,
        AppProcess app,
        LocalSecrets secrets,
        DemoFile demo) {
    /** Whichever ends first. */
    ChildProcess awaitFirstEnd() {
        return (ChildProcess) CompletableFuture.anyOf(postgres.onExit(), keycloak.onExit(), app.onExit())
                .join();
    }
}
