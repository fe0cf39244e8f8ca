package io.gangway.identity;

import io.gangway.audit.AuditLog;
import io.gangway.identity.IdentityIntents.Kind;
import io.gangway.kernel.TenantDatabase;
import io.gangway.tenant.Member;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Members;
import io.gangway.tenant.Membership;
import io.gangway.tenant.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What a person has been offered and may accept or decline: a place in an organization, or its ownership. */
@Service
@PreAuthorize("isAuthenticated()")
public class Invitations {
    private final Members members;
    private final IdentityIntents intents;
    private final OwnershipOffers offers;
    private final TenantDatabase database;
    private final AuditLog audit;

    Invitations(
            Members members, IdentityIntents intents, OwnershipOffers offers, TenantDatabase database, AuditLog audit) {
        this.members = members;
        this.intents = intents;
        this.offers = offers;
        this.database = database;
        this.audit = audit;
    }

    /**
     * A person who has proven an address.
     *
     * @param subject the identity provider's id
     * @param verifiedEmail empty if the address is not verified
     */
    public record Guest(String subject, String verifiedEmail) {}

    /** Those that wait for the person's answer, the newest first. */
    public List<Membership> of(Guest guest) {
        return guest.verifiedEmail.isEmpty() ? List.of() : members.invitationsOf(guest.verifiedEmail);
    }

    /** False if it has been withdrawn, or is over. */
    public boolean accept(Guest guest, UUID id) {
        return invitation(guest, id)
                .filter(invited -> members.accept(invited.member(), guest.subject))
                .map(invited -> {
                    var tenant = invited.tenant().id();
                    return database.write(tenant, () -> {
                        intents.add(Kind.JOIN, members.find(tenant, id).orElseThrow());
                        audit.record(
                                tenant,
                                actor(guest),
                                "member.joined",
                                guest.verifiedEmail,
                                Map.of("role", invited.member().role().name()));
                        return true;
                    });
                })
                .orElse(false);
    }

    public boolean decline(Guest guest, UUID id) {
        return invitation(guest, id)
                .map(invited -> {
                    var tenant = invited.tenant().id();
                    return database.write(tenant, () -> {
                        intents.add(Kind.REMOVE, invited.member());
                        audit.record(tenant, actor(guest), "member.declined", guest.verifiedEmail, Map.of());
                        return members.remove(invited.member());
                    });
                })
                .orElse(false);
    }

    private Optional<Membership> invitation(Guest guest, UUID id) {
        return of(guest).stream()
                .filter(invited -> invited.member().id().equals(id))
                .findFirst();
    }

    /** Who offers the ownership of the organization to this member, if somebody does. */
    public Optional<Member> ownershipOffer(Membership own) {
        var tenant = own.tenant().id();
        return database.read(
                tenant,
                () -> offers.offeredTo(tenant)
                        .filter(own.member().id()::equals)
                        .flatMap(to -> offers.offeredBy(tenant))
                        .flatMap(from -> members.find(tenant, from)));
    }

    /** The member becomes an owner, and the one who offered it a developer or the like. False if the offer is gone. */
    public boolean acceptOwnership(Membership own) {
        var tenant = own.tenant().id();
        return database.write(
                tenant,
                () -> ownershipOffer(own)
                        .filter(from ->
                                from.role() == MemberRole.leading(own.tenant().kind()))
                        .map(from -> {
                            offers.withdraw(tenant);
                            members.changeRole(
                                    own.member(),
                                    MemberRole.leading(own.tenant().kind()));
                            members.changeRole(from, second(own.tenant().kind()));
                            audit.record(
                                    tenant,
                                    "member:" + own.member().email(),
                                    "ownership.accepted",
                                    own.member().email(),
                                    Map.of("before", from.email()));
                            return true;
                        })
                        .orElse(false));
    }

    public boolean declineOwnership(Membership own) {
        var tenant = own.tenant().id();
        return database.write(
                tenant,
                () -> ownershipOffer(own)
                        .map(from -> {
                            offers.withdraw(tenant);
                            audit.record(
                                    tenant,
                                    "member:" + own.member().email(),
                                    "ownership.declined",
                                    own.member().email(),
                                    Map.of());
                            return true;
                        })
                        .orElse(false));
    }

    /** What a former owner becomes. */
    private static MemberRole second(TenantKind kind) {
        return switch (kind) {
            case PARTNER -> MemberRole.DEVELOPER;
            case CUSTOMER -> MemberRole.LOGISTICS;
            case OPERATOR -> MemberRole.INTEGRATION_ADMIN;
        };
    }

    private static String actor(Guest guest) {
        return "member:" + guest.verifiedEmail;
    }
}
