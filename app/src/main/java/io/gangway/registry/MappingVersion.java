package io.gangway.registry;

import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;

/** A version of a connection's mapping. {@code createdBy} is the author, who may not approve it. */
public record MappingVersion(
        TenantId tenant,
        MappingVersionId id,
        ConnectionId connection,
        String name,
        int version,
        State state,
        String createdBy) {

    /** From draft to retired; one version of a mapping is active at a time. */
    public enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        ACTIVE,
        RETIRED
    }
}
