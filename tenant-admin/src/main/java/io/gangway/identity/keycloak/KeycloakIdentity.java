package io.gangway.identity.keycloak;

import io.gangway.identity.IdentityProvider;
import io.gangway.identity.IdentityProviderFailed;
import io.gangway.tenant.Member;
import io.gangway.tenant.Tenant;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.OrganizationInvitationRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Keycloak through its administration API. An organization there has our tenant's id as an attribute. */
@Component
@EnableConfigurationProperties(KeycloakProperties.class)
class KeycloakIdentity implements IdentityProvider, DisposableBean {
    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 10;
    private static final String TENANT = "tenant";
    private static final int PAGE = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String INVITED_TO = "invitedTo";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    private final KeycloakProperties properties;
    private final Keycloak keycloak;

    KeycloakIdentity(KeycloakProperties properties) {
        this.properties = properties;
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(properties.server())
                .realm(properties.realmName())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .resteasyClient(ClientBuilder.newBuilder()
                        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                        .register(JacksonProvider.class, 100)
                        .build())
                .build();
    }

    /**
     * Who is new there gets an account and a link to choose a password, which proves the address as well. Who has proven it before is
     * asked to sign in.
     */
    @Override
    public void invite(Tenant organization, String email, String displayName) {
        asking(() -> {
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
        asking(() -> done(ensured(organization).members().addMember(subject), CONFLICT));
    }

    @Override
    public void remove(Tenant organization, String email, Optional<String> subject) {
        asking(() -> {
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
        return asking(() -> {
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
        return keycloak.realm(properties.realmName());
    }

    /** @param alsoFine statuses by which Keycloak says that there is nothing to do */
    private static boolean done(Response answer, Integer... alsoFine) {
        try (answer) {
            if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL
                    && !Set.of(alsoFine).contains(answer.getStatus())) {
                answer.bufferEntity();
                throw new WebApplicationException(answer.readEntity(String.class), answer.getStatus());
            }
            return true;
        }
    }

    private <T> T asking(Supplier<T> work) {
        try {
            return work.get();
        } catch (WebApplicationException refused) {
            var status = refused.getResponse().getStatus();
            var temporary = status >= SERVER_FAULT
                    || Set.of(UNAUTHORIZED, FORBIDDEN, TOO_MANY).contains(status);
            throw new IdentityProviderFailed(
                    "Keycloak answered %d: %s".formatted(status, shortened(refused.getMessage())), temporary, refused);
        } catch (ProcessingException unreachable) {
            if (unreachable.getCause() instanceof WebApplicationException refused) {
                throw new IdentityProviderFailed(
                        "Keycloak refuses our login: " + shortened(refused.getMessage()), true, refused);
            }
            throw new IdentityProviderFailed(
                    "Keycloak does not answer at %s.".formatted(properties.server()), true, unreachable);
        }
    }

    private static String shortened(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), 300));
    }

    @Override
    public void destroy() {
        keycloak.close();
    }
}
