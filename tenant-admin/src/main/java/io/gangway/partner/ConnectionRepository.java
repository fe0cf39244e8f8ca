package io.gangway.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConnectionRepository extends Repository<ConnectionEntity, UUID> {
    ConnectionEntity save(ConnectionEntity connection);

    Optional<ConnectionEntity> findByTenantIdAndId(UUID tenantId, UUID id);

    List<ConnectionEntity> findByTenantIdOrderByName(UUID tenantId);

    /** In one statement, so that two changes at once are counted as two. */
    @Modifying
    @Query("UPDATE ConnectionEntity c SET c.revision = c.revision + 1 WHERE c.tenantId = :tenantId AND c.id = :id")
    int countChange(UUID tenantId, UUID id);
}
