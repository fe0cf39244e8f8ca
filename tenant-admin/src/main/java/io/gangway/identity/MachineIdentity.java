package io.gangway.identity;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A machine that has proven who it is. {@code name} is for logs and the audit: {@code api-key:…}, {@code client:…}. */
public record MachineIdentity(TenantId tenant, Environment environment, Set<Scope> scopes, String name)
        implements AuthenticatedPrincipal {
    public MachineIdentity {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return name;
    }
}
