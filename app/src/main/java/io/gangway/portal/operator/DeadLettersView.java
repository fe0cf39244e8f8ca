package io.gangway.portal.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.gangway.canonical.FaultParty;
import io.gangway.ops.DeadLetter;
import io.gangway.ops.DeadLetters;
import io.gangway.portal.component.Code;
import io.gangway.portal.component.EmptyState;
import io.gangway.portal.component.Facts;
import io.gangway.portal.component.FilterChips;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.SearchField;
import io.gangway.portal.component.StatusBadge;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.tenant.Permission;
import io.gangway.visibility.MessageRow;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead letters of all partners, by party at fault, with replay. */
@Route(Navigation.DEAD_LETTERS)
@Menu(title = "nav.dead-letters", order = 1, icon = "vaadin:inbox")
@RolesAllowed("OPERATOR")
class DeadLettersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** What "all that match" takes at one time. */
    private static final int MAX_AT_ONCE = 1_000;

    private final transient DeadLetters letters;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Grid<DeadLetter> grid = new Grid<>();
    private final Span count = new Span();
    private final Button replaySelected;
    private final Button replayAll;
    private final FilterChips chips;
    private final SearchField search;
    private final EmptyState nothing;
    private final EmptyState nothingFound;

    DeadLettersView(DeadLetters letters, SignedIn signedIn, LiveUpdates live, Clock clock) {
        this.letters = letters;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("fill");
        chips = new FilterChips(chipLabels(), chosen -> filterChanged());
        search = new SearchField(getTranslation("dead.search"), text -> filterChanged());
        nothing = new EmptyState(
                VaadinIcon.CHECK_CIRCLE_O, getTranslation("dead.none.title"), getTranslation("dead.none.text"));
        nothingFound = new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("list.nothing-found.title"),
                getTranslation("list.nothing-found.text"));
        replaySelected = new Button(getTranslation("dead.replay-selected"), VaadinIcon.REFRESH.create());
        replaySelected.addThemeVariants(ButtonVariant.PRIMARY);
        replaySelected.setEnabled(false);
        replaySelected.setDisableOnClick(true);
        replaySelected.addClickListener(clicked -> replay(grid.getSelectedItems()));
        replayAll = new Button(getTranslation("dead.replay-all"));
        replayAll.addClickListener(clicked -> confirmReplayOfAll());
        count.addClassName("count");
        var actions = new Div(replayAll, replaySelected);
        actions.setVisible(signedIn.may(Permission.REPLAY));
        actions.addClassName("actions");
        var heading = new Div(new H1(getTranslation("nav.dead-letters")), count, actions);
        heading.addClassName("page-heading");
        var tools = new Div(search, chips);
        tools.addClassName("tools");
        buildGrid();
        var page = new Div(heading, tools, grid, nothing, nothingFound);
        page.addClassName("list-page");
        add(page);
        live.onAnyMessages(this, this::refresh);
    }

    private Map<String, String> chipLabels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("", getTranslation("chip.all"));
        for (var party : FaultParty.values()) {
            labels.put(party.name(), getTranslation("party." + party.name()));
        }
        return labels;
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        var selection = (GridMultiSelectionModel<DeadLetter>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        selection.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
        NarrowCards.in(grid, getTranslation("nav.dead-letters"), this::card);
        grid.addComponentColumn(letter -> Moment.relative(letter.endedAt(), clock.instant()))
                .setHeader(getTranslation("dead.when"))
                .setWidth("8.5em")
                .setFlexGrow(0);
        grid.addComponentColumn(this::whose)
                .setHeader(getTranslation("dead.partner"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::fault)
                .setHeader(getTranslation("dead.fault"))
                .setFlexGrow(3);
        grid.addColumn(letter -> getTranslation("party." + letter.party().name()))
                .setHeader(getTranslation("dead.party"))
                .setWidth("9em")
                .setFlexGrow(0);
        grid.addColumn(DeadLetter::replays)
                .setHeader(getTranslation("dead.replays"))
                .setWidth("7em")
                .setFlexGrow(0);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(this::details));
        grid.addSelectionListener(selected ->
                replaySelected.setEnabled(!selected.getAllSelectedItems().isEmpty()));
        grid.setItems(
                query -> letters.page(party(), search.getValue(), query.getOffset(), query.getLimit()).stream(),
                query -> letters.count(party(), search.getValue()));
        grid.setSizeFull();
    }

    /** The whole row for a narrow screen. */
    private Component card(DeadLetter letter) {
        var partner = new Span(letter.partnerName() + " · " + letter.endpointName());
        partner.addClassName("beside");
        var when = Moment.relative(letter.endedAt(), clock.instant());
        when.addClassName("beside");
        var last = new Div(partner, when);
        last.addClassName("card-last");
        var card = new Div(
                fault(letter), new Span(getTranslation("party." + letter.party().name())), last);
        card.addClassName("card");
        return card;
    }

    private Component whose(DeadLetter letter) {
        var endpoint = new Span(letter.endpointName());
        endpoint.addClassName("beside");
        var stack = new Div(new Span(letter.partnerName()), endpoint);
        stack.addClassName("stacked");
        return stack;
    }

    private Component fault(DeadLetter letter) {
        var code = new Span(letter.code());
        code.addClassName("code");
        var detail = new Span(letter.fault());
        detail.addClassName("beside");
        var first = new Div(code);
        first.addClassName("inline");
        if (letter.partly()) {
            first.add(new StatusBadge(MessageRow.Result.PARTLY_TRANSLATED));
        }
        var stack = new Div(first, detail);
        stack.addClassName("stacked");
        stack.setTitle(letter.fault());
        return stack;
    }

    private Component details(DeadLetter letter) {
        var details = new Div(
                new Span(letter.fault()),
                new Facts()
                        .with(
                                getTranslation("message.id"),
                                new Code(letter.message().toString()))
                        .with(getTranslation("message.correlation"), new Code(letter.correlationId()))
                        .with(getTranslation("messages.received"), Moment.absoluteOf(letter.receivedAt()))
                        .with(
                                getTranslation("shell.environment"),
                                getTranslation(
                                        "environment." + letter.environment().name())));
        details.addClassName("row-details");
        return details;
    }

    private void confirmReplayOfAll() {
        var matching = letters.page(party(), search.getValue(), 0, MAX_AT_ONCE);
        var dialog = new ConfirmDialog(
                getTranslation("dead.confirm.title", matching.size()),
                getTranslation("dead.confirm.text"),
                getTranslation("dead.confirm.yes"),
                confirmed -> replay(matching));
        dialog.setCancelable(true);
        dialog.open();
    }

    private void replay(Collection<DeadLetter> chosen) {
        var onTheirWay = letters.replay(chosen, signedIn.actor());
        grid.deselectAll();
        Notices.done(getTranslation("dead.replayed", onTheirWay));
        refresh();
    }

    private @Nullable FaultParty party() {
        return chips.selected().isEmpty() ? null : FaultParty.valueOf(chips.selected());
    }

    private void filterChanged() {
        Navigation.keepInAddress(
                Navigation.DEAD_LETTERS,
                Map.of("q", search.getValue(), "party", chips.selected().toLowerCase(Locale.ROOT)));
        refresh();
    }

    private void refresh() {
        var byParty = letters.countByParty();
        var all = byParty.values().stream().mapToInt(Integer::intValue).sum();
        chips.count("", all);
        for (var party : FaultParty.values()) {
            chips.count(party.name(), byParty.getOrDefault(party, 0));
        }
        var shown = letters.count(party(), search.getValue());
        count.setText(getTranslation("list.count", shown));
        nothing.setVisible(all == 0);
        nothingFound.setVisible(all > 0 && shown == 0);
        grid.setVisible(shown > 0);
        replayAll.setVisible(shown > 0);
        replaySelected.setVisible(shown > 0);
        grid.getDataProvider().refreshAll();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        chips.select(parameters.getSingleParameter("party").orElse("").toUpperCase(Locale.ROOT));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.dead-letters");
    }
}
