package io.gangway.portal.shell;

import io.gangway.tenant.Members;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the member that a login is: the identity provider says who somebody is, we say what it may do. */
@Component
class PortalUsers extends OidcUserService {
    private final Members members;

    PortalUsers(Members members) {
        this.members = members;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = super.loadUser(request);
        var subject = Objects.requireNonNull(user.getSubject(), "An OpenID Connect login has a subject.");
        members.signIn(
                subject, Objects.requireNonNullElse(user.getEmail(), ""), Boolean.TRUE.equals(user.getEmailVerified()));
        return new PortalUser(user, PortalUser.chosen(members.ofSubject(subject), null));
    }
}
