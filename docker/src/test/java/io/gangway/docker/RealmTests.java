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
                        "connections:write");
    }

    @Test
    void knowsThePortalAndTheApi() {
        assertThat(names("clients", "clientId")).containsExactlyInAnyOrder("gangway-portal", "gangway-api");
    }

    @Test
    void lacksPeopleAndSecrets() {
        assertThat(REALM.has("users")).isFalse();
        assertThat(TEXT).contains("\"${GANGWAY_PORTAL_CLIENT_SECRET}\"");
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
                .containsExactlyInAnyOrder("GANGWAY_PUBLIC_URL", "GANGWAY_PORTAL_CLIENT_SECRET")
                .allSatisfy(name -> assertThat(compose).contains("\n      " + name + ":"));
    }

    private static List<String> names(String array, String field) {
        return StreamSupport.stream(REALM.get(array).spliterator(), false)
                .map(entry -> entry.get(field).asString())
                .toList();
    }
}
