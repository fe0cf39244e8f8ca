package io.gangway.identity.keycloak;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gangway.identity.admin.*}: how Keycloak's administration is reached.
 *
 * @param realm address of the realm, such as {@code http://keycloak:8080/realms/gangway}; the issuer's by default
 * @param clientId whose service account may manage users and organizations
 * @param clientSecret its secret
 * @param portalClient by which people sign in to the portal
 * @param portal where people reach the portal; an accepted invitation leads there
 */
@Validated
@ConfigurationProperties("gangway.identity.admin")
public record KeycloakProperties(
        @Pattern(regexp = "https?://.+/realms/[^/]+", message = "must be the address of a realm: https://…/realms/…")
        String realm,

        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @NotBlank String portalClient,
        @NotBlank String portal) {
    private static final String REALMS = "/realms/";

    String server() {
        return realm.substring(0, realm.lastIndexOf(REALMS));
    }

    String realmName() {
        return realm.substring(realm.lastIndexOf(REALMS) + REALMS.length());
    }

    @Override
    public String toString() {
        return realm;
    }
}
