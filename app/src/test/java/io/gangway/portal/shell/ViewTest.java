package io.gangway.portal.shell;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.gangway.support.PlatformTest;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Membership;
import io.gangway.tenant.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A view in the JVM, without a browser, for somebody who has signed in. */
@PlatformTest
public abstract class ViewTest extends SpringBrowserlessTest {
    private final Tenancies tenancies;
    private Tenant organization;

    protected ViewTest(Tenancies tenancies) {
        this.tenancies = tenancies;
    }

    /** Whose view it is; asked for before each test. */
    protected abstract Tenant register(Tenancies tenancies);

    protected final Tenant organization() {
        return organization;
    }

    protected final Tenancies tenancies() {
        return tenancies;
    }

    /** What the person reads on the page that an address leads to. */
    protected final String open(String path) {
        var parts = path.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : null));
        return shown();
    }

    /** What the person reads now, with updates that the server has sent. */
    protected final String shown() {
        // Updates wait until the session is unlocked.
        var session = UI.getCurrent().getSession();
        session.unlock();
        session.lock();
        roundTrip();
        return visibleText(UI.getCurrent());
    }

    private static String visibleText(Component component) {
        if (component instanceof Text text) {
            return text.getText();
        }
        if (!component.isVisible()) {
            return "";
        }
        var own = component instanceof HasText text ? text.getText() : "";
        return component.getChildren().map(ViewTest::visibleText).collect(Collectors.joining(" ", own + " ", ""));
    }

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        organization = register(tenancies);
        var viewer = tenancies.member(organization, "viewer-" + organization.slug(), roleIn(organization));
        var token = new OidcIdToken("token", Instant.EPOCH, Instant.MAX, Map.of("sub", "subject of " + viewer.email()));
        var user = new PortalUser(new DefaultOidcUser(Set.of(), token), new Membership(organization, viewer));
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(user, user.getAuthorities(), "keycloak"));
        super.initVaadinEnvironment();
    }

    /** The role of the person; the one that may most, unless a test says otherwise. */
    protected MemberRole roleIn(Tenant organization) {
        return switch (organization.kind()) {
            case PARTNER -> MemberRole.OWNER;
            case CUSTOMER -> MemberRole.ADMIN;
            case OPERATOR -> MemberRole.PLATFORM_ADMIN;
        };
    }

    /** Updates that still wait are run with the person's eyes. */
    @Override
    @AfterEach
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
    }
}
