package io.gangway.api.security;

import io.gangway.identity.MachineIdentity;
import io.gangway.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A machine that has proven who it is, by API key or by token. */
final class MachineAuthentication extends AbstractAuthenticationToken {
    private final transient MachineIdentity identity;

    MachineAuthentication(MachineIdentity identity) {
        super(identity.scopes().stream()
                .map(Scope::word)
                .map(word -> new SimpleGrantedAuthority("SCOPE_" + word))
                .toList());
        this.identity = identity;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public MachineIdentity getPrincipal() {
        return identity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MachineAuthentication same && identity.equals(same.identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }
}
