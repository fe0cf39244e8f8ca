package io.gangway.identity;

import io.gangway.kernel.Environment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client that somebody wants. With neither keys nor their address it gets a secret.
 *
 * @param jwksUrl where its public keys are, for {@code private_key_jwt}
 * @param jwks its public keys, as a JSON Web Key Set, for {@code private_key_jwt}
 */
public record NewOAuthClient(
        @Nullable String name,
        @Nullable Environment environment,
        Set<Scope> scopes,
        @Nullable String jwksUrl,
        @Nullable String jwks) {
    public static final String NAME = "name";
    public static final String ENVIRONMENT = "environment";
    public static final String SCOPES = "scopes";
    public static final String JWKS_URL = "jwksUrl";
    public static final String JWKS = "jwks";

    public NewOAuthClient {
        scopes = Set.copyOf(scopes);
    }

    OAuthClient.Authentication authentication() {
        return jwksUrl == null && jwks == null
                ? OAuthClient.Authentication.SECRET
                : OAuthClient.Authentication.PRIVATE_KEY;
    }
}
