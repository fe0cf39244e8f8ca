package io.gangway.partner;

import io.gangway.tenant.Environment;
import io.gangway.tenant.TenantId;
import java.time.Instant;

/**
 * What a partner offers in one environment.
 *
 * @param revision counts the changes of what decides the meaning of messages: active mappings and code lists
 */
public record Connection(
        TenantId tenant, ConnectionId id, Environment environment, String name, int revision, Instant createdAt) {}
