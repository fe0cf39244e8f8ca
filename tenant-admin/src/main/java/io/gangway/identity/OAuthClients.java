package io.gangway.identity;

import io.gangway.audit.AuditLog;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Which tenant a client of the identity provider speaks for. That is kept here and not in a claim of the token, so that
 * no setting of the identity provider can hand out another tenant's data.
 */
@Service
public class OAuthClients {
    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final AuditLog audit;
    private final Clock clock;

    OAuthClients(TenantDatabase database, CrossTenantDatabase everyTenant, AuditLog audit, Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.audit = audit;
        this.clock = clock;
    }

    public void register(TenantId tenant, String clientId, Environment environment, String actor) {
        database.write(tenant, () -> {
            audit.record(tenant, actor, "oauth-client.registered", clientId, Map.of("environment", environment.name()));
            return database.jdbc()
                    .sql("INSERT INTO oauth_client (tenant_id, client_id, environment, created_at) VALUES (?, ?, ?, ?)")
                    .params(tenant.value(), clientId, environment.name(), Timestamp.from(clock.instant()))
                    .update();
        });
    }

    /** Whom a client speaks for, with the scopes its token was given; empty if the client is of no tenant. */
    @CrossTenant("only the client's id shows whose it is")
    public Optional<MachineIdentity> identify(String clientId, Set<Scope> scopes) {
        return everyTenant
                .jdbc()
                .sql("SELECT tenant_id, environment FROM oauth_client WHERE client_id = ?")
                .param(clientId)
                .query((row, number) -> new MachineIdentity(
                        new TenantId(row.getObject(1, UUID.class)),
                        Environment.valueOf(row.getString(2)),
                        scopes,
                        "client:" + clientId))
                .optional();
    }
}
