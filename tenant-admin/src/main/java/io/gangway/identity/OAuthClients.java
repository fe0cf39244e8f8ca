package io.gangway.identity;

import io.gangway.audit.AuditLog;
import io.gangway.identity.OAuthClient.Authentication;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;

/**
 * Which tenant a client of the identity provider speaks for. That is kept here and not in a claim of the token, so that
 * no setting of the identity provider can hand out another tenant's data. Who may make which is decided by
 * {@link OAuthClientAdministration}.
 */
@Service
public class OAuthClients {
    private static final Logger log = LoggerFactory.getLogger(OAuthClients.class);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final ClientProvider provider;
    private final AuditLog audit;
    private final Clock clock;

    OAuthClients(
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            ClientProvider provider,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.provider = provider;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says for whom a client speaks that the identity provider has already; its tokens say what it may do. */
    public void register(TenantId tenant, String clientId, Environment environment, String actor) {
        database.write(tenant, () -> {
            audit.record(tenant, actor, "oauth-client.registered", clientId, Map.of("environment", environment.name()));
            return database.jdbc()
                    .sql("INSERT INTO oauth_client (tenant_id, client_id, environment, created_at) VALUES (?, ?, ?, ?)")
                    .params(tenant.value(), clientId, environment.name(), Timestamp.from(clock.instant()))
                    .update();
        });
    }

    void insert(OAuthClient client, String actor) {
        database.write(client.tenant(), () -> {
            var scopes = client.scopes().stream().map(Scope::word).sorted().toList();
            audit.record(
                    client.tenant(),
                    actor,
                    "oauth-client.issued",
                    client.clientId(),
                    Map.of(
                            "name", client.name(),
                            "environment", client.environment().name(),
                            "authentication", client.authentication().name(),
                            "scopes", scopes));
            return database.jdbc()
                    .sql("""
                            INSERT INTO oauth_client (tenant_id, client_id, environment, created_at, name, scopes,
                                                      authentication, created_by, replaces)
                            VALUES (:tenant, :id, :environment, :at, :name, :scopes, :authentication, :actor, :replaces)""")
                    .param("tenant", client.tenant().value())
                    .param("id", client.clientId())
                    .param("environment", client.environment().name())
                    .param("at", Timestamp.from(client.createdAt()))
                    .param("name", client.name())
                    .param("scopes", scopes.toArray(String[]::new))
                    .param("authentication", client.authentication().name())
                    .param("actor", actor)
                    .param("replaces", client.replaces())
                    .update();
        });
    }

    void endAt(OAuthClient client, Instant end, String actor) {
        database.write(client.tenant(), () -> {
            audit.record(
                    client.tenant(),
                    actor,
                    "oauth-client.rotated",
                    client.clientId(),
                    Map.of("name", client.name(), "endsAt", end.toString()));
            return database.jdbc()
                    .sql("""
                            UPDATE oauth_client SET expires_at = least(expires_at, ?)
                            WHERE tenant_id = ? AND client_id = ? AND revoked_at IS NULL""")
                    .params(Timestamp.from(end), client.tenant().value(), client.clientId())
                    .update();
        });
    }

    /** Makes a client and all its tokens worthless at once, on every node. False if it was revoked before. */
    boolean revoke(OAuthClient client, String actor) {
        return database.write(client.tenant(), () -> {
            var changed = database.jdbc()
                            .sql("""
                                    UPDATE oauth_client SET revoked_at = ?
                                    WHERE tenant_id = ? AND client_id = ? AND revoked_at IS NULL""")
                            .params(
                                    Timestamp.from(clock.instant()),
                                    client.tenant().value(),
                                    client.clientId())
                            .update()
                    == 1;
            if (changed) {
                audit.record(
                        client.tenant(),
                        actor,
                        "oauth-client.revoked",
                        client.clientId(),
                        Map.of("name", client.name()));
            }
            return changed;
        });
    }

    /** The newest first, without those that ended before {@code endedSince}. */
    List<OAuthClient> of(TenantId tenant, Instant endedSince) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql("""
                                SELECT * FROM oauth_client
                                WHERE tenant_id = :tenant AND (revoked_at IS NULL OR revoked_at > :since)
                                  AND (expires_at IS NULL OR expires_at > :since)
                                ORDER BY created_at DESC, client_id""")
                        .param("tenant", tenant.value())
                        .param("since", Timestamp.from(endedSince))
                        .query(OAuthClients::client)
                        .list());
    }

    /**
     * Whom a client speaks for; empty if it is of no tenant, expired or revoked. Each request asks the database, so that a token is worth
     * nothing as soon as its client is.
     *
     * @param scopes those of its token
     */
    public Optional<MachineIdentity> identify(String clientId, Set<Scope> scopes) {
        var now = clock.instant();
        var found = find(clientId).filter(client -> client.stateAt(now) == ApiKey.State.ACTIVE);
        found.filter(client -> client.lastUsedAt() == null
                        || client.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now))
                .ifPresent(client -> noteUse(client, now));
        return found.map(client -> new MachineIdentity(
                client.tenant(), client.environment(), allowed(client, scopes), "client:" + clientId));
    }

    /** Not more than its maker wanted, whatever somebody has set at the identity provider. */
    private static Set<Scope> allowed(OAuthClient client, Set<Scope> scopes) {
        return client.scopes().isEmpty()
                ? scopes
                : scopes.stream().filter(client.scopes()::contains).collect(Collectors.toSet());
    }

    @CrossTenant("only the client's id shows whose it is")
    private Optional<OAuthClient> find(String clientId) {
        return everyTenant
                .jdbc()
                .sql("SELECT * FROM oauth_client WHERE client_id = ?")
                .param(clientId)
                .query(OAuthClients::client)
                .optional();
    }

    @CrossTenant("a client is used before its tenant is known")
    private void noteUse(OAuthClient client, Instant now) {
        everyTenant
                .jdbc()
                .sql(
                        "UPDATE oauth_client SET last_used_at = ?, last_used_address = ? WHERE tenant_id = ? AND client_id = ?")
                .params(Timestamp.from(now), MDC.get("address"), client.tenant().value(), client.clientId())
                .update();
    }

    /** Has the identity provider forget clients that have ended; what it can't now, the next call does. */
    @CrossTenant("ended clients of every tenant are removed together")
    public void removeEnded() {
        var ended = everyTenant
                .jdbc()
                .sql("""
                        SELECT client_id FROM oauth_client
                        WHERE removed_at IS NULL AND (revoked_at IS NOT NULL OR expires_at < ?) AND name IS NOT NULL""")
                .param(Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
        for (var clientId : ended) {
            try {
                provider.remove(clientId);
            } catch (IdentityProviderFailed failed) {
                log.warn("Client {} has ended and could not be removed yet. {}", clientId, failed.getMessage());
                return;
            }
            everyTenant
                    .jdbc()
                    .sql("UPDATE oauth_client SET removed_at = ? WHERE client_id = ?")
                    .params(Timestamp.from(clock.instant()), clientId)
                    .update();
        }
    }

    private static OAuthClient client(ResultSet row, int number) throws SQLException {
        var clientId = row.getString("client_id");
        var words = row.getArray("scopes");
        var scopes = EnumSet.noneOf(Scope.class);
        if (words != null) {
            for (var word : (String[]) words.getArray()) {
                Scope.of(word).ifPresent(scopes::add);
            }
        }
        return new OAuthClient(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                clientId,
                Environment.valueOf(row.getString("environment")),
                Objects.requireNonNullElse(row.getString("name"), clientId),
                Set.copyOf(scopes),
                Authentication.valueOf(row.getString("authentication")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"),
                row.getString("last_used_address"),
                row.getString("replaces"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
