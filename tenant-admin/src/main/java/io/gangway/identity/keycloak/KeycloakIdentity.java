package io.gangway.identity.keycloak;

import static io.gangway.identity.keycloak.KeycloakRealm.done;

import io.gangway.identity.IdentityProvider;
import io.gangway.tenant.Member;
import io.gangway.tenant.Tenant;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.OrganizationInvitationRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.stereotype.Component;

/** Keycloak through its administration API. An organization there has our tenant's id as an attribute. */
@Component
class KeycloakIdentity implements IdentityProvider {
    private static final String TENANT = "tenant";
    private static final int PAGE = 200;
    private static final String INVITED_TO = "invitedTo";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final KeycloakProperties properties;
    private final KeycloakRealm keycloak;

    KeycloakIdentity(KeycloakProperties properties, KeycloakRealm keycloak) {
        this.properties = properties;
        this.keycloak = keycloak;
    }

    /**
     * Who is new there gets an account and a link to choose a password, which proves the address as well. Who has proven it before is
     * asked to sign in.
     */
    @Override
    public void invite(Tenant organization, String email, String displayName) {
        keycloak.asking(() -> {
            var user = userOf(email).orElseGet(() -> create(email, displayName));
            if (Boolean.TRUE.equals(user.isEmailVerified())) {
                inviteKnown(ensured(organization), user);
                return true;
            }
            user.singleAttribute(INVITED_TO, organization.name());
            var resource = realm().users().get(user.getId());
            resource.update(user);
            resource.executeActionsEmail(
                    properties.portalClient(),
                    properties.portal() + "/",
                    Math.toIntExact(Member.INVITATION_LIFE.toSeconds()),
                    List.of("UPDATE_PASSWORD"));
            return true;
        });
    }

    private UserRepresentation create(String email, String displayName) {
        var name = displayName.strip().split("\\s+", 2);
        var user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setFirstName(name[0]);
        user.setLastName(name.length > 1 ? name[1] : "");
        user.setEnabled(true);
        done(realm().users().create(user), CONFLICT);
        return userOf(email).orElseThrow();
    }

    private static void inviteKnown(OrganizationResource organization, UserRepresentation user) {
        var pending = invitations(organization, user.getEmail());
        if (!pending.isEmpty()) {
            done(organization.invitations().resend(pending.getFirst().getId()));
        } else if (!isMember(organization, user.getId())) {
            done(organization.members().inviteExistingUser(user.getId()), CONFLICT);
        }
    }

    private static List<OrganizationInvitationRepresentation> invitations(
            OrganizationResource organization, String email) {
        return organization.invitations().list(null, email, 0, PAGE).stream()
                .filter(invitation -> email.equalsIgnoreCase(invitation.getEmail()))
                .toList();
    }

    @Override
    public void join(Tenant organization, String subject) {
        keycloak.asking(() -> done(ensured(organization).members().addMember(subject), CONFLICT));
    }

    @Override
    public void remove(Tenant organization, String email, Optional<String> subject) {
        keycloak.asking(() -> {
            removeAccountThatNobodyUsed(email);
            var found = find(organization);
            if (found.isEmpty()) {
                return true;
            }
            var resource = found.get();
            for (var invitation : invitations(resource, email)) {
                done(resource.invitations().delete(invitation.getId()), NOT_FOUND);
            }
            // Who accepted at Keycloak alone and never came to the portal is known there by address.
            var member = subject.or(() -> userOf(email).map(UserRepresentation::getId));
            member.ifPresent(id -> done(resource.members().member(id).delete(), NOT_FOUND, BAD_REQUEST));
            return true;
        });
    }

    /** It was made for an invitation that was not accepted. */
    private void removeAccountThatNobodyUsed(String email) {
        userOf(email)
                .filter(user -> !Boolean.TRUE.equals(user.isEmailVerified()))
                .filter(user ->
                        user.getAttributes() != null && user.getAttributes().containsKey(INVITED_TO))
                .ifPresent(user -> done(realm().users().delete(user.getId()), NOT_FOUND));
    }

    @Override
    public List<Person> membersOf(Tenant organization) {
        return keycloak.asking(() -> {
            var people = new ArrayList<Person>();
            find(organization).ifPresent(resource -> {
                List<? extends UserRepresentation> page;
                do {
                    page = resource.members().list(people.size(), PAGE);
                    page.forEach(member -> people.add(new Person(
                            member.getId(),
                            Objects.requireNonNullElse(member.getEmail(), "").toLowerCase(Locale.ROOT))));
                } while (page.size() == PAGE);
            });
            return people;
        });
    }

    private OrganizationResource ensured(Tenant organization) {
        return find(organization).orElseGet(() -> {
            var wanted = new OrganizationRepresentation();
            wanted.setName(organization.name());
            wanted.setAlias(organization.slug());
            wanted.setRedirectUrl(properties.portal());
            wanted.singleAttribute(TENANT, organization.id().value().toString());
            done(realm().organizations().create(wanted), CONFLICT);
            return find(organization).orElseGet(() -> {
                // The name is another organization's there.
                wanted.setName("%s (%s)".formatted(organization.name(), organization.slug()));
                done(realm().organizations().create(wanted));
                return find(organization).orElseThrow();
            });
        });
    }

    private Optional<OrganizationResource> find(Tenant organization) {
        return realm()
                .organizations()
                .searchByAttribute("%s:%s".formatted(TENANT, organization.id().value()))
                .stream()
                .findFirst()
                .map(found -> realm().organizations().get(found.getId()));
    }

    private Optional<UserRepresentation> userOf(String email) {
        return realm().users().searchByEmail(email, true).stream().findFirst();
    }

    private static boolean isMember(OrganizationResource organization, String subject) {
        try {
            organization.members().member(subject).toRepresentation();
            return true;
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    private RealmResource realm() {
        return keycloak.realm();
    }
}
