package io.gangway.portal.shell;

import io.gangway.identity.EndedLogins;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.stereotype.Component;

/**
 * The identity provider says that a login is over (OpenID Connect Back-Channel Logout 1.0). Spring Security verifies the token; which
 * sessions it ends is found by {@link SessionCheck} on whichever node they are, so nothing has to be remembered here.
 */
@Component
class ProviderLogout implements OidcSessionRegistry {
    private final EndedLogins ended;

    ProviderLogout(EndedLogins ended) {
        this.ended = ended;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        // The session itself knows its login.
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        var login = token.getSessionId();
        if (login != null) {
            ended.add(login);
        }
        return List.of();
    }
}
