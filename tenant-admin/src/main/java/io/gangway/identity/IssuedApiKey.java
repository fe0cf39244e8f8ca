package io.gangway.identity;

/** A new API key with its text, which exists nowhere else and is shown once. */
public record IssuedApiKey(ApiKey key, String text) {
    @Override
    public String toString() {
        return "IssuedApiKey[%s…]".formatted(key.prefix());
    }
}
