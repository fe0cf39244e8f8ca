package io.gangway.local;

import java.util.List;

/**
 * A program that gets access tokens by client id and secret.
 *
 * @param scopes in every one of its tokens, such as {@code shipments:read}
 */
public record ServiceClient(String clientId, String secret, List<String> scopes) {
    public ServiceClient {
        scopes = List.copyOf(scopes);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return clientId;
    }
}
