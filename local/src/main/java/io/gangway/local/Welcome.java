package io.gangway.local;

import io.gangway.local.feed.SamplePayloads;
import io.gangway.local.feed.Signers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person at the terminal reads when everything is up: the address, the logins, a webhook to post. */
final class Welcome {
    private static final String SENDER = "easypost";

    private final Workspace workspace;
    private final LaunchOptions options;
    private final RunningSystem system;

    Welcome(Workspace workspace, LaunchOptions options, RunningSystem system) {
        this.workspace = workspace;
        this.options = options;
        this.system = system;
    }

    String text(Instant now) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Gangway is ready: " + options.publicUrl());
        lines.add("");
        lines.add("Log in as     with password          to see");
        system.demo()
                .logins()
                .forEach(login -> lines.add("  %-11s %-22s %s, %s"
                        .formatted(
                                login.username(),
                                system.secrets().passwordOf(login.username()),
                                login.tenant(),
                                login.role().toLowerCase(Locale.ROOT).replace('_', ' '))));
        lines.add("");
        lines.add("API keys (header X-API-Key on %s/v1/shipments):".formatted(options.publicUrl()));
        system.demo().apiKeys().forEach(key -> lines.add("  %-13s %s".formatted(key.tenant(), key.key())));
        lines.add("");
        lines.add(
                "OAuth client of an ERP (client credentials at http://localhost:%d/realms/%s/protocol/openid-connect/token):"
                        .formatted(options.keycloakPort(), RealmFile.REALM));
        DemoPeople.read()
                .clients()
                .forEach(client -> lines.add("  %-13s %s"
                        .formatted(client.clientId(), system.secrets().passwordOf(client.clientId()))));
        lines.add("");
        lines.add("Post a signed webhook; a second time it is known as a duplicate:");
        lines.add("  " + curl(now));
        lines.add("");
        lines.add("Mail that Gangway and Keycloak send stays on this machine: "
                + system.inbox().url());
        lines.add("Logs: %s. Stop with Ctrl-C.".formatted(relative(workspace.logs())));
        return String.join(System.lineSeparator(), lines);
    }

    /** The body is a file, since the signature is of its very bytes. */
    private String curl(Instant now) {
        var endpoint = system.demo().endpoints().stream()
                .filter(candidate -> candidate.sender().equals(SENDER))
                .findFirst()
                .orElseThrow(() -> new StartFailed("The demo has no endpoint for " + SENDER + "."));
        var body = new SamplePayloads(now.toEpochMilli()).next(SENDER, now);
        var file = workspace.folder().resolve("webhook-easypost.json");
        Passwords.write(file, body);
        var words = new ArrayList<>(List.of("curl", "-sS", "-i", "-H", "'Content-Type: application/json'"));
        Signers.of(SENDER)
                .sign(body.getBytes(StandardCharsets.UTF_8), endpoint.secret(), now)
                .forEach((name, value) -> words.addAll(List.of("-H", "'%s: %s'".formatted(name, value))));
        words.addAll(List.of("--data-binary", "@" + relative(file), options.publicUrl() + endpoint.path()));
        return String.join(" ", words);
    }

    private Path relative(Path path) {
        return workspace.root().relativize(path);
    }
}
