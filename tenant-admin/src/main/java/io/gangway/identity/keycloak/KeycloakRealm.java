package io.gangway.identity.keycloak;

import io.gangway.identity.IdentityProviderFailed;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Our realm through Keycloak's administration API, and what its refusals mean. */
@Component
@EnableConfigurationProperties(KeycloakProperties.class)
class KeycloakRealm implements DisposableBean {
    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 10;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    private final KeycloakProperties properties;
    private final Keycloak keycloak;

    KeycloakRealm(KeycloakProperties properties) {
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

    RealmResource realm() {
        return keycloak.realm(properties.realmName());
    }

    /** @param alsoFine statuses by which Keycloak says that there is nothing to do */
    static boolean done(Response answer, Integer... alsoFine) {
        try (answer) {
            if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL
                    && !Set.of(alsoFine).contains(answer.getStatus())) {
                answer.bufferEntity();
                throw new WebApplicationException(answer.readEntity(String.class), answer.getStatus());
            }
            return true;
        }
    }

    <T> T asking(Supplier<T> work) {
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
