package io.gangway.canonical;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The normal form of tracking numbers, the same at every door: {@code 1zq a5} and {@code 1ZQA5} are one number. No carrier
 * has two numbers that differ in case, blanks or separators alone, so the key has only letters and digits.
 */
public final class TrackingNumbers {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private TrackingNumbers() {}

    /**
     * What numbers are compared by: letters and digits in upper case, full-width ones as plain ones. A number that has
     * neither is compared as it is, in upper case and without blanks.
     */
    public static String key(String written) {
        var key = lettersAndDigits(Normalizer.normalize(written, Normalizer.Form.NFKC));
        return key.isEmpty() ? shown(written) : key;
    }

    /** For people: as written, in upper case and without blanks. */
    public static String shown(String written) {
        return BLANK.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * For people: as the carrier with this code writes it. The carriers in the table print their numbers without
     * separators; what others do is not known, so theirs stay.
     */
    public static String shown(String carrierCode, String written) {
        return Carriers.isKnown(carrierCode) ? key(written) : shown(written);
    }

    static String lettersAndDigits(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(character -> {
            var digit = Character.digit(character, 10);
            if (digit >= 0) {
                kept.append(digit);
            } else {
                kept.appendCodePoint(character);
            }
        });
        return kept.toString().toUpperCase(Locale.ROOT);
    }
}
