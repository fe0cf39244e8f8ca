package io.gangway.partner;

import io.gangway.audit.AuditLog;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Customers' accounts with partners. Without one, no shipment of the partner can become the customer's. */
@Service
public class Accounts {
    private final TenantDatabase database;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    Accounts(TenantDatabase database, AuditLog audit, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public Account open(
            TenantId customer, TenantId partner, Environment environment, String accountNumber, String actor) {
        var account = new Account(customer, partner, environment, accountNumber);
        return database.write(customer, () -> {
            database.jdbc()
                    .sql("""
                            INSERT INTO account (tenant_id, id, partner_id, environment, account_number, created_at)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(
                            customer.value(),
                            identifiers.next(),
                            partner.value(),
                            environment.name(),
                            accountNumber,
                            Timestamp.from(clock.instant()))
                    .update();
            audit.record(customer, actor, "account.opened", partner.toString(), Map.of("accountNumber", accountNumber));
            return account;
        });
    }

    public List<Account> of(TenantId customer) {
        return database.read(
                customer,
                () -> database.jdbc()
                        .sql("""
                        SELECT partner_id, environment, account_number FROM account
                        WHERE tenant_id = ? ORDER BY account_number""")
                        .param(customer.value())
                        .query((row, number) -> new Account(
                                customer,
                                new TenantId(row.getObject(1, UUID.class)),
                                Environment.valueOf(row.getString(2)),
                                row.getString(3)))
                        .list());
    }
}
