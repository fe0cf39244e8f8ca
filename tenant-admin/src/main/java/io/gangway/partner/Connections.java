package io.gangway.partner;

import io.gangway.audit.AuditLog;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What partners offer. */
@Service
public class Connections {
    private final ConnectionRepository repository;
    private final TenantDatabase database;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    Connections(
            ConnectionRepository repository,
            TenantDatabase database,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.repository = repository;
        this.database = database;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public Connection open(TenantId tenant, Environment environment, String name, String actor) {
        var connection =
                new Connection(tenant, new ConnectionId(identifiers.next()), environment, name, 1, clock.instant());
        return database.write(tenant, () -> {
            var saved = repository.save(new ConnectionEntity(connection)).toRecord();
            audit.record(tenant, actor, "connection.opened", saved.id().toString(), Map.of("name", name));
            return saved;
        });
    }

    public Optional<Connection> find(TenantId tenant, ConnectionId id) {
        return database.read(
                tenant,
                () -> repository.findByTenantIdAndId(tenant.value(), id.value()).map(ConnectionEntity::toRecord));
    }

    public List<Connection> of(TenantId tenant) {
        return database.read(
                tenant,
                () -> repository.findByTenantIdOrderByName(tenant.value()).stream()
                        .map(ConnectionEntity::toRecord)
                        .toList());
    }

    /**
     * Notes that messages of this connection mean something else from now on. Belongs into the transaction of the
     * change. Throws {@link IllegalArgumentException} if the tenant has no such connection.
     */
    public void meaningChanged(TenantId tenant, ConnectionId id) {
        database.write(tenant, () -> {
            if (repository.countChange(tenant.value(), id.value()) == 0) {
                throw new IllegalArgumentException("Tenant %s has no connection %s.".formatted(tenant, id));
            }
            return id;
        });
    }
}
