package io.gangway.credential;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Secrets shared with other parties. Never shown again once stored. */
@Service
public class Secrets {
    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final Vault vault;
    private final Identifiers identifiers;
    private final Clock clock;

    Secrets(
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            Vault vault,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.vault = vault;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Stores a secret as the current one for its purpose. Those valid until now stay so until {@code overlapEnds}, so
     * that the other side can change over in its own time.
     */
    public void put(TenantId tenant, String purpose, String secret, Instant overlapEnds) {
        var id = identifiers.next();
        var sealed = vault.seal(tenant, context(id, purpose), secret.getBytes(StandardCharsets.UTF_8));
        database.write(tenant, () -> {
            database.jdbc()
                    .sql("""
                            UPDATE secret SET expires_at = ?
                            WHERE tenant_id = ? AND purpose = ? AND (expires_at IS NULL OR expires_at > ?)""")
                    .params(Timestamp.from(overlapEnds), tenant.value(), purpose, Timestamp.from(overlapEnds))
                    .update();
            return database.jdbc()
                    .sql("INSERT INTO secret (tenant_id, id, purpose, sealed, created_at) VALUES (?, ?, ?, ?, ?)")
                    .params(tenant.value(), id, purpose, sealed, Timestamp.from(clock.instant()))
                    .update();
        });
    }

    /** The secrets that are valid now for a purpose, the newest first. */
    @CrossTenant("the door verifies messages of every tenant")
    public List<String> valid(TenantId tenant, String purpose) {
        record Sealed(UUID id, byte[] bytes) {}
        return everyTenant
                .jdbc()
                .sql("""
                        SELECT id, sealed FROM secret
                        WHERE tenant_id = ? AND purpose = ? AND (expires_at IS NULL OR expires_at > ?)
                        ORDER BY created_at DESC""")
                .params(tenant.value(), purpose, Timestamp.from(clock.instant()))
                .query((row, number) -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
                .list()
                .stream()
                .map(secret -> new String(open(tenant, purpose, secret.id(), secret.bytes()), StandardCharsets.UTF_8))
                .toList();
    }

    private byte[] open(TenantId tenant, String purpose, UUID id, byte[] sealed) {
        try {
            return vault.open(tenant, context(id, purpose), sealed);
        } catch (VaultFailed notSealedSo) {
            try {
                // Before the purpose was part of it.
                return vault.open(tenant, "secret:" + id, sealed);
            } catch (VaultFailed notEither) {
                throw notSealedSo;
            }
        }
    }

    private static String context(UUID id, String purpose) {
        return "secret:%s:%s".formatted(id, purpose);
    }
}
