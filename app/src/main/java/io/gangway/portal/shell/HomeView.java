package io.gangway.portal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.gangway.identity.Invitations;
import io.gangway.portal.component.EmptyState;
import io.gangway.tenant.Tenant;
import jakarta.annotation.security.PermitAll;

/** Leads each audience to its own home; tells whoever belongs to no organization what to do. */
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient SignedIn signedIn;

    private final transient Invitations invitations;

    HomeView(SignedIn signedIn, Invitations invitations) {
        this.signedIn = signedIn;
        this.invitations = invitations;
        add(EmptyState.ofPage(
                VaadinIcon.USER_CARD,
                getTranslation("home.no-organization.title"),
                getTranslation("home.no-organization.text", signedIn.email())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!signedIn.current().isPresent() && !invitations.of(signedIn.guest()).isEmpty()) {
            event.forwardTo(InvitationsView.class);
            return;
        }
        signedIn.organization()
                .map(Tenant::kind)
                .ifPresent(kind -> event.forwardTo(
                        switch (kind) {
                            case CUSTOMER -> Navigation.SHIPMENTS;
                            case PARTNER -> Navigation.MESSAGES;
                            case OPERATOR -> Navigation.DEAD_LETTERS;
                        }));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.product");
    }
}
