package io.gangway.partner;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.time.Instant;

/**
 * What a partner offers in one environment.
 *
 * @param revision counts the changes of what decides the meaning of messages: active mappings and code lists
 */
public record Connection(
        TenantId tenant, ConnectionId id, Environment environment, String name, int revision, Instant createdAt) {}
