package io.gangway.tenant;

import io.gangway.kernel.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "member")
class MemberEntity {
    @Id
    private UUID id;

    private UUID tenantId;
    private String email;
    private String displayName;

    @Nullable
    private String subject;

    @Enumerated(EnumType.STRING)
    private MemberRole role;

    private Instant createdAt;

    @Nullable
    private Instant lastLoginAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected MemberEntity() {}

    MemberEntity(Member member) {
        this.id = member.id();
        this.tenantId = member.tenant().value();
        this.email = member.email();
        this.displayName = member.displayName();
        this.subject = member.subject();
        this.role = member.role();
        this.createdAt = member.createdAt();
        this.lastLoginAt = member.lastLoginAt();
    }

    Member toRecord() {
        return new Member(new TenantId(tenantId), id, email, displayName, subject, role, createdAt, lastLoginAt);
    }
}
