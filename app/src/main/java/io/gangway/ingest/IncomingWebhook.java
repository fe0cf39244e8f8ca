package io.gangway.ingest;

import io.gangway.partner.Endpoint;
import io.gangway.platform.Correlation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in: raw bytes, nothing parsed.
 *
 * @param headers by name in any case; several values stand in the order received
 * @param path the path of the URL with its query, as signed by some senders
 */
public record IncomingWebhook(
        Endpoint endpoint,
        Correlation correlation,
        String method,
        String path,
        Map<String, List<String>> headers,
        @Nullable String contentType,
        byte[] body) {

    public IncomingWebhook {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The first value of a header; null if it is absent. */
    public @Nullable String header(String name) {
        var values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
