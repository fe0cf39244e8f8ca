package io.gangway.portal.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import io.gangway.identity.Invitations;
import io.gangway.kernel.Environment;
import io.gangway.tenant.Tenant;

/** The frame: navigation for the audience, the environment in sight, and the way out. */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout {
    private final transient SignedIn signedIn;
    private final transient Invitations invitations;
    private final RouterLink offers = new RouterLink("", InvitationsView.class);

    MainLayout(SignedIn signedIn, Invitations invitations, LiveUpdates live) {
        this.signedIn = signedIn;
        this.invitations = invitations;
        setPrimarySection(Section.DRAWER);
        offers.addClassName("offers");
        showOffers();
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        var spacer = new Div();
        spacer.addClassName("spacer");
        var bar = new Header(toggle, spacer, offers, organizationChoice(), environmentChoice(), personMenu());
        bar.addClassName("bar");
        addToNavbar(bar);
        addToDrawer(brand(), navigation());
        live.onPerson(this, signedIn.isMe(), () -> {
            if (!signedIn.isStillMember()) {
                signedIn.beginAnew();
            } else if (signedIn.isOutdated()) {
                UI.getCurrent().getPage().reload();
            }
            showOffers();
        });
    }

    /** What waits for the person's answer. */
    private void showOffers() {
        var waiting = signedIn.isSomebody() ? invitations.of(signedIn.guest()).size() : 0;
        var offered = signedIn.current().flatMap(invitations::ownershipOffer).isPresent() ? 1 : 0;
        offers.setText(getTranslation("shell.invitations", waiting + offered));
        offers.setVisible(waiting + offered > 0);
    }

    private Select<Tenant> organizationChoice() {
        var choice = new Select<Tenant>();
        var organizations = signedIn.organizations();
        choice.setItems(organizations);
        choice.setItemLabelGenerator(Tenant::name);
        choice.setAriaLabel(getTranslation("shell.organization"));
        choice.addClassName("organization");
        choice.setVisible(organizations.size() > 1);
        signedIn.organization().ifPresent(choice::setValue);
        choice.addValueChangeListener(changed -> signedIn.turnTo(changed.getValue()));
        return choice;
    }

    /** Assistive technology finds the page's content by its landmark. */
    @Override
    public void showRouterLayoutContent(HasElement content) {
        var main = new Main();
        main.addClassName("main");
        main.getElement().appendChild(content.getElement());
        setContent(main);
    }

    private Nav brand() {
        var logo = new Image("icons/gangway.svg", "");
        logo.addClassName("brand-logo");
        var name = new Span(getTranslation("shell.product"));
        name.addClassName("brand-name");
        var organization = new Span(signedIn.organization().map(Tenant::name).orElse(""));
        organization.addClassName("brand-organization");
        var text = new Div(name, organization);
        text.addClassName("brand-text");
        var home = new RouterLink("", HomeView.class);
        home.add(logo, text);
        home.addClassName("brand");
        var brand = new Nav(home);
        brand.getElement().setAttribute("aria-label", getTranslation("shell.home"));
        return brand;
    }

    private SideNav navigation() {
        var navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        for (var entry : MenuConfiguration.getMenuEntries()) {
            var item = new SideNavItem(getTranslation(entry.title()), entry.path(), new Icon(entry.icon()));
            item.setMatchNested(true);
            navigation.addItem(item);
        }
        return navigation;
    }

    private Select<Environment> environmentChoice() {
        var choice = new Select<Environment>();
        choice.setItems(Environment.LIVE, Environment.SANDBOX);
        choice.setItemLabelGenerator(environment -> getTranslation("environment." + environment.name()));
        choice.setValue(signedIn.environment());
        choice.setAriaLabel(getTranslation("shell.environment"));
        choice.addClassName("environment");
        choice.addClassName(signedIn.environment() == Environment.SANDBOX ? "sandbox" : "live");
        choice.addValueChangeListener(changed -> {
            signedIn.turnTo(changed.getValue());
            UI.getCurrent().getPage().reload();
        });
        choice.setVisible(signedIn.organization().isPresent());
        return choice;
    }

    private MenuBar personMenu() {
        var avatar = new Avatar(signedIn.displayName());
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.AURA_TERTIARY);
        menu.addClassName("person");
        MenuItem person = menu.addItem(avatar);
        person.setAriaLabel(getTranslation("shell.account", signedIn.displayName()));
        var who = new Div(new Span(signedIn.displayName()), new Span(signedIn.email()));
        who.addClassName("person-who");
        person.getSubMenu().addItem(who).setEnabled(false);
        person.getSubMenu().addSeparator();
        person.getSubMenu().addItem(getTranslation("shell.logout"), clicked -> signedIn.logout());
        return menu;
    }
}
