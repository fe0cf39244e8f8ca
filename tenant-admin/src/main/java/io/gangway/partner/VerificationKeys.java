package io.gangway.partner;

import io.gangway.partner.VerifierDescriptor.SecretDecoding;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Reads what was entered as an endpoint's secret: a secret shared with the sender, or public keys of the sender. No text of a
 * failure holds the secret.
 */
public final class VerificationKeys {
    /** What can be guessed is no proof. */
    static final int MIN_BYTES = 16;

    private static final String PREFIX = "whsec_";

    private VerificationKeys() {}

    /**
     * The keys of a stored secret. Throws {@link IllegalArgumentException} with the remedy if it is blank or not as the
     * verifier describes it.
     */
    public static List<VerificationKey> read(VerifierDescriptor descriptor, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret is empty. Take the one that the sender signs with.");
        }
        if (descriptor.algorithm().usesPublicKey()) {
            return List.copyOf(PublicKeys.read(descriptor.algorithm(), secret.strip()));
        }
        return List.of(new VerificationKey.Shared(secret, decode(descriptor, secret)));
    }

    /** Throws {@link IllegalArgumentException} with the remedy if {@code secret} can't be used or is too easily guessed. */
    static void checkNew(VerifierDescriptor descriptor, String secret) {
        var keys = read(descriptor, secret);
        if (descriptor.algorithm().usesPublicKey()) {
            return; // public, and a PEM has line breaks
        }
        if (secret.codePoints().anyMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point))) {
            throw new IllegalArgumentException(
                    "The secret has blanks or line breaks in it or around it. Copy it again without them.");
        }
        for (var key : keys) {
            if (key instanceof VerificationKey.Shared(var text, var bytes) && bytes.length < MIN_BYTES) {
                throw new IllegalArgumentException(
                        "The secret has %d bytes; it needs at least %d, so that it can't be guessed. Let the sender make a longer one."
                                .formatted(bytes.length, MIN_BYTES));
            }
        }
    }

    private static byte[] decode(VerifierDescriptor descriptor, String secret) {
        var decoding =
                descriptor.algorithm().usesSharedKey() ? descriptor.secretDecodingOrDefault() : SecretDecoding.UTF8;
        try {
            var key = switch (decoding) {
                case UTF8 -> secret.getBytes(StandardCharsets.UTF_8);
                case NFKD -> Normalizer.normalize(secret, Normalizer.Form.NFKD).getBytes(StandardCharsets.UTF_8);
                case HEX -> HexFormat.of().parseHex(secret);
                case BASE64 ->
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            };
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException notEncoded) {
            // reported below, without the secret that Java's own message may quote
        }
        throw new IllegalArgumentException(
                "The secret is not in the encoding '%s' that the verifier names. Copy it whole."
                        .formatted(decoding.name().toLowerCase(Locale.ROOT)));
    }
}
