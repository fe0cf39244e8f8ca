package io.gangway.tenant;

import io.gangway.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of an organization.
 *
 * @param email lower case; how the person is invited, and matched at the first login
 * @param subject the identity provider's id of the person; null before the first login
 */
public record Member(
        TenantId tenant,
        UUID id,
        String email,
        String displayName,
        @Nullable String subject,
        MemberRole role,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {}
