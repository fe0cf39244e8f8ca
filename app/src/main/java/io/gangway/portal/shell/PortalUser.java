package io.gangway.portal.shell;

import io.gangway.tenant.Member;
import io.gangway.tenant.Tenant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person signed in by the identity provider, with the organization it belongs to; null if it belongs to none. */
final class PortalUser extends DefaultOidcUser {
    private final transient @Nullable Member member;
    private final transient @Nullable Tenant tenant;

    PortalUser(
            OidcUser user,
            Collection<? extends GrantedAuthority> authorities,
            @Nullable Member member,
            @Nullable Tenant tenant) {
        super(authorities, user.getIdToken(), user.getUserInfo());
        this.member = member;
        this.tenant = tenant;
    }

    @Nullable
    Member member() {
        return member;
    }

    @Nullable
    Tenant tenant() {
        return tenant;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortalUser same && Objects.equals(getSubject(), same.getSubject());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(getSubject());
    }
}
