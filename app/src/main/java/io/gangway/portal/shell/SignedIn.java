package io.gangway.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.gangway.identity.Granter;
import io.gangway.identity.Invitations.Guest;
import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.tenant.Membership;
import io.gangway.tenant.Permission;
import io.gangway.tenant.Tenant;
import io.gangway.visibility.Viewer;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person at the browser: whose it is, which environment it looks at, and the way out. */
@Component
public class SignedIn {
    private final AuthenticationContext authentication;
    private final CurrentMemberships memberships;

    SignedIn(AuthenticationContext authentication, CurrentMemberships memberships) {
        this.authentication = authentication;
        this.memberships = memberships;
    }

    /** The person's place in its organization. Throws like {@link #tenant()}. */
    public Membership membership() {
        return current()
                .orElseThrow(() -> new IllegalStateException("The person signed in belongs to no organization."));
    }

    /** The organization; views behind a role have one. Throws {@link IllegalStateException} otherwise. */
    public TenantId tenant() {
        return membership().tenant().id();
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

    /** As whom the person answers invitations. */
    Guest guest() {
        var verified = user().filter(user -> Boolean.TRUE.equals(user.getEmailVerified()));
        return new Guest(
                user().map(PortalUser::subject).orElse(""),
                verified.map(PortalUser::getEmail).map(SignedIn::orEmpty).orElse(""));
    }

    Optional<Membership> current() {
        return user().flatMap(user -> Optional.ofNullable(user.membership()));
    }

    /** All organizations of the person, as of now. */
    List<Tenant> organizations() {
        return user().map(user -> memberships.of(user.subject())).orElse(List.of()).stream()
                .map(Membership::tenant)
                .toList();
    }

    /** Opens the portal as a member of another organization; what is open is thrown away. */
    void turnTo(Tenant organization) {
        VaadinSession.getCurrent().getSession().setAttribute(SessionCheck.ORGANIZATION, organization.id());
        beginAnew();
    }

    boolean isSomebody() {
        return user().isPresent();
    }

    /** Picks the signals that concern the person: by subject, login or address. */
    Predicate<String> isMe() {
        return user().<Predicate<String>>map(user -> payload -> payload.equals(user.subject())
                        || payload.equals(user.login())
                        || payload.equals(user.getEmail()))
                .orElse(payload -> false);
    }

    /** Opens the portal's first page, as if the person had just come. */
    void beginAnew() {
        UI.getCurrent()
                .getPage()
                .setLocation(VaadinServlet.getCurrent().getServletContext().getContextPath() + "/");
    }

    /** Whether the organization that the open page is of is still the person's. */
    boolean isStillMember() {
        return organization().stream()
                .allMatch(own ->
                        organizations().stream().anyMatch(tenant -> tenant.id().equals(own.id())));
    }

    /** Whether the open page was made for something that is no longer so. */
    boolean isOutdated() {
        return user().map(user -> memberships.isOver(user.login())
                        || !Objects.equals(
                                PortalUser.chosen(
                                        memberships.of(user.subject()),
                                        user.membership() == null
                                                ? null
                                                : user.membership().tenant().id()),
                                user.membership()))
                .orElse(true);
    }

    Optional<Tenant> organization() {
        return current().map(Membership::tenant);
    }

    String email() {
        return user().map(PortalUser::getEmail).map(SignedIn::orEmpty).orElse("");
    }

    String displayName() {
        return current()
                .map(membership -> membership.member().displayName())
                .or(() -> user().map(PortalUser::getFullName).map(SignedIn::orEmpty))
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
