package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmFileTests {
    private static final RealmFile PLAIN =
            RealmFile.of(new RealmSettings("http://localhost:8080", "a \"quoted\" secret", "another secret", 1025));

    @Test
    void fillsThePlaceholders() {
        var portal = client(PLAIN, RealmFile.PORTAL_CLIENT);
        assertThat(portal.get("secret").asString()).isEqualTo("a \"quoted\" secret");
        assertThat(portal.get("redirectUris").get(0).asString())
                .isEqualTo("http://localhost:8080/login/oauth2/code/keycloak");
        assertThat(PLAIN.json()).doesNotContain("${GANGWAY_");
    }

    @Test
    void addsPeopleWhoseAddressIsVerified() {
        var realm = read(PLAIN.withUser(new RealmUser("anna", "anna@acme.example", "Anna", "Alder", "a-password")));
        var anna = realm.get("users").get(1);
        assertThat(anna.get("email").asString()).isEqualTo("anna@acme.example");
        assertThat(anna.get("emailVerified").asBoolean()).isTrue();
        assertThat(anna.get("credentials").get(0).get("value").asString()).isEqualTo("a-password");
    }

    @Test
    void addsProgramsWithTheirScopes() {
        var realm = PLAIN.withServiceClient(new ServiceClient("erp", "a-secret", List.of("shipments:read")));
        var erp = client(realm, "erp");
        assertThat(erp.get("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(erp.get("defaultClientScopes").toString()).contains("shipments:read");
    }

    @Test
    void knowsThePeopleOfADemoBySameIdsAtEachImport() {
        var folder = TestFolders.fresh("secrets");
        var demo = DemoPeople.read();
        var first = demo.addTo(PLAIN, LocalSecrets.in(folder, demo)).json();
        assertThat(demo.addTo(PLAIN, LocalSecrets.in(folder, demo)).json()).isEqualTo(first);
        assertThat(first).contains("olga@gangway.example").contains("\"acme-erp\"");
    }

    @Test
    void leavesTheOriginalAsItIs() {
        var before = PLAIN.json();
        PLAIN.withUser(new RealmUser("anna", "anna@acme.example", "Anna", "Alder", "a-password"));
        assertThat(PLAIN.json()).isEqualTo(before);
    }

    private static JsonNode client(RealmFile realm, String clientId) {
        for (var client : read(realm).get("clients")) {
            if (client.get("clientId").asString().equals(clientId)) {
                return client;
            }
        }
        throw new AssertionError("There is no client " + clientId);
    }

    private static JsonNode read(RealmFile realm) {
        return JsonMapper.shared().readTree(realm.json());
    }
}
