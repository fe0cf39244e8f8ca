package io.gangway.identity.keycloak;

import static io.gangway.identity.keycloak.KeycloakRealm.done;

import io.gangway.identity.ClientProvider;
import io.gangway.identity.NewOAuthClient;
import io.gangway.identity.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.representations.idm.ClientRepresentation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Clients of Keycloak that get tokens for themselves: no redirects, no logins, no scopes but those they were made with. */
@Component
class KeycloakClients implements ClientProvider {
    private static final int CONFLICT = 409;
    private static final String BY_SECRET = "client-secret";
    private static final String BY_KEY = "client-jwt";

    /** Of every client that is nobody's login. */
    private static final List<String> ALWAYS = List.of("basic", "acr", "service_account");

    private static final String USE_JWKS_URL = "use.jwks.url";
    private static final String JWKS_URL = "jwks.url";
    private static final String USE_JWKS = "use.jwks.string";
    private static final String JWKS = "jwks.string";
    private static final String YES = "true";

    private final KeycloakRealm keycloak;
    private final KeycloakProperties properties;
    private final JsonMapper json;

    KeycloakClients(KeycloakRealm keycloak, KeycloakProperties properties, JsonMapper json) {
        this.json = json;
        this.keycloak = keycloak;
        this.properties = properties;
    }

    @Override
    public Optional<String> create(String clientId, NewOAuthClient wanted) {
        var attributes = new HashMap<String, String>();
        if (wanted.jwksUrl() != null) {
            attributes.put(USE_JWKS_URL, YES);
            attributes.put(JWKS_URL, wanted.jwksUrl());
        } else if (wanted.jwks() != null) {
            attributes.put(USE_JWKS, YES);
            attributes.put(JWKS, forSignatures(wanted.jwks()));
        }
        var scopes = new ArrayList<>(ALWAYS);
        wanted.scopes().stream().map(Scope::word).sorted().forEach(scopes::add);
        return create(
                clientId,
                Objects.requireNonNullElse(wanted.name(), clientId),
                attributes.isEmpty() ? BY_SECRET : BY_KEY,
                attributes,
                scopes);
    }

    /** Keycloak ignores keys that do not say what they are for. */
    private String forSignatures(String jwks) {
        var set = (ObjectNode) json.readTree(jwks);
        for (var key : set.path("keys")) {
            if (key instanceof ObjectNode fields && !fields.has("use")) {
                fields.put("use", "sig");
            }
        }
        return json.writeValueAsString(set);
    }

    @Override
    public Optional<String> createSuccessor(String formerId, String clientId) {
        return keycloak.asking(() -> {
            var former = find(formerId)
                    .orElseThrow(() -> new jakarta.ws.rs.NotFoundException("There is no client " + formerId + "."));
            var attributes = new HashMap<String, String>();
            for (var name : List.of(USE_JWKS_URL, JWKS_URL, USE_JWKS, JWKS)) {
                var value = former.getAttributes().get(name);
                if (value != null) {
                    attributes.put(name, value);
                }
            }
            return create(
                    clientId,
                    former.getName(),
                    former.getClientAuthenticatorType(),
                    attributes,
                    former.getDefaultClientScopes());
        });
    }

    private Optional<String> create(
            String clientId, String name, String authenticator, Map<String, String> attributes, List<String> scopes) {
        return keycloak.asking(() -> {
            var client = new ClientRepresentation();
            client.setClientId(clientId);
            client.setName(name);
            client.setEnabled(true);
            client.setProtocol("openid-connect");
            client.setPublicClient(false);
            client.setClientAuthenticatorType(authenticator);
            client.setStandardFlowEnabled(false);
            client.setImplicitFlowEnabled(false);
            client.setDirectAccessGrantsEnabled(false);
            client.setServiceAccountsEnabled(true);
            client.setFullScopeAllowed(false);
            client.setAttributes(attributes);
            client.setDefaultClientScopes(scopes);
            client.setOptionalClientScopes(List.of());
            done(keycloak.realm().clients().create(client), CONFLICT);
            var made = find(clientId).orElseThrow();
            return BY_SECRET.equals(authenticator)
                    ? Optional.of(keycloak.realm()
                            .clients()
                            .get(made.getId())
                            .getSecret()
                            .getValue())
                    : Optional.empty();
        });
    }

    @Override
    public void remove(String clientId) {
        keycloak.asking(() -> {
            find(clientId).ifPresent(client -> {
                try {
                    keycloak.realm().clients().get(client.getId()).remove();
                } catch (jakarta.ws.rs.NotFoundException gone) {
                    // Another node was faster.
                }
            });
            return true;
        });
    }

    @Override
    public String tokenEndpoint() {
        return properties.realm() + "/protocol/openid-connect/token";
    }

    private Optional<ClientRepresentation> find(String clientId) {
        return keycloak.realm().clients().findByClientId(clientId).stream().findFirst();
    }
}
