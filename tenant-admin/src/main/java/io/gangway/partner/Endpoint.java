package io.gangway.partner;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;

/**
 * Where a sender posts its webhooks: {@code /hooks/{token}}.
 *
 * @param mappingName the connection's mapping that reads what arrives here
 * @param maxBodyBytes the largest body taken, in bytes
 */
public record Endpoint(
        TenantId tenant,
        ConnectionId connection,
        Environment environment,
        EndpointId id,
        String name,
        String token,
        String mappingName,
        int maxBodyBytes,
        VerifierDescriptor verifier,
        String secretPurpose) {

    public String path() {
        return "/hooks/" + token;
    }
}
