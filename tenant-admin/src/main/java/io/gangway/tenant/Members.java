package io.gangway.tenant;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** People of organizations. */
@Service
public class Members {
    private final MemberRepository repository;
    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final Identifiers identifiers;
    private final Clock clock;

    Members(
            MemberRepository repository,
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            Identifiers identifiers,
            Clock clock) {
        this.repository = repository;
        this.database = database;
        this.everyTenant = everyTenant;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Adds a person by e-mail address. Throws {@link IllegalArgumentException} if the role is not one of its kind. */
    public Member add(Tenant tenant, String email, String displayName, MemberRole role) {
        if (!MemberRole.of(tenant.kind()).contains(role)) {
            throw new IllegalArgumentException(
                    "A %s has no role %s; it has %s.".formatted(tenant.kind(), role, MemberRole.of(tenant.kind())));
        }
        var member = new Member(
                tenant.id(),
                identifiers.next(),
                email.strip().toLowerCase(Locale.ROOT),
                displayName,
                null,
                role,
                clock.instant(),
                null);
        return database.write(
                tenant.id(), () -> repository.save(new MemberEntity(member)).toRecord());
    }

    public List<Member> of(TenantId tenant) {
        return database.read(
                tenant,
                () -> repository.findByTenantIdOrderByDisplayName(tenant.value()).stream()
                        .map(MemberEntity::toRecord)
                        .toList());
    }

    /**
     * The member that a login is, if it is one: known by subject, or at the first login by an e-mail address that the
     * identity provider has verified, and from then on by subject. Of several memberships the oldest is taken.
     */
    @CrossTenant("only the login shows which organization the person belongs to")
    public Optional<Member> signIn(String subject, String email, boolean emailVerified) {
        return everyTenant.write(() -> {
            var found = bySubject(subject);
            if (found.isEmpty() && emailVerified) {
                found = byUnboundEmail(email.toLowerCase(Locale.ROOT));
            }
            found.ifPresent(member -> everyTenant
                    .jdbc()
                    .sql("UPDATE member SET subject = ?, last_login_at = ? WHERE tenant_id = ? AND id = ?")
                    .params(
                            subject,
                            Timestamp.from(clock.instant()),
                            member.tenant().value(),
                            member.id())
                    .update());
            return found;
        });
    }

    @CrossTenant("who signs in is known before the tenant is")
    private Optional<Member> bySubject(String subject) {
        return everyTenant
                .jdbc()
                .sql("SELECT * FROM member WHERE subject = ? ORDER BY created_at, id LIMIT 1")
                .param(subject)
                .query(Members::toRecord)
                .optional();
    }

    @CrossTenant("who signs in is known before the tenant is")
    private Optional<Member> byUnboundEmail(String email) {
        return everyTenant
                .jdbc()
                .sql("SELECT * FROM member WHERE email = ? AND subject IS NULL ORDER BY created_at, id LIMIT 1")
                .param(email)
                .query(Members::toRecord)
                .optional();
    }

    private static Member toRecord(ResultSet row, int number) throws SQLException {
        var lastLogin = row.getTimestamp("last_login_at");
        return new Member(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("display_name"),
                row.getString("subject"),
                MemberRole.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                lastLogin == null ? null : lastLogin.toInstant());
    }
}
