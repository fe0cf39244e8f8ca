package io.gangway.identity;

import io.gangway.audit.AuditLog;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * API keys of the form {@code gw_live_…} and {@code gw_test_…}: 32 letters and digits from a secure source (190 bits),
 * which is why a plain SHA-256 is enough to keep them.
 */
@Service
public class ApiKeys {
    public static final String PREFIX = "gw_";

    private static final Pattern FORM = Pattern.compile("gw_(live|test)_[A-Za-z0-9]{32}");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SHOWN_CHARACTERS = 12;

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

    /** Issues a key. {@code expiresAt} null: it does not expire by itself. */
    public IssuedApiKey issue(
            TenantId tenant,
            Environment environment,
            String name,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            String actor) {
        var text = newKey(environment);
        var key = new ApiKey(
                tenant,
                identifiers.next(),
                environment,
                name,
                text.substring(0, SHOWN_CHARACTERS),
                scopes,
                clock.instant(),
                expiresAt,
                null);
        return database.write(tenant, () -> {
            database.jdbc()
                    .sql("""
                            INSERT INTO api_key (tenant_id, id, environment, name, prefix, key_hash, scopes, created_by,
                                                 created_at, expires_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            tenant.value(),
                            key.id(),
                            environment.name(),
                            name,
                            key.prefix(),
                            hash(text),
                            scopes.stream().map(Scope::word).toArray(String[]::new),
                            actor,
                            Timestamp.from(key.createdAt()),
                            expiresAt == null ? null : Timestamp.from(expiresAt)))
                    .update();
            audit.record(tenant, actor, "api-key.issued", key.prefix(), Map.of("name", name));
            return new IssuedApiKey(key, text);
        });
    }

    /** Makes a key worthless at once. False if the tenant has no such key, or it was revoked before. */
    public boolean revoke(TenantId tenant, UUID key, String actor) {
        return database.write(tenant, () -> {
            var changed = database.jdbc()
                            .sql(
                                    "UPDATE api_key SET revoked_at = ? WHERE tenant_id = ? AND id = ? AND revoked_at IS NULL")
                            .params(Timestamp.from(clock.instant()), tenant.value(), key)
                            .update()
                    == 1;
            if (changed) {
                audit.record(tenant, actor, "api-key.revoked", key.toString(), Map.of());
            }
            return changed;
        });
    }

    public List<ApiKey> of(TenantId tenant) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql(
                                "SELECT * FROM api_key WHERE tenant_id = ? AND revoked_at IS NULL ORDER BY created_at DESC")
                        .param(tenant.value())
                        .query(ApiKeys::toRecord)
                        .list());
    }

    /** Whom a key speaks for; empty if it is unknown, expired or revoked. */
    @CrossTenant("only the key shows whose it is")
    public Optional<MachineIdentity> authenticate(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        var now = Timestamp.from(clock.instant());
        var found = everyTenant
                .jdbc()
                .sql("""
                        SELECT * FROM api_key
                        WHERE key_hash = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)""")
                .params(hash(text), now)
                .query(ApiKeys::toRecord)
                .optional();
        found.ifPresent(key -> noteUse(key, now));
        return found.map(
                key -> new MachineIdentity(key.tenant(), key.environment(), key.scopes(), "api-key:" + key.prefix()));
    }

    /** To the minute: a write per request would cost more than the request. */
    @CrossTenant("a key is used before its tenant is known")
    private void noteUse(ApiKey key, Timestamp now) {
        everyTenant
                .jdbc()
                .sql("""
                        UPDATE api_key SET last_used_at = ?::timestamptz
                        WHERE tenant_id = ? AND id = ?
                          AND (last_used_at IS NULL OR last_used_at < ?::timestamptz - interval '1 minute')""")
                .params(now, key.tenant().value(), key.id(), now)
                .update();
    }

    private String newKey(Environment environment) {
        var text = new StringBuilder(PREFIX).append(environment.keyWord()).append('_');
        for (int i = 0; i < 32; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    private static ApiKey toRecord(ResultSet row, int number) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        var used = row.getTimestamp("last_used_at");
        return new ApiKey(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                Environment.valueOf(row.getString("environment")),
                row.getString("name"),
                row.getString("prefix"),
                scopesOf(row.getArray("scopes")),
                row.getTimestamp("created_at").toInstant(),
                expires == null ? null : expires.toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Set<Scope> scopesOf(Array words) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : (String[]) words.getArray()) {
            Scope.of(word).ifPresent(scopes::add);
        }
        return scopes;
    }
}
