package io.gangway.identity;

import io.gangway.identity.ApiKey.RevocationCause;
import io.gangway.identity.ApiKey.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** API keys as an organization's administrator or its programs manage them. */
@Service
@PreAuthorize("hasRole('MANAGE_ACCESS') or hasAuthority('SCOPE_admin:write')")
public class ApiKeyAdministration {
    public static final int MAX_NAME = 80;
    public static final int MAX_ACTIVE = 100;
    public static final Duration MAX_OVERLAP = Duration.ofDays(30);

    /** Keys that have ended are shown for so long. */
    private static final Duration SHOWN_AFTER_END = Duration.ofDays(30);

    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyAdministration(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Active keys and those that ended in the last 30 days, in the granter's environments, the newest first. */
    @PreAuthorize("hasRole('MANAGE_ACCESS') or hasAnyAuthority('SCOPE_admin:read', 'SCOPE_admin:write')")
    public List<ApiKey> of(Granter granter) {
        return keys.of(granter.tenant(), clock.instant().minus(SHOWN_AFTER_END)).stream()
                .filter(key -> granter.environments().contains(key.environment()))
                .toList();
    }

    /** Throws {@link AccessRefused} with every fault. */
    public IssuedApiKey issue(Granter granter, NewApiKey wanted) {
        var faults = faultsOf(granter, wanted);
        if (!faults.isEmpty()) {
            throw new AccessRefused(faults);
        }
        return keys.issue(granter.tenant(), wanted, null, granter.actor());
    }

    /**
     * Issues a key like this one, which ends after {@code overlap}, or by itself if that is earlier. The new key lives as long
     * as the old one was meant to. Empty if the granter has no such active key. Throws {@link AccessRefused} if it has
     * scopes that the granter lacks.
     */
    public Optional<IssuedApiKey> rotate(Granter granter, ApiKeyId id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw new AccessRefused(Map.of("overlap", "The overlap has 0 to %d days.".formatted(MAX_OVERLAP.toDays())));
        }
        var now = clock.instant();
        return active(granter, id, now).map(key -> {
            var lifetime = key.expiresAt() == null ? null : Duration.between(key.createdAt(), key.expiresAt());
            var wanted = new NewApiKey(
                    key.name(), key.environment(), key.scopes(), lifetime == null ? null : now.plus(lifetime));
            var faults = faultsOf(granter, wanted);
            if (!faults.isEmpty()) {
                throw new AccessRefused(faults);
            }
            return keys.rotate(key, wanted, now.plus(overlap), granter.actor());
        });
    }

    /** Makes a key worthless at once. False if the granter has no such active key. */
    public boolean revoke(Granter granter, ApiKeyId id) {
        return active(granter, id, clock.instant())
                .map(key -> keys.revoke(key, RevocationCause.REVOKED, granter.actor()))
                .orElse(false);
    }

    private Optional<ApiKey> active(Granter granter, ApiKeyId id, Instant now) {
        return of(granter).stream()
                .filter(key -> key.id().equals(id) && key.stateAt(now) == State.ACTIVE)
                .findFirst();
    }

    private Map<String, String> faultsOf(Granter granter, NewApiKey wanted) {
        var faults = GrantFaults.of(granter, "key", wanted.name(), wanted.environment(), wanted.scopes());
        var now = clock.instant();
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(now)) {
            faults.put(NewApiKey.EXPIRES_AT, "The key must end in the future.");
        }
        var active = of(granter).stream()
                .filter(key -> key.stateAt(now) == State.ACTIVE)
                .count();
        if (active >= MAX_ACTIVE) {
            faults.put(
                    NewApiKey.NAME,
                    "There are %d active keys, which is the most. Revoke those that nobody uses.".formatted(active));
        }
        return faults;
    }
}
