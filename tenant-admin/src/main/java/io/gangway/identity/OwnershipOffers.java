package io.gangway.identity;

import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.tenant.Member;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has been offered an organization, and by whom; one offer at a time. */
@Component
class OwnershipOffers {
    private final TenantDatabase database;
    private final Clock clock;

    OwnershipOffers(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In place of an earlier one. */
    void offer(Member from, Member to) {
        var tenant = from.tenant();
        database.write(tenant, () -> {
            withdraw(tenant);
            return database.jdbc()
                    .sql("INSERT INTO ownership_offer (tenant_id, from_id, to_id, offered_at) VALUES (?, ?, ?, ?)")
                    .params(tenant.value(), from.id(), to.id(), Timestamp.from(clock.instant()))
                    .update();
        });
    }

    Optional<UUID> offeredTo(TenantId tenant) {
        return column(tenant, "SELECT to_id FROM ownership_offer WHERE tenant_id = ?");
    }

    Optional<UUID> offeredBy(TenantId tenant) {
        return column(tenant, "SELECT from_id FROM ownership_offer WHERE tenant_id = ?");
    }

    private Optional<UUID> column(TenantId tenant, String sql) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql(sql)
                        .param(tenant.value())
                        .query(UUID.class)
                        .optional());
    }

    void withdraw(TenantId tenant) {
        database.write(
                tenant,
                () -> database.jdbc()
                        .sql("DELETE FROM ownership_offer WHERE tenant_id = ?")
                        .param(tenant.value())
                        .update());
    }
}
