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
    private static final String CONSONANTS = "bdfghkmnprstvwz";
    private static final String VOWELS = "aeiou";
    private static final int WORDS = 3;
    private static final int SYLLABLES = 2;

    private Passwords() {}

    /** 192 random bits in letters that need no quoting anywhere. */
    static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    /** To be typed by a person on this machine, such as {@code "kobu-tami-rezo-4817"}: about 50 random bits. */
    static String readable() {
        var words = new StringBuilder();
        for (var word = 0; word < WORDS; word++) {
            for (var syllable = 0; syllable < SYLLABLES; syllable++) {
                words.append(CONSONANTS.charAt(RANDOM.nextInt(CONSONANTS.length())));
                words.append(VOWELS.charAt(RANDOM.nextInt(VOWELS.length())));
            }
            words.append('-');
        }
        return words.append(RANDOM.nextInt(1000, 10_000)).toString();
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
