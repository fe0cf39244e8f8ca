package io.gangway.identity;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it can be shown: without the key.
 *
 * @param prefix its first characters
 * @param suffix its last characters; null for keys of the first form
 * @param expiresAt null if it does not end by itself
 * @param revokedAt null unless it was revoked
 * @param lastUsedAt to the minute
 * @param lastUsedFrom the address of the caller then
 * @param replaces the key that it was rotated from
 */
public record ApiKey(
        TenantId tenant,
        ApiKeyId id,
        Environment environment,
        String name,
        String prefix,
        @Nullable String suffix,
        Set<Scope> scopes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable RevocationCause revokedBecause,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom,
        @Nullable ApiKeyId replaces) {

    /** What tells it from others of its name: {@code gw_live_abcd…wxyz}. */
    public String shown() {
        return prefix + "…" + (suffix == null ? "" : suffix);
    }

    /** Why a key ended before its time. */
    public enum RevocationCause {
        REVOKED,
        /** Somebody who held it reported that it is public. */
        LEAKED
    }

    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public State stateAt(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.ACTIVE;
    }
}
