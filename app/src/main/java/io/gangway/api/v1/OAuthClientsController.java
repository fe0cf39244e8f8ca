package io.gangway.api.v1;

import io.gangway.api.problem.NotFound;
import io.gangway.api.security.NeedsScope;
import io.gangway.api.v1.ApiKeysController.RotationRequest;
import io.gangway.identity.ApiKey;
import io.gangway.identity.Granter;
import io.gangway.identity.IssuedOAuthClient;
import io.gangway.identity.MachineIdentity;
import io.gangway.identity.NewOAuthClient;
import io.gangway.identity.OAuthClient;
import io.gangway.identity.OAuthClientAdministration;
import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** OAuth clients, managed by a program; it manages those of its own environment. */
@RestController
@RequestMapping("/v1/oauth-clients")
@Tag(name = "OAuth clients")
class OAuthClientsController {
    private final OAuthClientAdministration clients;
    private final Clock clock;

    OAuthClientsController(OAuthClientAdministration clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @GetMapping
    @NeedsScope(Scope.ADMIN_READ)
    @Operation(summary = "Lists the clients of the caller's environment, with those that ended in the last 30 days.")
    PageResource<OAuthClientResource> list(@AuthenticationPrincipal MachineIdentity caller) {
        var now = clock.instant();
        return new PageResource<>(
                clients.of(Granter.of(caller)).stream()
                        .map(client -> OAuthClientResource.of(client, now))
                        .toList(),
                null);
    }

    @PostMapping
    @NeedsScope(Scope.ADMIN_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes a client.",
            description =
                    "Without jwks and jwksUrl the client gets a secret (client_secret_basic), which is shown this once; with one of them it proves itself with its private key (private_key_jwt). It can have no scope that the caller lacks.")
    IssuedClientResource create(
            @AuthenticationPrincipal MachineIdentity caller, @RequestBody OAuthClientRequest request) {
        var scopes = AccessRequests.scopes(request.scopes());
        var environment = request.environment() == null ? caller.environment() : request.environment();
        var wanted = new NewOAuthClient(
                request.name(),
                environment,
                scopes,
                request.jwksUrl(),
                request.jwks() == null ? null : request.jwks().toString());
        return resource(AccessRequests.orFaults(() -> clients.create(Granter.of(caller), wanted)));
    }

    @PostMapping("/{id}/rotate")
    @NeedsScope(Scope.ADMIN_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes the successor of a client, which goes on working for the overlap.",
            description =
                    "The successor has a client id of its own, and a new secret or the same public keys. The overlap is given in hours, 24 if it is missing, at most 720; 0 ends the former client at once.")
    IssuedClientResource rotate(
            @AuthenticationPrincipal MachineIdentity caller,
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable RotationRequest request) {
        var overlap = AccessRequests.overlap(request);
        return resource(AccessRequests.orFaults(() -> clients.rotate(Granter.of(caller), id, overlap))
                .orElseThrow(OAuthClientsController::notFound));
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.ADMIN_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a client; it and all its tokens are worthless from then on.")
    void revoke(@AuthenticationPrincipal MachineIdentity caller, @PathVariable("id") String id) {
        if (!clients.revoke(Granter.of(caller), id)) {
            throw notFound();
        }
    }

    private IssuedClientResource resource(IssuedOAuthClient issued) {
        return new IssuedClientResource(
                OAuthClientResource.of(issued.client(), clock.instant()), issued.secret(), clients.tokenEndpoint());
    }

    private static NotFound notFound() {
        return new NotFound("No active client has this id. GET /v1/oauth-clients lists your clients.");
    }

    /** @param environment that of the caller if it is missing; @param jwks a JSON Web Key Set of public keys */
    record OAuthClientRequest(
            @Nullable String name,
            @Nullable Environment environment,
            @Nullable List<@Nullable String> scopes,
            @Nullable String jwksUrl,
            @Nullable JsonNode jwks) {}

    /** @param lastUsedFrom the address of the caller then */
    record OAuthClientResource(
            String id,
            String name,
            Environment environment,
            List<String> scopes,
            OAuthClient.Authentication authentication,
            ApiKey.State state,
            @Nullable String createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedFrom,
            @Nullable String replaces) {
        static OAuthClientResource of(OAuthClient client, Instant now) {
            return new OAuthClientResource(
                    client.clientId(),
                    client.name(),
                    client.environment(),
                    client.scopes().stream().map(Scope::word).sorted().toList(),
                    client.authentication(),
                    client.stateAt(now),
                    client.createdBy(),
                    client.createdAt(),
                    client.expiresAt(),
                    client.revokedAt(),
                    client.lastUsedAt(),
                    client.lastUsedFrom(),
                    client.replaces());
        }
    }

    /** @param secret exists nowhere else; missing if the client proves itself with its private key */
    record IssuedClientResource(
            OAuthClientResource client, @Nullable String secret, String tokenEndpoint) {}
}
