package io.gangway.api.v1;

import io.gangway.api.problem.NotFound;
import io.gangway.api.security.NeedsScope;
import io.gangway.identity.ApiKey;
import io.gangway.identity.ApiKeyAdministration;
import io.gangway.identity.ApiKeyId;
import io.gangway.identity.Granter;
import io.gangway.identity.IssuedApiKey;
import io.gangway.identity.MachineIdentity;
import io.gangway.identity.NewApiKey;
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

/** API keys, managed by a program; a key manages the keys of its own environment. */
@RestController
@RequestMapping("/v1/api-keys")
@Tag(name = "API keys")
class ApiKeysController {
    private final ApiKeyAdministration keys;
    private final Clock clock;

    ApiKeysController(ApiKeyAdministration keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping
    @NeedsScope(Scope.ADMIN_READ)
    @Operation(summary = "Lists the keys of the caller's environment, with those that ended in the last 30 days.")
    PageResource<ApiKeyResource> list(@AuthenticationPrincipal MachineIdentity caller) {
        var now = clock.instant();
        return new PageResource<>(
                keys.of(Granter.of(caller)).stream()
                        .map(key -> ApiKeyResource.of(key, now))
                        .toList(),
                null);
    }

    @PostMapping
    @NeedsScope(Scope.ADMIN_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Issues a key.",
            description =
                    "The answer has the key itself, which is shown this once. It can have no scope that the caller lacks.")
    IssuedKeyResource issue(@AuthenticationPrincipal MachineIdentity caller, @RequestBody ApiKeyRequest request) {
        var scopes = AccessRequests.scopes(request.scopes());
        var environment = request.environment() == null ? caller.environment() : request.environment();
        var issued = AccessRequests.orFaults(() -> keys.issue(
                Granter.of(caller), new NewApiKey(request.name(), environment, scopes, request.expiresAt())));
        return IssuedKeyResource.of(issued, clock.instant());
    }

    @PostMapping("/{id}/rotate")
    @NeedsScope(Scope.ADMIN_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Issues the successor of a key, which goes on working for the overlap.",
            description =
                    "The overlap is given in hours, 24 if it is missing, at most 720; 0 ends the former key at once. It never outlives its own expiry.")
    IssuedKeyResource rotate(
            @AuthenticationPrincipal MachineIdentity caller,
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable RotationRequest request) {
        var overlap = AccessRequests.overlap(request);
        var issued = AccessRequests.orFaults(
                () -> ApiKeyId.read(id).flatMap(key -> keys.rotate(Granter.of(caller), key, overlap)));
        return IssuedKeyResource.of(issued.orElseThrow(ApiKeysController::notFound), clock.instant());
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.ADMIN_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a key; it is worthless from then on.")
    void revoke(@AuthenticationPrincipal MachineIdentity caller, @PathVariable("id") String id) {
        if (!ApiKeyId.read(id).map(key -> keys.revoke(Granter.of(caller), key)).orElse(false)) {
            throw notFound();
        }
    }

    private static NotFound notFound() {
        return new NotFound("No active key has this id. GET /v1/api-keys lists your keys.");
    }

    /** @param environment that of the caller if it is missing */
    record ApiKeyRequest(
            @Nullable String name,
            @Nullable Environment environment,
            @Nullable List<@Nullable String> scopes,
            @Nullable Instant expiresAt) {}

    record RotationRequest(@Nullable Integer overlapHours) {}

    /** @param lastUsedFrom the address of the caller then */
    record ApiKeyResource(
            String id,
            String name,
            Environment environment,
            String prefix,
            @Nullable String suffix,
            List<String> scopes,
            ApiKey.State state,
            String createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            ApiKey.@Nullable RevocationCause revokedBecause,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedFrom,
            @Nullable String replaces) {
        static ApiKeyResource of(ApiKey key, Instant now) {
            return new ApiKeyResource(
                    key.id().toString(),
                    key.name(),
                    key.environment(),
                    key.prefix(),
                    key.suffix(),
                    key.scopes().stream().map(Scope::word).sorted().toList(),
                    key.stateAt(now),
                    key.createdBy(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.revokedBecause(),
                    key.lastUsedAt(),
                    key.lastUsedFrom(),
                    key.replaces() == null ? null : key.replaces().toString());
        }
    }

    /** @param secret the key itself, which exists nowhere else */
    record IssuedKeyResource(ApiKeyResource key, String secret) {
        static IssuedKeyResource of(IssuedApiKey issued, Instant now) {
            return new IssuedKeyResource(ApiKeyResource.of(issued.key(), now), issued.text());
        }
    }
}
