package io.gangway.ingest;

import io.gangway.partner.Endpoint;
import io.gangway.platform.Correlation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in: nothing parsed.
 *
 * @param headers by name in any case; several values stand in the order received
 * @param path the path of the URL with its query, as signed by some senders; it may hold a secret, so it is never shown
 */
public record IncomingWebhook(
        GuardedEndpoint guarded,
        Correlation correlation,
        String method,
        String path,
        Map<String, List<String>> headers,
        @Nullable String contentType,
        ReceivedBody content) {

    public IncomingWebhook {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The same request with its body. */
    public IncomingWebhook with(ReceivedBody body) {
        return new IncomingWebhook(guarded, correlation, method, path, headers, contentType, body);
    }

    public Endpoint endpoint() {
        return guarded.endpoint();
    }

    /** The JSON that is kept. */
    public byte[] body() {
        return content.json();
    }

    /** The first value of a header; null if it is absent. */
    public @Nullable String header(String name) {
        var values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    @Override
    public String toString() {
        return "IncomingWebhook[" + guarded + "]";
    }
}
