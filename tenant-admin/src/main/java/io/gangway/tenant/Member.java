package io.gangway.tenant;

import io.gangway.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of an organization.
 *
 * @param email lower case; how the person is invited
 * @param subject the identity provider's id of the person; null before the first login
 * @param invitedAt when it was invited last; null if the platform added it
 */
public record Member(
        TenantId tenant,
        UUID id,
        String email,
        String displayName,
        @Nullable String subject,
        MemberRole role,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant invitedAt) {
    /** As long as the link in the mail works. */
    public static final Duration INVITATION_LIFE = Duration.ofDays(3);

    public enum State {
        /** May still accept. */
        INVITED,
        /** Was invited and did not accept in time. */
        EXPIRED,
        ACTIVE
    }

    public State stateAt(Instant now) {
        if (subject != null || invitedAt == null) {
            return State.ACTIVE;
        }
        return invitedAt.plus(INVITATION_LIFE).isAfter(now) ? State.INVITED : State.EXPIRED;
    }
}
