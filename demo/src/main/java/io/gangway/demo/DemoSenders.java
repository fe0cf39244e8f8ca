package io.gangway.demo;

import io.gangway.demo.DemoFile.DemoEndpoint;
import io.gangway.kernel.Environment;
import io.gangway.mapping.KnownSenders;
import io.gangway.partner.Connections;
import io.gangway.partner.Endpoints;
import io.gangway.partner.KnownVerifiers;
import io.gangway.partner.NewEndpoint;
import io.gangway.registry.CodeListRows;
import io.gangway.registry.MappingVersions;
import io.gangway.tenant.Tenant;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Connects a sender to a partner: connection, code lists, approved mapping, endpoint. */
@Component
@Profile("local")
class DemoSenders {
    private static final String ACTOR = "system:demo";
    private static final String APPROVER = "system:demo-approver";

    private final Connections connections;
    private final CodeListRows codeLists;
    private final MappingVersions mappings;
    private final Endpoints endpoints;
    private final KnownVerifiers verifiers;
    private final SecureRandom random = new SecureRandom();

    DemoSenders(
            Connections connections,
            CodeListRows codeLists,
            MappingVersions mappings,
            Endpoints endpoints,
            KnownVerifiers verifiers) {
        this.connections = connections;
        this.codeLists = codeLists;
        this.mappings = mappings;
        this.endpoints = endpoints;
        this.verifiers = verifiers;
    }

    DemoEndpoint connect(Tenant partner, String sender, String verifier) {
        var connection = connections.open(partner.id(), Environment.LIVE, sender, ACTOR);
        var known = KnownSenders.find(sender).orElseThrow();
        known.codeLists().forEach((list, rows) -> codeLists.put(partner.id(), connection.id(), list, rows, ACTOR));
        var draft = mappings.draft(partner.id(), connection.id(), sender, known.mapping(), ACTOR);
        mappings.activate(partner.id(), draft.id(), APPROVER);
        var secret = secretFor(verifier);
        var endpoint = endpoints.open(
                partner.id(), new NewEndpoint(connection.id(), sender, sender, verifiers.of(verifier), secret), ACTOR);
        return new DemoEndpoint(sender, endpoint.path(), secret);
    }

    private String secretFor(String verifier) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var text = Base64.getEncoder().encodeToString(bytes);
        return verifier.equals("standard-webhooks") ? "whsec_" + text : "demo-" + text.replaceAll("[^A-Za-z0-9]", "");
    }
}
