package io.gangway.portal.shell;

import io.gangway.kernel.TenantId;
import io.gangway.tenant.Membership;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person signed in by the identity provider, in one of the organizations it belongs to; null if it belongs to none. */
final class PortalUser extends DefaultOidcUser {
    private static final String ROLE = "ROLE_";

    private final transient @Nullable Membership membership;

    PortalUser(OidcUser user, @Nullable Membership membership) {
        super(authorities(user.getAuthorities(), membership), user.getIdToken(), user.getUserInfo());
        this.membership = membership;
    }

    /** Roles of Spring Security: the audience, and each permission of the member's role. */
    private static Collection<GrantedAuthority> authorities(
            Collection<? extends GrantedAuthority> login, @Nullable Membership membership) {
        var authorities = new LinkedHashSet<GrantedAuthority>();
        login.stream()
                .filter(authority -> !String.valueOf(authority.getAuthority()).startsWith(ROLE))
                .forEach(authorities::add);
        if (membership != null) {
            Stream.concat(Stream.of(membership.tenant().kind()), membership.member().role().permissions().stream())
                    .map(Enum::name)
                    .map(name -> new SimpleGrantedAuthority(ROLE + name))
                    .forEach(authorities::add);
        }
        return authorities;
    }

    /** That of the wanted organization, else the oldest; null if there is none. */
    static @Nullable Membership chosen(List<Membership> memberships, @Nullable TenantId wanted) {
        return memberships.stream()
                .filter(membership -> membership.tenant().id().equals(wanted))
                .findFirst()
                .orElse(memberships.isEmpty() ? null : memberships.getFirst());
    }

    PortalUser in(@Nullable Membership other) {
        return new PortalUser(this, other);
    }

    @Nullable
    Membership membership() {
        return membership;
    }

    /** The identity provider's id of the person. */
    String subject() {
        return Objects.requireNonNull(getSubject(), "An OpenID Connect login has a subject.");
    }

    /** The identity provider's id of the login. */
    String login() {
        return Objects.requireNonNullElse(getIdToken().getClaimAsString("sid"), "");
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
