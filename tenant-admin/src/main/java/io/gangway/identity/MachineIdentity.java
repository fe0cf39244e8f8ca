package io.gangway.identity;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.util.Set;

/** A machine that has proven who it is. {@code name} is for logs and the audit: {@code api-key:…}, {@code client:…}. */
public record MachineIdentity(TenantId tenant, Environment environment, Set<Scope> scopes, String name) {
    public MachineIdentity {
        scopes = Set.copyOf(scopes);
    }
}
