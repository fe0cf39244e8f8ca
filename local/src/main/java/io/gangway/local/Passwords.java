package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, and files that only their owner can read. */
final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** 192 random bits in letters that need no quoting anywhere. */
    static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    /** 256 random bits in base64. */
    static String key() {
        return Base64.getEncoder().encodeToString(bytes(32));
    }

    /** Whole or not at all, and readable by its owner alone from the first moment. */
    static void write(Path file, String text) {
        try {
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException("%s can't be written.".formatted(file), refused);
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
