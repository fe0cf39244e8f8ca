package io.gangway.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTests {
    private static final String TEXT =
            Repository.text(Repository.DOCKER.resolve("src/main/resources/io/gangway/realm/gangway-realm.json"));
    private static final JsonNode REALM = JsonMapper.shared().readTree(TEXT);

    /** A realm file that names any client scope gets these no more from Keycloak itself. */
    @Test
    void bringsAllBuiltInClientScopesAndOurOwn() {
        assertThat(names("clientScopes", "name"))
                .containsExactlyInAnyOrder(
                        "acr",
                        "address",
                        "AuthnContextClassRef",
                        "basic",
                        "email",
                        "microprofile-jwt",
                        "offline_access",
                        "organization",
                        "phone",
                        "profile",
                        "role_list",
                        "roles",
                        "saml_organization",
                        "service_account",
                        "web-origins",
                        "shipments:read",
                        "orders:write",
                        "events:read",
                        "connections:write",
                        "shipments:write",
                        "rates:read",
                        "labels:read",
                        "returns:write",
                        "subscriptions:write",
                        "mappings:write",
                        "admin:read",
                        "admin:write");
    }

    @Test
    void knowsThePortalAndTheApi() {
        assertThat(names("clients", "clientId"))
                .containsExactlyInAnyOrder("gangway-portal", "gangway-api", "gangway-identity", "admin-cli");
    }

    @Test
    void lacksPeopleAndSecrets() {
        assertThat(names("users", "username")).containsExactly("service-account-gangway-identity");
        assertThat(TEXT).contains("\"${GANGWAY_PORTAL_CLIENT_SECRET}\"", "\"${GANGWAY_IDENTITY_ADMIN_CLIENT_SECRET}\"");
    }

    @Test
    void letsNobodyHaveATokenForAPassword() {
        for (var client : REALM.get("clients")) {
            assertThat(client.get("directAccessGrantsEnabled").asBoolean())
                    .as(client.get("clientId").asString())
                    .isFalse();
        }
        assertThat(client("admin-cli").get("enabled").asBoolean()).isFalse();
    }

    @Test
    void holdsAttackersUp() {
        assertThat(REALM.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(REALM.get("failureFactor").asInt()).isLessThanOrEqualTo(10);
        assertThat(REALM.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(REALM.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(REALM.get("verifyEmail").asBoolean()).isTrue();
        assertThat(client("gangway-portal").get("redirectUris").toString()).doesNotContain("*");
        assertThat(client("gangway-portal")
                        .get("attributes")
                        .get("pkce.code.challenge.method")
                        .asString())
                .isEqualTo("S256");
    }

    /** The platform may see to members and clients; it can't change the realm, and has no way to other realms. */
    @Test
    void givesThePlatformWhatItNeedsAndNoMore() {
        assertThat(REALM.get("users").get(0).get("clientRoles").toString())
                .isEqualTo("{\"realm-management\":[\"manage-organizations\",\"manage-users\",\"manage-clients\"]}");
    }

    private static JsonNode client(String clientId) {
        return StreamSupport.stream(REALM.get("clients").spliterator(), false)
                .filter(client -> client.get("clientId").asString().equals(clientId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasPlaceholdersThatComposeFills() {
        var compose = Repository.text(Repository.DOCKER.resolve("compose.yaml"));
        var placeholders = Pattern.compile("\\$\\{(GANGWAY_\\w+)}")
                .matcher(TEXT)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(placeholders)
                .contains("GANGWAY_PUBLIC_URL", "GANGWAY_PORTAL_CLIENT_SECRET", "GANGWAY_MAIL_HOST")
                .allSatisfy(name -> assertThat(compose).contains("\n      " + name + ":"));
    }

    private static List<String> names(String array, String field) {
        return StreamSupport.stream(REALM.get(array).spliterator(), false)
                .map(entry -> entry.get(field).asString())
                .toList();
    }
}
