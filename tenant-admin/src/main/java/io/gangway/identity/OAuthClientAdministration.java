package io.gangway.identity;

import io.gangway.identity.ApiKey.State;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** OAuth clients as an organization's administrator or its programs manage them. All throw {@link IdentityProviderFailed}. */
@Service
@PreAuthorize("hasRole('MANAGE_ACCESS') or hasAuthority('SCOPE_admin:write')")
public class OAuthClientAdministration {
    public static final int MAX_ACTIVE = 50;
    public static final int MAX_JWKS = 20_000;
    public static final int MAX_URL = 500;

    private static final Duration SHOWN_AFTER_END = Duration.ofDays(30);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 20;

    private final OAuthClients clients;
    private final ClientProvider provider;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OAuthClientAdministration(OAuthClients clients, ClientProvider provider, JsonMapper json, Clock clock) {
        this.clients = clients;
        this.provider = provider;
        this.json = json;
        this.clock = clock;
    }

    /** Where the clients ask for tokens. */
    @PreAuthorize("hasRole('MANAGE_ACCESS') or hasAnyAuthority('SCOPE_admin:read', 'SCOPE_admin:write')")
    public String tokenEndpoint() {
        return provider.tokenEndpoint();
    }

    /** Active clients and those that ended in the last 30 days, in the granter's environments, the newest first. */
    @PreAuthorize("hasRole('MANAGE_ACCESS') or hasAnyAuthority('SCOPE_admin:read', 'SCOPE_admin:write')")
    public List<OAuthClient> of(Granter granter) {
        return clients.of(granter.tenant(), clock.instant().minus(SHOWN_AFTER_END)).stream()
                .filter(client -> granter.environments().contains(client.environment()))
                .toList();
    }

    /** Throws {@link AccessRefused} with every fault. */
    public IssuedOAuthClient create(Granter granter, NewOAuthClient wanted) {
        var faults = faultsOf(granter, wanted);
        if (!faults.isEmpty()) {
            throw new AccessRefused(faults);
        }
        var client = client(granter, wanted, wanted.authentication(), null);
        // There first: a client that we do not know speaks for nobody.
        var secret = provider.create(client.clientId(), wanted);
        clients.insert(client, granter.actor());
        return new IssuedOAuthClient(client, secret.orElse(null));
    }

    /**
     * Makes a client like this one, which ends after {@code overlap}. Empty if the granter has no such active client. Throws
     * {@link AccessRefused} if it has scopes that the granter lacks.
     */
    public Optional<IssuedOAuthClient> rotate(Granter granter, String clientId, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(ApiKeyAdministration.MAX_OVERLAP) > 0) {
            throw new AccessRefused(Map.of(
                    "overlap", "The overlap has 0 to %d days.".formatted(ApiKeyAdministration.MAX_OVERLAP.toDays())));
        }
        return active(granter, clientId).map(former -> {
            var wanted = new NewOAuthClient(former.name(), former.environment(), former.scopes(), null, null);
            var faults = faultsOf(granter, wanted);
            if (!faults.isEmpty()) {
                throw new AccessRefused(faults);
            }
            var successor = client(granter, wanted, former.authentication(), former.clientId());
            var secret = provider.createSuccessor(former.clientId(), successor.clientId());
            clients.insert(successor, granter.actor());
            clients.endAt(former, clock.instant().plus(overlap), granter.actor());
            return new IssuedOAuthClient(successor, secret.orElse(null));
        });
    }

    /** Makes a client and its tokens worthless at once. False if the granter has no such active client. */
    public boolean revoke(Granter granter, String clientId) {
        var revoked = active(granter, clientId)
                .map(client -> clients.revoke(client, granter.actor()))
                .orElse(false);
        if (revoked) {
            clients.removeEnded();
        }
        return revoked;
    }

    private OAuthClient client(
            Granter granter,
            NewOAuthClient wanted,
            OAuthClient.Authentication authentication,
            @Nullable String replaces) {
        var id = random.ints(ID_LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining("", "gwc-", ""));
        return new OAuthClient(
                granter.tenant(),
                id,
                Objects.requireNonNull(wanted.environment()),
                Objects.requireNonNull(wanted.name()).strip(),
                wanted.scopes(),
                authentication,
                granter.actor(),
                clock.instant(),
                null,
                null,
                null,
                null,
                replaces);
    }

    private Optional<OAuthClient> active(Granter granter, String clientId) {
        var now = clock.instant();
        return of(granter).stream()
                // Those without scopes of ours are the platform's own making.
                .filter(client -> client.clientId().equals(clientId)
                        && !client.scopes().isEmpty()
                        && client.stateAt(now) == State.ACTIVE)
                .findFirst();
    }

    private Map<String, String> faultsOf(Granter granter, NewOAuthClient wanted) {
        var faults = GrantFaults.of(granter, "client", wanted.name(), wanted.environment(), wanted.scopes());
        if (wanted.jwksUrl() != null && wanted.jwks() != null) {
            faults.put(NewOAuthClient.JWKS, "Give either the keys or their address, not both.");
        } else if (wanted.jwksUrl() != null && !isAddress(wanted.jwksUrl())) {
            faults.put(
                    NewOAuthClient.JWKS_URL,
                    "The address of the keys must be https://… with a host name and at most %d characters."
                            .formatted(MAX_URL));
        } else if (wanted.jwks() != null && !isKeySet(wanted.jwks())) {
            faults.put(
                    NewOAuthClient.JWKS,
                    "The keys must be a JSON Web Key Set with public keys alone, such as {\"keys\": [{\"kty\": \"RSA\", …}]}.");
        }
        Instant now = clock.instant();
        var active = of(granter).stream()
                .filter(client -> client.stateAt(now) == State.ACTIVE)
                .count();
        if (active >= MAX_ACTIVE) {
            faults.put(
                    NewOAuthClient.NAME,
                    "There are %d active clients, which is the most. Revoke those that nobody uses.".formatted(active));
        }
        return faults;
    }

    /** The identity provider fetches it: so nothing that only it can reach. */
    private static boolean isAddress(String text) {
        try {
            var url = new URI(text);
            var host = url.getHost();
            return text.length() <= MAX_URL
                    && "https".equals(url.getScheme())
                    && url.getUserInfo() == null
                    && host != null
                    && host.contains(".")
                    && host.chars().anyMatch(Character::isLetter)
                    && !host.startsWith("[");
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private boolean isKeySet(String text) {
        if (text.length() > MAX_JWKS) {
            return false;
        }
        try {
            var keys = json.readTree(text).path("keys");
            return keys.isArray()
                    && !keys.isEmpty()
                    && keys.valueStream()
                            .allMatch(key -> key.path("kty").isString()
                                    && !key.has("d")
                                    && !key.has("k")
                                    && key.path("use").asString("sig").equals("sig"));
        } catch (JacksonException malformed) {
            return false;
        }
    }
}
