package io.gangway.identity;

import io.gangway.audit.AuditLog;
import io.gangway.identity.ApiKey.RevocationCause;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.security.SecureRandom;
import java.sql.Array;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** API keys as they are kept and recognized. Who may issue which is decided by {@link ApiKeyAdministration}. */
@Service
public class ApiKeys {
    public static final String PREFIX = KeyText.PREFIX;

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Issues a key, with all that {@code wanted} says and no question asked.
     *
     * @param replaces the key that it was rotated from, if it was
     */
    public IssuedApiKey issue(TenantId tenant, NewApiKey wanted, @Nullable ApiKeyId replaces, String actor) {
        var environment = Objects.requireNonNull(wanted.environment(), "A key is of an environment.");
        var text = KeyText.random(environment, random);
        var key = new ApiKey(
                tenant,
                new ApiKeyId(identifiers.next()),
                environment,
                Objects.requireNonNull(wanted.name(), "A key has a name.").strip(),
                KeyText.prefix(text),
                KeyText.suffix(text),
                wanted.scopes(),
                actor,
                clock.instant(),
                wanted.expiresAt(),
                null,
                null,
                null,
                null,
                replaces);
        return database.write(tenant, () -> {
            database.jdbc()
                    .sql("""
                            INSERT INTO api_key (tenant_id, id, environment, name, prefix, suffix, key_hash, scopes, created_by,
                                                 created_at, expires_at, replaces)
                            VALUES (:tenant, :id, :environment, :name, :prefix, :suffix, :hash, :scopes, :actor, :at,
                                    :expires, :replaces)""")
                    .param("tenant", tenant.value())
                    .param("id", key.id().value())
                    .param("environment", environment.name())
                    .param("name", key.name())
                    .param("prefix", key.prefix())
                    .param("suffix", key.suffix())
                    .param("hash", KeyText.hash(text))
                    .param("scopes", words(key.scopes()).toArray(String[]::new))
                    .param("actor", actor)
                    .param("at", Timestamp.from(key.createdAt()))
                    .param("expires", timestamp(key.expiresAt()))
                    .param("replaces", replaces == null ? null : replaces.value())
                    .update();
            audit.record(
                    tenant,
                    actor,
                    "api-key.issued",
                    key.id().toString(),
                    Map.of(
                            "name", key.name(),
                            "prefix", key.prefix(),
                            "environment", environment.name(),
                            "scopes", words(key.scopes())));
            return new IssuedApiKey(key, text);
        });
    }

    /** Issues the successor of {@code former}, which ends at {@code end} unless it ends by itself before. */
    IssuedApiKey rotate(ApiKey former, NewApiKey wanted, Instant end, String actor) {
        var tenant = former.tenant();
        return database.write(tenant, () -> {
            database.jdbc()
                    .sql("""
                            UPDATE api_key SET expires_at = least(expires_at, :end)
                            WHERE tenant_id = :tenant AND id = :id AND revoked_at IS NULL""")
                    .param("end", Timestamp.from(end))
                    .param("tenant", tenant.value())
                    .param("id", former.id().value())
                    .update();
            audit.record(
                    tenant,
                    actor,
                    "api-key.rotated",
                    former.id().toString(),
                    Map.of("prefix", former.prefix(), "endsAt", end.toString()));
            return issue(tenant, wanted, former.id(), actor);
        });
    }

    /** Makes a key worthless at once, on every node. False if it was revoked before. */
    public boolean revoke(ApiKey key, RevocationCause cause, String actor) {
        return database.write(key.tenant(), () -> {
            var changed = database.jdbc()
                            .sql("""
                                    UPDATE api_key SET revoked_at = :at, revoked_because = :cause
                                    WHERE tenant_id = :tenant AND id = :id AND revoked_at IS NULL""")
                            .param("at", Timestamp.from(clock.instant()))
                            .param("cause", cause.name())
                            .param("tenant", key.tenant().value())
                            .param("id", key.id().value())
                            .update()
                    == 1;
            if (changed) {
                audit.record(
                        key.tenant(),
                        actor,
                        "api-key.revoked",
                        key.id().toString(),
                        Map.of("name", key.name(), "prefix", key.prefix(), "cause", cause.name()));
            }
            return changed;
        });
    }

