package io.gangway.identity;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.util.Set;

/**
 * A person or machine that manages API keys; nobody grants more than it has.
 *
 * @param environments those that its keys may be of
 * @param actor for the audit, such as {@code member:anna@acme.example}
 */
public record Granter(TenantId tenant, Set<Environment> environments, Set<Scope> scopes, String actor) {
    public Granter {
        environments = Set.copyOf(environments);
        scopes = Set.copyOf(scopes);
    }

    /** A machine grants in its own environment what it has itself. */
    public static Granter of(MachineIdentity machine) {
        return new Granter(machine.tenant(), Set.of(machine.environment()), machine.scopes(), machine.name());
    }
}
