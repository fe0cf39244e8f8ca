package io.gangway.support;

import io.gangway.local.feed.Signers;
import io.gangway.partner.ConnectionId;
import io.gangway.partner.Endpoint;
import io.gangway.support.Http.Answer;
import io.gangway.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A sender that posts signed webhooks to an endpoint of a partner. */
public record Feed(
        Http http, Tenant partner, ConnectionId connection, Endpoint endpoint, String sender, String secret) {

    public Answer post(String body, Instant signedAt) {
        return post(body.getBytes(StandardCharsets.UTF_8), signedAt, Map.of());
    }

    /** Signs; {@code headers} are added, and win over those of the signature. */
    public Answer post(byte[] body, Instant signedAt, Map<String, String> headers) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.put("Content-Type", "application/json");
        all.putAll(Signers.of(sender).sign(body, secret, signedAt));
        all.putAll(headers);
        return http.post(endpoint.path(), body, all);
    }
}
