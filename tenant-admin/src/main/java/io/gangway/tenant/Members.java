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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** People of organizations as they are kept. Who may change what is decided by {@code MemberAdministration}. */
@Service
public class Members {
    private static final String WITH_TENANT = """
            SELECT m.*, t.kind, t.name AS tenant_name, t.slug, t.created_at AS tenant_created_at
            FROM member m JOIN tenant t ON t.tenant_id = m.tenant_id
            """;

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final Identifiers identifiers;
    private final Clock clock;

    Members(TenantDatabase database, CrossTenantDatabase everyTenant, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Adds a person by e-mail address, who belongs to the organization from the first login on. Throws
     * {@link IllegalArgumentException} if the role is not one of its kind.
     */
    public Member add(Tenant tenant, String email, String displayName, MemberRole role) {
        return insert(tenant, email, displayName, role, null, null)
                .orElseThrow(() -> new IllegalArgumentException(email + " is a member already."));
    }

    /** Likewise for a person who has yet to accept; empty if the address is known in the organization. */
    public Optional<Member> invite(Tenant tenant, String email, String displayName, MemberRole role, String actor) {
        return insert(tenant, email, displayName, role, clock.instant(), actor);
    }

    private Optional<Member> insert(
            Tenant tenant,
            String email,
            String displayName,
            MemberRole role,
            @Nullable Instant invitedAt,
            @Nullable String invitedBy) {
        if (!MemberRole.of(tenant.kind()).contains(role)) {
            throw new IllegalArgumentException(
                    "A %s has no role %s; it has %s.".formatted(tenant.kind(), role, MemberRole.of(tenant.kind())));
        }
        return database.write(
                tenant.id(),
                () -> database.jdbc()
                        .sql("""
                                INSERT INTO member (tenant_id, id, email, display_name, role, created_at, invited_at, invited_by)
                                VALUES (:tenant, :id, :email, :name, :role, :now, :invitedAt, :invitedBy)
                                ON CONFLICT (tenant_id, email) DO NOTHING RETURNING *""")
                        .param("tenant", tenant.id().value())
                        .param("id", identifiers.next())
                        .param("email", email.strip().toLowerCase(Locale.ROOT))
                        .param("name", displayName.strip())
                        .param("role", role.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("invitedAt", invitedAt == null ? null : Timestamp.from(invitedAt))
                        .param("invitedBy", invitedBy)
                        .query(Members::toRecord)
                        .optional());
    }

    /** By name. */
    public List<Member> of(TenantId tenant) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql("SELECT * FROM member WHERE tenant_id = ? ORDER BY lower(display_name), email")
                        .param(tenant.value())
                        .query(Members::toRecord)
                        .list());
    }

    public Optional<Member> find(TenantId tenant, UUID id) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql("SELECT * FROM member WHERE tenant_id = ? AND id = ?")
                        .params(tenant.value(), id)
                        .query(Members::toRecord)
                        .optional());
    }

    /**
     * Those of a role who have joined, in a transaction of the tenant; nobody else changes them until it ends, so that two
     * last owners can't leave at the same time.
     */
    public List<Member> lockActive(TenantId tenant, MemberRole role) {
        return database.jdbc()
                .sql("""
                        SELECT * FROM member
                        WHERE tenant_id = ? AND role = ? AND (subject IS NOT NULL OR invited_at IS NULL)
                        ORDER BY id FOR UPDATE""")
                .params(tenant.value(), role.name())
                .query(Members::toRecord)
                .list();
    }

    public void changeRole(Member member, MemberRole role) {
        database.write(
                member.tenant(),
                () -> database.jdbc()
                        .sql("UPDATE member SET role = ? WHERE tenant_id = ? AND id = ?")
                        .params(role.name(), member.tenant().value(), member.id())
                        .update());
    }

    /** Begins the time for accepting anew. */
    public void inviteAgain(Member member, String actor) {
        database.write(
                member.tenant(),
                () -> database.jdbc()
                        .sql("""
                                UPDATE member SET invited_at = ?, invited_by = ?
                                WHERE tenant_id = ? AND id = ? AND subject IS NULL""")
                        .params(
                                Timestamp.from(clock.instant()),
                                actor,
                                member.tenant().value(),
                                member.id())
                        .update());
    }

    public boolean remove(Member member) {
        return database.write(
                member.tenant(),
                () -> database.jdbc()
                                .sql("DELETE FROM member WHERE tenant_id = ? AND id = ?")
                                .params(member.tenant().value(), member.id())
                                .update()
                        == 1);
    }

    /**
     * Notes a login. Whom the platform itself has added becomes bound to the subject here, by an e-mail address that the
     * identity provider has verified; whom an organization has invited accepts with {@link #accept}.
     */
    @CrossTenant("only the login shows which organizations the person belongs to")
    public void signIn(String subject, String email, boolean emailVerified) {
        everyTenant.write(() -> {
            var now = Timestamp.from(clock.instant());
            if (emailVerified) {
                everyTenant
                        .jdbc()
                        .sql("UPDATE member SET subject = ? WHERE email = ? AND subject IS NULL AND invited_at IS NULL")
                        .params(subject, email.toLowerCase(Locale.ROOT))
                        .update();
            }
            return everyTenant
                    .jdbc()
                    .sql("UPDATE member SET last_login_at = ? WHERE subject = ?")
                    .params(now, subject)
                    .update();
        });
    }

    /** Where the person belongs, the oldest membership first. */
    @CrossTenant("who signs in is known before the tenant is")
    public List<Membership> ofSubject(String subject) {
        return everyTenant
                .jdbc()
                .sql(WITH_TENANT + "WHERE m.subject = ? ORDER BY m.created_at, m.id")
                .param(subject)
                .query(Members::toMembership)
                .list();
    }

    /** Invitations that the holder of a verified address may accept, the newest first. */
    @CrossTenant("an invitation is read by somebody who is not a member yet")
    public List<Membership> invitationsOf(String email) {
        return everyTenant
                .jdbc()
                .sql(WITH_TENANT + """
                        WHERE m.email = ? AND m.subject IS NULL AND m.invited_at > ?
                        ORDER BY m.invited_at DESC, m.id""")
                .params(
                        email.toLowerCase(Locale.ROOT),
                        Timestamp.from(clock.instant().minus(Member.INVITATION_LIFE)))
                .query(Members::toMembership)
                .list();
    }

    /** Makes an invited person a member; false if the invitation is gone, or the person is a member under another address. */
    @CrossTenant("an invitation is accepted by somebody who is not a member yet")
    public boolean accept(Member invited, String subject) {
        return everyTenant.write(() -> everyTenant
                        .jdbc()
                        .sql("""
                                UPDATE member SET subject = :subject, last_login_at = :now
                                WHERE tenant_id = :tenant AND id = :id AND subject IS NULL
                                  AND NOT EXISTS (SELECT FROM member other
                                                  WHERE other.tenant_id = :tenant AND other.subject = :subject)""")
                        .param("subject", subject)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("tenant", invited.tenant().value())
                        .param("id", invited.id())
                        .update()
                == 1);
    }

    private static Membership toMembership(ResultSet row, int number) throws SQLException {
        var tenant = new Tenant(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                TenantKind.valueOf(row.getString("kind")),
                row.getString("tenant_name"),
                row.getString("slug"),
                row.getTimestamp("tenant_created_at").toInstant());
        return new Membership(tenant, toRecord(row, number));
    }

    private static Member toRecord(ResultSet row, int number) throws SQLException {
        return new Member(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("display_name"),
                row.getString("subject"),
                MemberRole.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "last_login_at"),
                instant(row, "invited_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
