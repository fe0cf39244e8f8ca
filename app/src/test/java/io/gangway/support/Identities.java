package io.gangway.support;

import io.gangway.local.KeycloakSettings;
import io.gangway.local.RealmFile;
import io.gangway.tenant.Tenant;
import java.util.List;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The identity provider as its own administrator sees it. */
public final class Identities {
    private static final int MAX = 500;

    private Identities() {}

    /** Addresses of those who belong to the organization there. */
    public static List<String> membersOf(Tenant organization) {
        return inRealm(realm -> found(realm, organization).stream()
                .flatMap(found -> realm.organizations().get(found.getId()).members().list(0, MAX).stream())
                .map(UserRepresentation::getEmail)
                .toList());
    }

    /** Makes one of {@link Servers#PEOPLE} a member there, behind the platform's back. */
    public static void add(String person, Tenant organization) {
        inRealm(realm -> {
            var user = realm.users().searchByUsername(person, true).getFirst();
            var found = found(realm, organization).getFirst();
            realm.organizations()
                    .get(found.getId())
                    .members()
                    .addMember(user.getId())
                    .close();
            return true;
        });
    }

    /** Ends all logins of one of {@link Servers#PEOPLE}. */
    public static void endSessions(String person) {
        inRealm(realm -> {
            var user = realm.users().searchByUsername(person, true).getFirst();
            realm.users().get(user.getId()).logout();
            return true;
        });
    }

    /** Whether the platform's own login is good for anything. */
    public static void letPlatformIn(boolean enabled) {
        inRealm(realm -> {
            var client = realm.clients()
                    .findByClientId(RealmFile.ADMINISTRATION_CLIENT)
                    .getFirst();
            client.setEnabled(enabled);
            realm.clients().get(client.getId()).update(client);
            return true;
        });
    }

    private static List<OrganizationRepresentation> found(RealmResource realm, Tenant organization) {
        return realm.organizations()
                .searchByAttribute("tenant:" + organization.id().value());
    }

    private static <T> T inRealm(java.util.function.Function<RealmResource, T> work) {
        var server = Servers.keycloak();
        try (var keycloak = Keycloak.getInstance(
                "http://localhost:" + server.port(),
                "master",
                KeycloakSettings.ADMIN,
                server.adminPassword(),
                "admin-cli")) {
            return work.apply(keycloak.realm(RealmFile.REALM));
        }
    }
}
