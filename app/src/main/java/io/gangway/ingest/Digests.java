package io.gangway.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** SHA-256 of things of different kinds, so that one can't pass for another. */
final class Digests {
    private Digests() {}

    static byte[] of(String kind, String text) {
        return of(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] of(String kind, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
