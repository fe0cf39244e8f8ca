package io.gangway.portal.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.gangway.identity.ApiKey.State;
import io.gangway.identity.Granter;
import io.gangway.identity.IdentityProviderFailed;
import io.gangway.identity.IssuedOAuthClient;
import io.gangway.identity.OAuthClient;
import io.gangway.identity.OAuthClientAdministration;
import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.portal.component.EmptyState;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.Stacked;
import io.gangway.portal.component.StatusBadge;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The OAuth clients of the organization in the environment in sight: make, rotate, revoke. */
@Route(Navigation.OAUTH_CLIENTS)
@Menu(title = "nav.oauth-clients", order = 8.5, icon = "vaadin:plug")
@RolesAllowed("MANAGE_ACCESS")
class OAuthClientsView extends Div implements HasDynamicTitle {
    private final transient OAuthClientAdministration clients;
    private final transient Granter granter;
    private final transient Environment environment;
    private final transient Clock clock;
    private transient Set<String> replaced = Set.of();
    private final Grid<OAuthClient> grid = new Grid<>();
    private final Span count = new Span();
    private final EmptyState nothing;

    OAuthClientsView(SignedIn signedIn, OAuthClientAdministration clients, Clock clock) {
        this.clients = clients;
        this.granter = signedIn.granter();
        this.environment = signedIn.environment();
        this.clock = clock;
        addClassName("fill");
        var add = new Button(getTranslation("clients.new"), VaadinIcon.PLUS.create(), clicked -> askForNew());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setId("new-client");
        var actions = new Div(add);
        actions.addClassName("actions");
        count.addClassName("count");
        var heading = new Div(new H1(getTranslation("nav.oauth-clients")), count, actions);
        heading.addClassName("page-heading");
        nothing = new EmptyState(
                VaadinIcon.PLUG,
                getTranslation("clients.none.title", getTranslation("environment." + environment.name())),
                getTranslation("clients.none.text"));
        buildGrid();
        var page = new Div(heading, grid, nothing);
        page.addClassName("list-page");
        add(page);
        refresh();
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(grid, getTranslation("nav.oauth-clients"), this::card);
        grid.addComponentColumn(OAuthClientsView::name)
                .setHeader(getTranslation("keys.name"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("keys.state"))
                .setWidth("15em")
                .setFlexGrow(0);
        grid.addComponentColumn(this::scopes)
                .setHeader(getTranslation("keys.scopes"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::lastUse)
                .setHeader(getTranslation("keys.last-used"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::actions)
                .setHeader(getTranslation("keys.actions"))
                .setWidth("14em")
                .setFlexGrow(0);
        grid.setSizeFull();
    }

    private void refresh() {
        var all = clients.of(granter).stream()
                .filter(client -> client.environment() == environment)
                .toList();
        replaced =
                all.stream().map(OAuthClient::replaces).filter(Objects::nonNull).collect(Collectors.toSet());
        grid.setItems(all);
        count.setText(all.isEmpty() ? "" : getTranslation("clients.count", all.size()));
        grid.setVisible(!all.isEmpty());
        nothing.setVisible(all.isEmpty());
    }

    /** The whole row for a narrow screen. */
    private Component card(OAuthClient client) {
        var last = new Div(lastUse(client), actions(client));
        last.addClassName("card-last");
        var card = new Div(name(client), state(client), last);
        card.addClassName("card");
        return card;
    }

    private static Component name(OAuthClient client) {
        var id = new Span(client.clientId());
        id.addClassNames("code", "beside", "whole");
        return new Stacked(new Span(client.name()), id);
    }

    private Component state(OAuthClient client) {
        var state = client.stateAt(clock.instant());
        var badge = new StatusBadge(state);
        if (state == State.ACTIVE && client.expiresAt() != null) {
            return new Stacked(
                    badge,
                    Stacked.beside(new Span(
                            new Span(getTranslation("keys.replaced") + " "), Moment.absoluteOf(client.expiresAt()))));
        }
        return new Stacked(badge, Stacked.beside(new Span(getTranslation("clients." + client.authentication()))));
    }

    private Component scopes(OAuthClient client) {
        var words = new Span(
                client.scopes().isEmpty()
                        ? getTranslation("clients.scopes.of-token")
                        : client.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(", ")));
        words.addClassNames(client.scopes().isEmpty() ? "beside" : "code", "whole");
        return new Stacked(words);
    }

    private Component lastUse(OAuthClient client) {
        if (client.lastUsedAt() == null) {
            return Stacked.beside(new Span(getTranslation("keys.never-used")));
        }
        var from = new Span(client.lastUsedFrom() == null ? "" : client.lastUsedFrom());
        from.addClassName("code");
        return new Stacked(Moment.relative(client.lastUsedAt(), clock.instant()), Stacked.beside(from));
    }

    private Component actions(OAuthClient client) {
        var box = new Div();
        box.addClassName("inline");
        // Those without scopes of ours are the platform's own making.
        if (client.stateAt(clock.instant()) == State.ACTIVE && !client.scopes().isEmpty()) {
            var rotate = new Button(getTranslation("keys.rotate"), clicked -> askForRotation(client));
            rotate.setAriaLabel(getTranslation("keys.rotate.which", client.name(), client.clientId()));
            rotate.setVisible(!replaced.contains(client.clientId()));
            var revoke = new Button(getTranslation("keys.revoke"), clicked -> askForRevocation(client));
            revoke.setAriaLabel(getTranslation("keys.revoke.which", client.name(), client.clientId()));
            List.of(rotate, revoke).forEach(button -> button.addThemeVariants(ButtonVariant.SMALL));
            revoke.addThemeVariants(ButtonVariant.ERROR);
            box.add(rotate, revoke);
        }
        return box;
    }

    private void askForNew() {
        new NewClientDialog(granter, environment, wanted -> {
                    try {
                        show(clients.create(granter, wanted));
                        return true;
                    } catch (IdentityProviderFailed failed) {
                        Notices.failed(getTranslation("clients.provider-away"));
                        return false;
                    }
                })
                .open();
    }

    private void askForRotation(OAuthClient client) {
        new RotationDialog(client.name(), client.clientId(), overlap -> {
                    try {
                        clients.rotate(granter, client.clientId(), overlap).ifPresentOrElse(this::show, () -> {
                            Notices.failed(getTranslation("clients.gone"));
                            refresh();
                        });
                    } catch (IdentityProviderFailed failed) {
                        Notices.failed(getTranslation("clients.provider-away"));
                    }
                })
                .open();
    }

    private void askForRevocation(OAuthClient client) {
        var dialog = new ConfirmDialog(
                getTranslation("keys.revoke.title", client.name(), client.clientId()),
                getTranslation("clients.revoke.text"),
                getTranslation("keys.revoke"),
                confirmed -> {
                    if (clients.revoke(granter, client.clientId())) {
                        Notices.done(getTranslation("keys.revoked", client.name(), client.clientId()));
                    } else {
                        Notices.failed(getTranslation("clients.gone"));
                    }
                    refresh();
                });
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.open();
    }

    private void show(IssuedOAuthClient issued) {
        refresh();
        new IssuedClientDialog(issued, clients.tokenEndpoint()).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.oauth-clients");
    }
}
