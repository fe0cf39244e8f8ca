package io.gangway.identity;

import io.gangway.audit.AuditLog;
import io.gangway.identity.IdentityIntents.Kind;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.tenant.Member;
import io.gangway.tenant.Member.State;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Members;
import io.gangway.tenant.Membership;
import io.gangway.tenant.Tenant;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The people of an organization as its administrators manage them. A change and its intent for the identity provider are one
 * transaction; the provider may be down.
 */
@Service
@PreAuthorize("hasRole('MANAGE_MEMBERS')")
public class MemberAdministration {
    public static final int MAX_NAME = 120;
    public static final int MAX_EMAIL = 254;

    /** Mail to strangers is worth a limit. */
    public static final int MAX_OPEN_INVITATIONS = 50;

    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,63}");

    private final Members members;
    private final IdentityIntents intents;
    private final OwnershipOffers offers;
    private final TenantDatabase database;
    private final AuditLog audit;
    private final Clock clock;

    MemberAdministration(
            Members members,
            IdentityIntents intents,
            OwnershipOffers offers,
            TenantDatabase database,
            AuditLog audit,
            Clock clock) {
        this.members = members;
        this.intents = intents;
        this.offers = offers;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody may see with whom the organization's work is shared; by name. */
    @PreAuthorize("hasAnyRole('PARTNER', 'CUSTOMER', 'OPERATOR')")
    public List<MemberLine> of(TenantId tenant) {
        return database.read(tenant, () -> {
            var open = intents.open(tenant);
            var offered = offers.offeredTo(tenant);
            return members.of(tenant).stream()
                    .map(member -> new MemberLine(
                            member,
                            open.get(member.email()),
                            offered.filter(member.id()::equals).isPresent()))
                    .toList();
        });
    }

    /** Invites a person by mail. Throws {@link AccessRefused} with every fault. */
    public Member invite(Tenant tenant, NewMember wanted, String actor) {
        var faults = faultsOf(tenant, wanted);
        if (!faults.isEmpty()) {
            throw new AccessRefused(faults);
        }
        var email = normalized(wanted.email());
        return database.write(tenant.id(), () -> {
            var invited = members.invite(
                            tenant,
                            email,
                            String.valueOf(wanted.displayName()),
                            java.util.Objects.requireNonNull(wanted.role()),
                            actor)
                    .orElseThrow(() -> new AccessRefused(
                            Map.of(NewMember.EMAIL, "%s is a member already, or has been invited.".formatted(email))));
            intents.add(Kind.INVITE, invited);
            audit.record(
                    tenant.id(),
                    actor,
                    "member.invited",
                    email,
                    Map.of("role", invited.role().name()));
            return invited;
        });
    }

    /** Sends the mail once more and begins the time for accepting anew. False if the person has joined, or is gone. */
    public boolean inviteAgain(TenantId tenant, UUID id, String actor) {
        return database.write(tenant, () -> {
            var invited = members.find(tenant, id).filter(member -> member.stateAt(clock.instant()) != State.ACTIVE);
            invited.ifPresent(member -> {
                members.inviteAgain(member, actor);
                intents.add(Kind.INVITE, member);
                audit.record(tenant, actor, "member.invited-again", member.email(), Map.of());
            });
            return invited.isPresent();
        });
    }

    /** False if there is no such member. Throws {@link AccessRefused} if nobody would be left to lead the organization. */
    public boolean changeRole(Tenant tenant, UUID id, MemberRole role, String actor) {
        if (!MemberRole.of(tenant.kind()).contains(role)) {
            throw new AccessRefused(Map.of(NewMember.ROLE, "There is no such role in your organization."));
        }
        return database.write(tenant.id(), () -> {
            var found = members.find(tenant.id(), id);
            found.filter(member -> member.role() != role).ifPresent(member -> {
                requireAnotherLeader(tenant, member);
                members.changeRole(member, role);
                audit.record(
                        tenant.id(),
                        actor,
                        "member.role-changed",
                        member.email(),
                        Map.of("before", member.role().name(), "after", role.name()));
            });
            return found.isPresent();
        });
    }

    /** Ends a membership or withdraws an invitation. Throws {@link AccessRefused} like {@link #changeRole}. */
    public boolean remove(Tenant tenant, UUID id, String actor) {
        return end(tenant, id, actor, "member.removed");
    }

    /** The way out for everybody. Throws {@link AccessRefused} like {@link #changeRole}. */
    @PreAuthorize("hasAnyRole('PARTNER', 'CUSTOMER', 'OPERATOR')")
    public boolean leave(Membership own, String actor) {
        return end(own.tenant(), own.member().id(), actor, "member.left");
    }

    private boolean end(Tenant tenant, UUID id, String actor, String action) {
        return database.write(tenant.id(), () -> {
            var found = members.find(tenant.id(), id);
            found.ifPresent(member -> {
                requireAnotherLeader(tenant, member);
                members.remove(member);
                intents.add(Kind.REMOVE, member);
                audit.record(
                        tenant.id(),
                        actor,
                        action,
                        member.email(),
                        Map.of("role", member.role().name()));
            });
            return found.isPresent();
        });
    }

    /**
     * Offers the ownership of a partner to another member, who has to accept; an earlier offer is withdrawn by it. False if there
     * is no such active member.
     */
    public boolean offerOwnership(Membership owner, UUID to, String actor) {
        var tenant = owner.tenant().id();
        return database.write(tenant, () -> {
            var found = members.find(tenant, to)
                    .filter(member -> member.subject() != null
                            && !member.id().equals(owner.member().id()));
            found.ifPresent(member -> {
                offers.offer(owner.member(), member);
                audit.record(tenant, actor, "ownership.offered", member.email(), Map.of());
            });
            return found.isPresent();
        });
    }

    private void requireAnotherLeader(Tenant tenant, Member leaving) {
        var leading = MemberRole.leading(tenant.kind());
        if (leaving.role() != leading || leaving.stateAt(clock.instant()) != State.ACTIVE) {
            return;
        }
        var others = members.lockActive(tenant.id(), leading).stream()
                .filter(member -> !member.id().equals(leaving.id()))
                .toList();
        if (others.isEmpty()) {
            throw new AccessRefused(Map.of(
                    NewMember.ROLE,
                    "%s is the last %s of %s. Make somebody else %s first."
                            .formatted(leaving.displayName(), words(leading), tenant.name(), words(leading))));
        }
    }

    private static String words(MemberRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Map<String, String> faultsOf(Tenant tenant, NewMember wanted) {
        var faults = new LinkedHashMap<String, String>();
        var email = normalized(wanted.email());
        if (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            faults.put(NewMember.EMAIL, "This is not an e-mail address. It looks like anna@acme.example.");
        }
        var name = Optional.ofNullable(wanted.displayName()).orElse("").strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.put(NewMember.NAME, "The name needs 1 to %d characters.".formatted(MAX_NAME));
        }
        if (wanted.role() == null || !MemberRole.of(tenant.kind()).contains(wanted.role())) {
            faults.put(NewMember.ROLE, "Choose a role.");
        }
        var open = members.of(tenant.id()).stream()
                .filter(member -> member.stateAt(clock.instant()) != State.ACTIVE)
                .count();
        if (open >= MAX_OPEN_INVITATIONS) {
            faults.putIfAbsent(
                    NewMember.EMAIL,
                    "There are %d open invitations, which is the most. Remove those that nobody will accept."
                            .formatted(open));
        }
        return faults;
    }

    private static String normalized(@org.jspecify.annotations.Nullable String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }
}
