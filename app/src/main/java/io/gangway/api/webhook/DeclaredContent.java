package io.gangway.api.webhook;

import io.gangway.ingest.RefusalCause;
import io.gangway.partner.VerifierDescriptor;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its body. Known before a byte of it is read, so that what is not JSON is refused at once.
 *
 * @param form whether the JSON stands in a field of a form
 */
record DeclaredContent(boolean form, Encoding encoding) {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9!#$&^_.+/-]{1,100}");
    private static final Set<String> JSON_TYPES = Set.of("application/json", "text/json", "text/plain");
    private static final Set<String> UTF8 = Set.of("utf-8", "utf8", "us-ascii");
    private static final String FORM = "application/x-www-form-urlencoded";

    enum Encoding {
        NONE,
        GZIP,
        DEFLATE
    }

    /** Throws {@link RefusedBody} if such a body is not taken. */
    static DeclaredContent of(@Nullable String contentType, @Nullable String encoding, VerifierDescriptor verifier)
            throws RefusedBody {
        checkCharset(contentType);
        return new DeclaredContent(isForm(contentType, verifier), encodingOf(encoding));
    }

    private static boolean isForm(@Nullable String contentType, VerifierDescriptor verifier) throws RefusedBody {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty() || JSON_TYPES.contains(type) || type.indexOf('/') > 0 && type.endsWith("+json")) {
            return false;
        }
        if (type.equals(FORM)) {
            if (verifier.formField() == null) {
                throw new RefusedBody(
                        RefusalCause.CONTENT_TYPE_UNSUPPORTED,
                        "The content type is '%s', and this endpoint takes no forms. Send JSON as application/json."
                                .formatted(FORM));
            }
            return true;
        }
        throw new RefusedBody(
                RefusalCause.CONTENT_TYPE_UNSUPPORTED,
                "The content type%s is not JSON. Send JSON as application/json.".formatted(shown(type)));
    }

    private static void checkCharset(@Nullable String contentType) throws RefusedBody {
        var matcher = CHARSET.matcher(contentType == null ? "" : contentType);
        if (matcher.find() && !UTF8.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            throw new RefusedBody(
                    RefusalCause.CHARSET_UNSUPPORTED,
                    "The content type names the charset%s. JSON is sent in UTF-8."
                            .formatted(shown(matcher.group(1).toLowerCase(Locale.ROOT))));
        }
    }

    private static Encoding encodingOf(@Nullable String header) throws RefusedBody {
        var encoding = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> Encoding.NONE;
            case "gzip", "x-gzip" -> Encoding.GZIP;
            case "deflate" -> Encoding.DEFLATE;
            default ->
                throw new RefusedBody(
                        RefusalCause.CONTENT_ENCODING_UNSUPPORTED,
                        "The content encoding%s is not taken. Send the body as it is, or with gzip or deflate."
                                .formatted(shown(encoding)));
        };
    }

    /** Only what looks like a name is repeated. */
    private static String shown(String text) {
        return SHOWN.matcher(text).matches() ? " '" + text + "'" : "";
    }
}
