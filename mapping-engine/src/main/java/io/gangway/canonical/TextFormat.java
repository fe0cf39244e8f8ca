package io.gangway.canonical;

import java.util.regex.Pattern;

/** What certain texts look like. */
public enum TextFormat {
    /** ISO 3166-1 alpha-2. */
    COUNTRY("[A-Z]{2}", "ISO 3166 code of two letters", "Use the operation 'country'."),
    /** ISO 4217. */
    CURRENCY("[A-Z]{3}", "ISO 4217 code of three letters", "Write one such as 'EUR'."),
    /** GS1's serial shipping container code. */
    SSCC("[0-9]{18}", "SSCC of 18 digits", "Leave out the application identifier '00' and any blanks."),
    /** A tariff number: the Harmonized System's six digits and what the country adds. */
    COMMODITY_CODE("[0-9]{6,14}", "tariff number of 6 to 14 digits", "Leave out dots and blanks."),
    /** An address with one at sign. */
    EMAIL("[^@\\s]+@[^@\\s]+", "e-mail address", "Write one such as 'desk@example.com', or leave it out."),
    /** Absolute, over HTTP. */
    URL("https?://\\S+", "URL", "Write one that begins with 'https://'."),
    /** Type and subtype in lower case. */
    MEDIA_TYPE("[a-z0-9.+-]+/[a-z0-9.+-]+", "media type", "Write one such as 'application/pdf', without parameters."),
    /** RFC 4648 section 4, without line breaks. */
    BASE64("[A-Za-z0-9+/]+={0,2}", "base64 text", "Write it without line breaks.");

    private final Pattern pattern;
    private final String title;
    private final String remedy;

    TextFormat(String pattern, String title, String remedy) {
        this.pattern = Pattern.compile(pattern);
        this.title = title;
        this.remedy = remedy;
    }

    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** A regular expression that the whole text matches, in Java's dialect and JSON Schema's alike. */
    public String pattern() {
        return pattern.pattern();
    }

    /** The words for "'…' is not a valid …". */
    public String title() {
        return title;
    }

    /** A sentence that says what to do. */
    public String remedy() {
        return remedy;
    }
}