    /** The newest first, without those that ended before {@code endedSince}. */
    List<ApiKey> of(TenantId tenant, Instant endedSince) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql("""
                                SELECT * FROM api_key
                                WHERE tenant_id = :tenant AND (revoked_at IS NULL OR revoked_at > :since)
                                  AND (expires_at IS NULL OR expires_at > :since)
                                ORDER BY created_at DESC, id DESC""")
                        .param("tenant", tenant.value())
                        .param("since", Timestamp.from(endedSince))
                        .query(ApiKeys::toRecord)
                        .list());
    }

    /**
     * The identity that a key proves; empty if it is unknown, expired or revoked. Each request asks the database, so that what
     * is revoked here is worthless everywhere.
     *
     * @param address of the caller
     */
    public Optional<MachineIdentity> authenticate(String text, String address) {
        var now = clock.instant();
        var found = find(text).filter(key -> key.stateAt(now) == ApiKey.State.ACTIVE);
        found.filter(key -> isUseWorthNoting(key, now)).ifPresent(key -> noteUse(key, address, now));
        return found.map(
                key -> new MachineIdentity(key.tenant(), key.environment(), key.scopes(), "api-key:" + key.prefix()));
    }

    /**
     * Revokes a key that its holder reports as public; the key itself is the proof. False if it is not a key that works.
     *
     * @param reporter for the audit
     */
    public boolean revokeLeaked(String text, String reporter) {
        return find(text)
                .filter(key -> key.stateAt(clock.instant()) == ApiKey.State.ACTIVE)
                .map(key -> revoke(key, RevocationCause.LEAKED, reporter))
                .orElse(false);
    }

    @CrossTenant("only the key shows whose it is")
    private Optional<ApiKey> find(String text) {
        return KeyText.isWellFormed(text)
                ? everyTenant
                        .jdbc()
                        .sql("SELECT * FROM api_key WHERE key_hash = ?")
                        .param(KeyText.hash(text))
                        .query(ApiKeys::toRecord)
                        .optional()
                : Optional.empty();
    }

    /** A write with every request would cost more than the request. */
    private static boolean isUseWorthNoting(ApiKey key, Instant now) {
        return key.lastUsedAt() == null
                || key.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now);
    }

    @CrossTenant("a key is used before its tenant is known")
    private void noteUse(ApiKey key, String address, Instant now) {
        everyTenant
                .jdbc()
                .sql("UPDATE api_key SET last_used_at = ?, last_used_address = ? WHERE tenant_id = ? AND id = ?")
                .params(
                        Timestamp.from(now),
                        address,
                        key.tenant().value(),
                        key.id().value())
                .update();
    }

    private static List<String> words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toList();
    }

    private static ApiKey toRecord(ResultSet row, int number) throws SQLException {
        var cause = row.getString("revoked_because");
        var replaces = row.getObject("replaces", UUID.class);
        return new ApiKey(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new ApiKeyId(row.getObject("id", UUID.class)),
                Environment.valueOf(row.getString("environment")),
                row.getString("name"),
                row.getString("prefix"),
                row.getString("suffix"),
                scopesOf(row.getArray("scopes")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                cause == null ? null : RevocationCause.valueOf(cause),
                instant(row, "last_used_at"),
                row.getString("last_used_address"),
                replaces == null ? null : new ApiKeyId(replaces));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Set<Scope> scopesOf(Array words) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : (String[]) words.getArray()) {
            Scope.of(word).ifPresent(scopes::add);
        }
        return scopes;
    }
}
