package io.gangway.tenant;

import io.gangway.kernel.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "tenant")
class TenantEntity {
    @Id
    @Column(name = "tenant_id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    private TenantKind kind;

    private String name;
    private String slug;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected TenantEntity() {}

    TenantEntity(Tenant tenant) {
        this.id = tenant.id().value();
        this.kind = tenant.kind();
        this.name = tenant.name();
        this.slug = tenant.slug();
        this.createdAt = tenant.createdAt();
    }

    Tenant toRecord() {
        return new Tenant(new TenantId(id), kind, name, slug, createdAt);
    }
}
