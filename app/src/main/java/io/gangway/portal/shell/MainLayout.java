package io.gangway.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gangway.kernel.Environment;
import io.gangway.tenant.Tenant;
import io.gangway.tenant.TenantKind;

/** The frame: navigation for the audience, the environment in sight, and the way out. */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout {
    private final transient SignedIn signedIn;

    MainLayout(SignedIn signedIn) {
        this.signedIn = signedIn;
        setPrimarySection(Section.DRAWER);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        var spacer = new Div();
        spacer.addClassName("spacer");
        addToNavbar(toggle, spacer, environmentChoice(), personMenu());
        addToDrawer(brand(), navigation());
    }

    private Div brand() {
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
        return new Div(home);
    }

    private SideNav navigation() {
        var navigation = new SideNav();
        if (signedIn.is(TenantKind.CUSTOMER)) {
            navigation.addItem(item("nav.shipments", Navigation.SHIPMENTS, VaadinIcon.PACKAGE));
        }
        if (signedIn.is(TenantKind.PARTNER)) {
            navigation.addItem(item("nav.messages", Navigation.MESSAGES, VaadinIcon.ENVELOPES_O));
            navigation.addItem(item("nav.shipments", Navigation.FEED_SHIPMENTS, VaadinIcon.PACKAGE));
            navigation.addItem(item("nav.codes", Navigation.CODES, VaadinIcon.QUESTION_CIRCLE_O));
        }
        if (signedIn.is(TenantKind.OPERATOR)) {
            navigation.addItem(item("nav.dead-letters", Navigation.DEAD_LETTERS, VaadinIcon.INBOX));
            navigation.addItem(item("nav.shipments", Navigation.ALL_SHIPMENTS, VaadinIcon.PACKAGE));
            navigation.addItem(item("nav.codes", Navigation.ALL_CODES, VaadinIcon.QUESTION_CIRCLE_O));
        }
        return navigation;
    }

    private SideNavItem item(String text, String path, VaadinIcon icon) {
        var item = new SideNavItem(getTranslation(text), path, icon.create());
        item.setMatchNested(true);
        return item;
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
