package io.gangway.platform;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gangway.identity.*}: the identity provider.
 *
 * @param issuer address of the realm, as it stands in tokens
 * @param clientId the portal's client
 * @param clientSecret its secret
 */
@Validated
@ConfigurationProperties("gangway.identity")
public record IdentityProperties(
        @NotBlank String issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret) {
    @Override
    public String toString() {
        return issuer;
    }
}
