package io.gangway.identity;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that gets tokens from the identity provider.
 *
 * @param clientId its name there
 * @param scopes what its tokens may do; empty for a client of the platform's own making, whose tokens say so themselves
 * @param expiresAt null if it does not end by itself
 * @param lastUsedAt to the minute
 * @param lastUsedFrom the address of the caller then
 * @param replaces the client that it was rotated from
 */
public record OAuthClient(
        TenantId tenant,
        String clientId,
        Environment environment,
        String name,
        Set<Scope> scopes,
        Authentication authentication,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom,
        @Nullable String replaces) {

    /** How it proves itself at the token endpoint. */
    public enum Authentication {
        /** {@code client_secret_basic} */
        SECRET,
        /** {@code private_key_jwt} */
        PRIVATE_KEY
    }

    public ApiKey.State stateAt(Instant now) {
        if (revokedAt != null) {
            return ApiKey.State.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? ApiKey.State.EXPIRED : ApiKey.State.ACTIVE;
    }
}
