package io.gangway.identity;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key as it can be shown: without the key. {@code prefix} is its first characters. */
public record ApiKey(
        TenantId tenant,
        UUID id,
        Environment environment,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
