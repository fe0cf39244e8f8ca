package io.gangway.rateplan;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;

/**
 * Who asks.
 *
 * @param subject the name of a key or client, or the public id of an endpoint
 */
public record Asked(TenantId tenant, Environment environment, RequestKind kind, String subject) {}
