package io.gangway.tenant;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MemberRepository extends Repository<MemberEntity, UUID> {
    MemberEntity save(MemberEntity member);

    List<MemberEntity> findByTenantIdOrderByDisplayName(UUID tenantId);
}
