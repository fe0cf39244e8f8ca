package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm as production has it, with the people and programs of a local run or a test added. Immutable.
 *
 * <p>Who is added has an id made from the name, so that a realm which is imported anew knows the same people.
 */
public final class RealmFile {
    public static final String REALM = "gangway";
    public static final String PORTAL_CLIENT = "gangway-portal";
    public static final String ADMINISTRATION_CLIENT = "gangway-identity";

    private static final String RESOURCE = "/io/gangway/realm/gangway-realm.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode realm;

    private RealmFile(ObjectNode realm) {
        this.realm = realm;
    }

    public static RealmFile of(RealmSettings settings) {
        var text = resource();
        for (var value : settings.placeholders().entrySet()) {
            text = text.replace("${" + value.getKey() + "}", quoted(value.getValue()));
        }
        return new RealmFile((ObjectNode) JSON.readTree(text));
    }

    public RealmFile withUser(RealmUser user) {
        var copy = realm.deepCopy();
        var added = copy.withArray("users").addObject();
        added.put("id", stableId("user", user.username()))
                .put("username", user.username())
                .put("email", user.email())
                .put("emailVerified", true)
                .put("firstName", user.firstName())
                .put("lastName", user.lastName())
                .put("enabled", true);
        added.withArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", user.password())
                .put("temporary", false);
        return new RealmFile(copy);
    }

    public RealmFile withServiceClient(ServiceClient client) {
        var copy = realm.deepCopy();
        var added = copy.withArray("clients").addObject();
        added.put("id", stableId("client", client.clientId()))
                .put("clientId", client.clientId())
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", client.secret())
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", false);
        var scopes = added.withArray("defaultClientScopes");
        List.of("basic", "acr", "service_account").forEach(scopes::add);
        client.scopes().forEach(scopes::add);
        added.putArray("optionalClientScopes");
        return new RealmFile(copy);
    }

    /** As Keycloak imports it. Holds secrets. */
    public String json() {
        return JSON.writeValueAsString(realm);
    }

    private static String stableId(String kind, String name) {
        return UUID.nameUUIDFromBytes("gangway:%s:%s".formatted(kind, name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The text as it stands between the quotes of a JSON string. */
    private static String quoted(String text) {
        var json = JSON.writeValueAsString(text);
        return json.substring(1, json.length() - 1);
    }

    private static String resource() {
        try (var file = Objects.requireNonNull(RealmFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
