package io.gangway.audit;

import io.gangway.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param organization its name
 * @param seq number in the tenant's chain, from 1
 * @param actor who, such as {@code member:nora@northwind.example} or {@code api-key:gw_live_abcd}
 * @param action what, in the past: {@code api-key.issued}
 * @param subject the public id of what was changed
 * @param detail what a reader needs besides; never a secret
 * @param address of the caller; null if it was the platform itself
 */
public record AuditEntry(
        TenantId tenant,
        String organization,
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, Object> detail,
        @Nullable String correlationId,
        @Nullable String address) {}
