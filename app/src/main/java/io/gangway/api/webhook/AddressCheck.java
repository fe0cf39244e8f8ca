package io.gangway.api.webhook;

import io.gangway.partner.VerifierDescriptor.UrlCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers senders that ask by GET or HEAD whether an address is a webhook's. */
final class AddressCheck {
    /** Nothing that a browser or shell could take for more than text. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~+/=:-]{1,200}");

    private AddressCheck() {}

    /** False, and nothing is written, if the challenge can't be sent back. */
    static boolean answer(UrlCheck check, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var challenge = check.challenge() == null ? null : parameter(request.getQueryString(), check.challenge());
        if (challenge != null && !SAFE.matcher(challenge).matches()) {
            return false;
        }
        var bytes = (challenge == null ? "" : challenge).getBytes(StandardCharsets.US_ASCII);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        return true;
    }

    private static @Nullable String parameter(@Nullable String query, String name) {
        for (var pair : (query == null ? "" : query).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                var value = pair.substring(name.length() + 1);
                try {
                    return URLDecoder.decode(value, StandardCharsets.UTF_8);
                } catch (IllegalArgumentException notEncoded) {
                    return value;
                }
            }
        }
        return null;
    }
}
