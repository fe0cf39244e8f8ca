package io.gangway.local.feed;

/**
 * Where one sender posts.
 *
 * @param sender as {@link Signers} knows it
 * @param path below Gangway's address, such as {@code /hooks/…}
 * @param secret of its signatures
 */
public record SenderEndpoint(String sender, String path, String secret) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return sender;
    }
}
