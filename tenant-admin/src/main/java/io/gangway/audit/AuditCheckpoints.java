package io.gangway.audit;

import io.gangway.credential.Signatures;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs where every chain is. */
@Component
@CrossTenant("every tenant's chain is signed")
public class AuditCheckpoints {
    private final CrossTenantDatabase database;
    private final Signatures signatures;
    private final Clock clock;

    AuditCheckpoints(CrossTenantDatabase database, Signatures signatures, Clock clock) {
        this.database = database;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** Signs the heads that have moved since they were signed last, and returns how many. */
    public int sign() {
        return database.write(() -> {
            var moved = database.jdbc()
                    .sql("""
                            SELECT h.tenant_id, h.seq, h.hash FROM audit_head h
                            WHERE h.seq > 0 AND NOT EXISTS (SELECT FROM audit_checkpoint c
                                                            WHERE c.tenant_id = h.tenant_id AND c.seq = h.seq)""")
                    .query((row, number) -> sign(
                            new TenantId(row.getObject("tenant_id", UUID.class)),
                            row.getLong("seq"),
                            row.getBytes("hash")))
                    .list();
            return moved.stream().mapToInt(Integer::intValue).sum();
        });
    }

    private int sign(TenantId tenant, long seq, byte[] hash) {
        return database.jdbc()
                .sql("""
                        INSERT INTO audit_checkpoint (tenant_id, seq, hash, at, signature) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(
                        tenant.value(),
                        seq,
                        hash,
                        Timestamp.from(clock.instant()),
                        signatures.sign(AuditVerifier.PURPOSE, AuditVerifier.signed(tenant, seq, hash)))
                .update();
    }
}
