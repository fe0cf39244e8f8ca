package io.gangway.portal.shell;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.gangway.identity.Granter;
import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.tenant.Permission;
import io.gangway.tenant.Tenant;
import io.gangway.visibility.Viewer;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person at the browser: whose it is, which environment it looks at, and the way out. */
@Component
public class SignedIn {
    private final AuthenticationContext authentication;

    SignedIn(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    /** The organization; views behind a role have one. Throws {@link IllegalStateException} otherwise. */
    public TenantId tenant() {
        return organization()
                .map(Tenant::id)
                .orElseThrow(() -> new IllegalStateException("The person signed in belongs to no organization."));
    }

    /** As whom the organization looks at shipments. Throws like {@link #tenant()}. */
    public Viewer viewer() {
        var tenant = tenant();
        return switch (organization().orElseThrow().kind()) {
            case CUSTOMER -> new Viewer.Customer(tenant);
            case PARTNER -> new Viewer.Partner(tenant);
            case OPERATOR -> new Viewer.Operator();
        };
    }

    /** What the person may grant to machines of the organization: all that means something for it. */
    public Granter granter() {
        var kind = organization().orElseThrow().kind();
        return new Granter(tenant(), EnumSet.allOf(Environment.class), Scope.of(kind), actor());
    }

    public boolean may(Permission permission) {
        return authentication.hasRole(permission.name());
    }

    /** Who acts, for the audit. */
    public String actor() {
        return "member:" + email();
    }

    Optional<Tenant> organization() {
        return user().flatMap(user -> Optional.ofNullable(user.tenant()));
    }

    String email() {
        return user().map(PortalUser::getEmail).map(SignedIn::orEmpty).orElse("");
    }

    String displayName() {
        return user().map(user -> user.member() == null
                        ? orEmpty(user.getFullName())
                        : user.member().displayName())
                .orElse("");
    }

    /** Live, unless the person has turned to the sandbox. */
    public Environment environment() {
        var chosen = VaadinSession.getCurrent().getAttribute(Environment.class);
        return chosen == null ? Environment.LIVE : chosen;
    }

    void turnTo(Environment environment) {
        VaadinSession.getCurrent().setAttribute(Environment.class, environment);
    }

    void logout() {
        authentication.logout();
    }

    private Optional<PortalUser> user() {
        return authentication.getAuthenticatedUser(PortalUser.class);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
