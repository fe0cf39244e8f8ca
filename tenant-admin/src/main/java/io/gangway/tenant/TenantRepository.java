package io.gangway.tenant;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface TenantRepository extends Repository<TenantEntity, UUID> {
    TenantEntity save(TenantEntity tenant);

    Optional<TenantEntity> findById(UUID tenantId);
}
