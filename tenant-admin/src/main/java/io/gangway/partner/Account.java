package io.gangway.partner;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;

/** A customer's relation to a partner; the number says whose shipment a message is about. */
public record Account(TenantId customer, TenantId partner, Environment environment, String accountNumber) {}
