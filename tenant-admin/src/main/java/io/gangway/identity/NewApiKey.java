package io.gangway.identity;

import io.gangway.kernel.Environment;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key that somebody wants. {@code expiresAt} null: it does not end by itself. */
public record NewApiKey(
        @Nullable String name,
        @Nullable Environment environment,
        Set<Scope> scopes,
        @Nullable Instant expiresAt) {
    public static final String NAME = "name";
    public static final String ENVIRONMENT = "environment";
    public static final String SCOPES = "scopes";
    public static final String EXPIRES_AT = "expiresAt";

    public NewApiKey {
        scopes = Set.copyOf(scopes);
    }
}
