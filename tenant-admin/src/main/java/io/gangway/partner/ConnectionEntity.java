package io.gangway.partner;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "connection")
class ConnectionEntity {
    @Id
    private UUID id;

    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private Environment environment;

    private String name;
    private int revision;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ConnectionEntity() {}

    ConnectionEntity(Connection connection) {
        this.id = connection.id().value();
        this.tenantId = connection.tenant().value();
        this.environment = connection.environment();
        this.name = connection.name();
        this.revision = connection.revision();
        this.createdAt = connection.createdAt();
    }

    Connection toRecord() {
        return new Connection(new TenantId(tenantId), new ConnectionId(id), environment, name, revision, createdAt);
    }
}
