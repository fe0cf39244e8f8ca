package io.gangway.portal.shell;

import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Members;
import io.gangway.tenant.TenantKind;
import io.gangway.tenant.Tenants;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the member that a login is: the identity provider says who somebody is, we say what it may do. */
@Component
class PortalUsers extends OidcUserService {
    private final Members members;
    private final Tenants tenants;

    PortalUsers(Members members, Tenants tenants) {
        this.members = members;
        this.tenants = tenants;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = super.loadUser(request);
        var authorities = new LinkedHashSet<GrantedAuthority>(user.getAuthorities());
        var member = members.signIn(
                Objects.requireNonNull(user.getSubject(), "An OpenID Connect login has a subject."),
                Objects.requireNonNullElse(user.getEmail(), ""),
                Boolean.TRUE.equals(user.getEmailVerified()));
        var tenant = member.flatMap(found -> tenants.find(found.tenant()));
        tenant.ifPresent(found -> authorities.addAll(
                authorities(found.kind(), member.orElseThrow().role())));
        return new PortalUser(user, authorities, member.orElse(null), tenant.orElse(null));
    }

    /** Roles of Spring Security: the audience, and each permission of the member's role. */
    static Set<GrantedAuthority> authorities(TenantKind kind, MemberRole role) {
        return Stream.concat(Stream.of(kind), role.permissions().stream())
                .map(Enum::name)
                .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
