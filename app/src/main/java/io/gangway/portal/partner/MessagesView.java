package io.gangway.portal.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.portal.component.Code;
import io.gangway.portal.component.EmptyState;
import io.gangway.portal.component.FilterChips;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.SearchField;
import io.gangway.portal.component.StatusBadge;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.visibility.CountLimit;
import io.gangway.visibility.MessageLog;
import io.gangway.visibility.MessageRow;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partner's messages, each with its result or the reason it was refused. */
@Route(Navigation.MESSAGES)
@RolesAllowed("PARTNER")
class MessagesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient MessageLog messages;
    private final transient TenantId partner;
    private final transient Environment environment;
    private final transient Clock clock;
    private final Grid<MessageRow> grid = new Grid<>();
    private final Span count = new Span();
    private final FilterChips chips;
    private final SearchField search;
    private final EmptyState nothingYet;
    private final EmptyState nothingFound;

    MessagesView(SignedIn signedIn, MessageLog messages, LiveUpdates live, Clock clock) {
        this.messages = messages;
        this.partner = signedIn.tenant();
        this.environment = signedIn.environment();
        this.clock = clock;
        addClassName("fill");
        chips = new FilterChips(chipLabels(), chosen -> filterChanged());
        search = new SearchField(getTranslation("messages.search"), text -> filterChanged());
        nothingYet = new EmptyState(
                VaadinIcon.ENVELOPES_O, getTranslation("messages.none.title"), getTranslation("messages.none.text"));
        nothingFound = new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("list.nothing-found.title"),
                getTranslation("list.nothing-found.text"));
        count.addClassName("count");
        var heading = new Div(new H1(getTranslation("nav.messages")), count);
        heading.addClassName("page-heading");
        var tools = new Div(search, chips);
        tools.addClassName("tools");
        buildGrid();
        var page = new Div(heading, tools, grid, nothingYet, nothingFound);
        page.addClassName("list-page");
        add(page);
        live.onMessages(this, partner, this::refresh);
    }

    private Map<String, String> chipLabels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("", getTranslation("chip.all"));
        for (var result : MessageRow.Result.values()) {
            labels.put(result.name(), getTranslation("result." + result.name()));
        }
        return labels;
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(grid, this::card);
        grid.addComponentColumn(row -> Moment.relative(row.receivedAt(), clock.instant()))
                .setHeader(getTranslation("messages.received"))
                .setWidth("8.5em")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> new StatusBadge(row.result()))
                .setHeader(getTranslation("messages.result"))
                .setWidth("12em")
                .setFlexGrow(0);
        grid.addComponentColumn(this::what)
                .setHeader(getTranslation("messages.what"))
                .setFlexGrow(3);
        grid.addColumn(MessageRow::endpointName)
                .setHeader(getTranslation("messages.endpoint"))
                .setFlexGrow(1);
        grid.addComponentColumn(row -> row.message() == null
                        ? new Code(row.correlationId())
                        : new Anchor(Navigation.message(row.message()), getTranslation("messages.open")))
                .setHeader("")
                .setWidth("11em")
                .setFlexGrow(0);
        grid.addItemClickListener(clicked -> {
            var message = clicked.getItem().message();
            if (message != null) {
                getUI().ifPresent(ui -> ui.navigate(Navigation.message(message)));
            }
        });
        grid.setItems(
                query ->
                        messages
                                .page(
                                        partner,
                                        environment,
                                        result(),
                                        search.getValue(),
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                query -> Math.min(CountLimit.ROWS, messages.count(partner, environment, result(), search.getValue())));
        grid.setSizeFull();
    }

    /** The whole row for a narrow screen. */
    private Component card(MessageRow row) {
        var endpoint = new Span(row.endpointName());
        endpoint.addClassName("beside");
        var when = Moment.relative(row.receivedAt(), clock.instant());
        when.addClassName("beside");
        var last = new Div(endpoint, when);
        last.addClassName("card-last");
        var card = new Div(what(row), new StatusBadge(row.result()), last);
        card.addClassName("card");
        return card;
    }

    private Component what(MessageRow row) {
        var text = new Div();
        text.addClassName("stacked");
        switch (row.result()) {
            case TRANSLATED -> text.add(new Span(getTranslation("messages.translated", row.events(), row.newEvents())));
            case WAITING -> text.add(new Span(getTranslation("messages.waiting")));
            case NOTHING_TO_REPORT -> text.add(new Span(getTranslation("messages.nothing-to-report")));
            case PARTLY_TRANSLATED -> {
                var detail = new Span(row.detail() == null ? "" : row.detail());
                detail.addClassName("beside");
                text.add(new Span(getTranslation("messages.partly", row.events(), row.newEvents())), detail);
                text.setTitle(detail.getText());
            }
            case DEAD, REFUSED -> {
                var code = new Span(row.code() == null ? "" : row.code());
                code.addClassName("code");
                var detail = new Span(row.detail() == null ? "" : row.detail());
                detail.addClassName("beside");
                text.add(row.occurrences() > 1 ? new Div(code, new Span(" × " + row.occurrences())) : code, detail);
                text.setTitle(detail.getText());
            }
        }
        return text;
    }

    private MessageRow.@Nullable Result result() {
        return chips.selected().isEmpty() ? null : MessageRow.Result.valueOf(chips.selected());
    }

    private void filterChanged() {
        Navigation.keepInAddress(
                Navigation.MESSAGES,
                Map.of("q", search.getValue(), "show", chips.selected().toLowerCase(Locale.ROOT)));
        refresh();
    }

    private void refresh() {
        var byResult = messages.countByResult(partner, environment);
        var all = byResult.values().stream().mapToLong(Long::longValue).sum();
        chips.count("", all);
        for (var result : MessageRow.Result.values()) {
            chips.count(result.name(), byResult.getOrDefault(result, 0L));
        }
        var shown = messages.count(partner, environment, result(), search.getValue());
        count.setText(
                CountLimit.isExceededBy(shown)
                        ? getTranslation("list.count.more")
                        : getTranslation("list.count", shown));
        nothingYet.setVisible(all == 0);
        nothingFound.setVisible(all > 0 && shown == 0);
        grid.setVisible(shown > 0);
        grid.getDataProvider().refreshAll();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        chips.select(parameters.getSingleParameter("show").orElse("").toUpperCase(Locale.ROOT));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.messages");
    }
}
