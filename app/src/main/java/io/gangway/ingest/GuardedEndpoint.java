package io.gangway.ingest;

import io.gangway.partner.Endpoint;
import io.gangway.partner.VerificationKey;
import java.util.List;

/** An open endpoint with the keys that are valid for it now: looked up once for a webhook. */
public record GuardedEndpoint(Endpoint endpoint, List<VerificationKey> keys) {
    public GuardedEndpoint {
        keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
        return endpoint.id().toString();
    }
}
