package io.gangway.ingest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what proves a sender out of the address, without touching the body as a servlet's parameters would. */
final class AddressProof {
    private AddressProof() {}

    /** The first value of a parameter; null if it is absent or empty. */
    static @Nullable String parameter(String path, String name) {
        var question = path.indexOf('?');
        if (question < 0) {
            return null;
        }
        for (var pair : path.substring(question + 1).split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0 && decode(pair.substring(0, equals)).equals(name)) {
                return textOrNull(pair.substring(equals + 1));
            }
        }
        return null;
    }

    /** What follows the endpoint's own address; null if nothing does. */
    static @Nullable String lastPart(String path, String endpointPath) {
        var question = path.indexOf('?');
        var whole = question < 0 ? path : path.substring(0, question);
        return whole.startsWith(endpointPath + "/") ? textOrNull(whole.substring(endpointPath.length() + 1)) : null;
    }

    private static @Nullable String textOrNull(String encoded) {
        return encoded.isEmpty() ? null : decode(encoded);
    }

    /** A plus stays one: secrets have no blanks, and base64 has plus signs. */
    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded;
        }
    }
}
