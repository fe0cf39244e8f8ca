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
import io.gangway.identity.ApiKey;
import io.gangway.identity.ApiKeyAdministration;
import io.gangway.identity.ApiKeyId;
import io.gangway.identity.Granter;
import io.gangway.identity.IssuedApiKey;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The API keys of the organization in the environment in sight: issue, rotate, revoke. */
@Route(Navigation.API_KEYS)
@Menu(title = "nav.api-keys", order = 8, icon = "vaadin:key-o")
@RolesAllowed("MANAGE_ACCESS")
class ApiKeysView extends Div implements HasDynamicTitle {
    private final transient ApiKeyAdministration keys;
    private final transient Granter granter;
    private final transient Environment environment;
    private final transient Clock clock;
    private final transient Set<ApiKeyId> replaced = new HashSet<>();
    private final Grid<ApiKey> grid = new Grid<>();
    private final Span count = new Span();
    private final EmptyState nothing;

    ApiKeysView(SignedIn signedIn, ApiKeyAdministration keys, Clock clock) {
        this.keys = keys;
        this.granter = signedIn.granter();
        this.environment = signedIn.environment();
        this.clock = clock;
        addClassName("fill");
        var add = new Button(getTranslation("keys.new"), VaadinIcon.PLUS.create(), clicked -> askForNew());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setId("new-key");
        var actions = new Div(add);
        actions.addClassName("actions");
        count.addClassName("count");
        var heading = new Div(new H1(getTranslation("nav.api-keys")), count, actions);
        heading.addClassName("page-heading");
        nothing = new EmptyState(
                VaadinIcon.KEY_O,
                getTranslation("keys.none.title", getTranslation("environment." + environment.name())),
                getTranslation("keys.none.text"));
        buildGrid();
        var page = new Div(heading, grid, nothing);
        page.addClassName("list-page");
        add(page);
        refresh();
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(grid, getTranslation("nav.api-keys"), this::card);
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("keys.name"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("keys.state"))
                .setWidth("16em")
                .setFlexGrow(0);
        grid.addComponentColumn(ApiKeysView::scopes)
                .setHeader(getTranslation("keys.scopes"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::created)
                .setHeader(getTranslation("keys.created"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::lastUse)
                .setHeader(getTranslation("keys.last-used"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::actions)
                .setHeader(getTranslation("keys.actions"))
                .setKey("actions")
                .setWidth("14em")
                .setFlexGrow(0);
        grid.setSizeFull();
    }

    private void refresh() {
        var all = keys.of(granter).stream()
                .filter(key -> key.environment() == environment)
                .toList();
        replaced.clear();
        all.stream().map(ApiKey::replaces).filter(Objects::nonNull).forEach(replaced::add);
        grid.setItems(all);
        count.setText(all.isEmpty() ? "" : getTranslation("keys.count", all.size()));
        grid.setVisible(!all.isEmpty());
        nothing.setVisible(all.isEmpty());
    }

    /** The whole row for a narrow screen. */
    private Component card(ApiKey key) {
        var last = new Div(lastUse(key), actions(key));
        last.addClassName("card-last");
        var card = new Div(name(key), state(key), last);
        card.addClassName("card");
        return card;
    }

    private Component name(ApiKey key) {
        var shown = new Span(key.shown());
        shown.addClassNames("code", "beside");
        return new Stacked(new Span(key.name()), shown);
    }

    private Component state(ApiKey key) {
        var state = key.stateAt(clock.instant());
        var badge = new StatusBadge(state);
        if (key.revokedBecause() == ApiKey.RevocationCause.LEAKED) {
            return new Stacked(badge, Stacked.beside(new Span(getTranslation("keys.leaked"))));
        }
        if (state == ApiKey.State.ACTIVE && key.expiresAt() != null) {
            var isReplaced = replaced.contains(key.id());
            var words = new Span(getTranslation(isReplaced ? "keys.replaced" : "keys.until") + " ");
            var end = isReplaced ? Moment.absoluteOf(key.expiresAt()) : Moment.day(key.expiresAt(), null);
            return new Stacked(badge, Stacked.beside(new Span(words, end)));
        }
        return badge;
    }

    private static Component scopes(ApiKey key) {
        var words = new Span(key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(", ")));
        words.addClassNames("code", "whole");
        return new Stacked(words);
    }

    private Component created(ApiKey key) {
        return new Stacked(
                Moment.relative(key.createdAt(), clock.instant()), Stacked.beside(new Span(actor(key.createdBy()))));
    }

    private Component lastUse(ApiKey key) {
        if (key.lastUsedAt() == null) {
            return Stacked.beside(new Span(getTranslation("keys.never-used")));
        }
        var from = new Span(key.lastUsedFrom() == null ? "" : key.lastUsedFrom());
        from.addClassName("code");
        return new Stacked(Moment.relative(key.lastUsedAt(), clock.instant()), Stacked.beside(from));
    }

    private Component actions(ApiKey key) {
        var box = new Div();
        box.addClassName("inline");
        if (key.stateAt(clock.instant()) == ApiKey.State.ACTIVE) {
            var rotate = new Button(getTranslation("keys.rotate"), clicked -> askForRotation(key));
            rotate.setAriaLabel(getTranslation("keys.rotate.which", key.name(), key.shown()));
            rotate.setVisible(!replaced.contains(key.id()));
            var revoke = new Button(getTranslation("keys.revoke"), clicked -> askForRevocation(key));
            revoke.setAriaLabel(getTranslation("keys.revoke.which", key.name(), key.shown()));
            List.of(rotate, revoke).forEach(button -> button.addThemeVariants(ButtonVariant.SMALL));
            revoke.addThemeVariants(ButtonVariant.ERROR);
            box.add(rotate, revoke);
        }
        return box;
    }

    private void askForNew() {
        new NewKeyDialog(granter, environment, clock, wanted -> keys.issue(granter, wanted), this::show).open();
    }

    private void askForRotation(ApiKey key) {
        new RotationDialog(
                        key.name(),
                        key.shown(),
                        overlap -> keys.rotate(granter, key.id(), overlap).ifPresentOrElse(this::show, () -> {
                            Notices.failed(getTranslation("keys.gone"));
                            refresh();
                        }))
                .open();
    }

    private void askForRevocation(ApiKey key) {
        var dialog = new ConfirmDialog(
                getTranslation("keys.revoke.title", key.name(), key.shown()),
                getTranslation("keys.revoke.text"),
                getTranslation("keys.revoke"),
                confirmed -> {
                    if (keys.revoke(granter, key.id())) {
                        Notices.done(getTranslation("keys.revoked", key.name(), key.shown()));
                    } else {
                        Notices.failed(getTranslation("keys.gone"));
                    }
                    refresh();
                });
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.open();
    }

    private void show(IssuedApiKey issued) {
        refresh();
        new IssuedKeyDialog(issued).open();
    }

    /** {@code member:anna@acme.example} without the kind of actor. */
    private static String actor(String actor) {
        return actor.substring(actor.indexOf(':') + 1);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.api-keys");
    }
}
