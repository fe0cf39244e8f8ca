package io.gangway.tenant;

import io.gangway.kernel.TenantId;
import java.time.Instant;

/** An organization. {@code slug} is its name in addresses: lower case, digits and single hyphens. */
public record Tenant(TenantId id, TenantKind kind, String name, String slug, Instant createdAt) {}
