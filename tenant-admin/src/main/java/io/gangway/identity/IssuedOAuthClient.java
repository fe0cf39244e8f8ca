package io.gangway.identity;

import org.jspecify.annotations.Nullable;

/** A new client. {@code secret} exists nowhere else here; null if the client proves itself with its private key. */
public record IssuedOAuthClient(
        OAuthClient client, @Nullable String secret) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return client.clientId();
    }
}
