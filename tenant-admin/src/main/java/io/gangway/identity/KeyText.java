package io.gangway.identity;

import io.gangway.kernel.Environment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API key: {@code gw_live_} or {@code gw_test_}, 30 letters and digits from a secure source (178 bits), and
 * six of their CRC-32. By prefix and checksum a scanner finds leaked keys without asking, and a typo costs no query. Keys
 * of the first form, with 32 letters and digits and no checksum, are still read.
 */
final class KeyText {
    static final String PREFIX = "gw_";

    private static final Pattern FORM = Pattern.compile("gw_(?:live|test)_([A-Za-z0-9]{32}|[A-Za-z0-9]{36})");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int SHOWN_PREFIX = 12;
    private static final int SHOWN_SUFFIX = 4;

    private KeyText() {}

    static String random(Environment environment, SecureRandom random) {
        var secret = new StringBuilder();
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return "%s%s_%s%s".formatted(PREFIX, environment.keyWord(), secret, checksum(secret.toString()));
    }

    /** Whether it can be a key at all. */
    static boolean isWellFormed(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return false;
        }
        var secret = form.group(1);
        return secret.length() != RANDOM_LENGTH + CHECKSUM_LENGTH
                || checksum(secret.substring(0, RANDOM_LENGTH)).equals(secret.substring(RANDOM_LENGTH));
    }

    static String prefix(String text) {
        return text.substring(0, SHOWN_PREFIX);
    }

    static String suffix(String text) {
        return text.substring(text.length() - SHOWN_SUFFIX);
    }

    /** The key has too many bits to be guessed, which is why a plain hash is enough to keep it. */
    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    private static String checksum(String secret) {
        var crc = new CRC32();
        crc.update(secret.getBytes(StandardCharsets.US_ASCII));
        var rest = crc.getValue();
        var digits = new char[CHECKSUM_LENGTH];
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }
}
