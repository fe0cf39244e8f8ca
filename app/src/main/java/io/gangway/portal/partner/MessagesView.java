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
import com.vaadin.flow.router.Menu;
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
import io.gangway.visibility.MessageLine;
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
@Menu(title = "nav.messages", order = 1, icon = "vaadin:envelopes-o")
@RolesAllowed("PARTNER")
class MessagesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient MessageLog messages;
    private final transient TenantId partner;
    private final transient Environment environment;
    private final transient Clock clock;
    private final Grid<MessageLine> grid = new Grid<>();
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
        NarrowCards.in(grid, getTranslation("nav.messages"), this::card);
        grid.addComponentColumn(this::received)
                .setHeader(getTranslation("messages.received") + " ↓")
                .setWidth("10em")
                .setFlexGrow(0);
        grid.addComponentColumn(line -> new StatusBadge(line.row().result()))
                .setHeader(getTranslation("messages.result"))
                .setWidth("12em")
                .setFlexGrow(0);
        grid.addComponentColumn(this::content)
                .setHeader(getTranslation("messages.content"))
                .setFlexGrow(2);
        grid.addComponentColumn(line -> what(line.row()))
                .setHeader(getTranslation("messages.what"))
                .setFlexGrow(3);
        grid.addColumn(line -> line.row().endpointName())
                .setHeader(getTranslation("messages.endpoint"))
                .setFlexGrow(1);
        grid.addItemClickListener(clicked -> {
            var message = clicked.getItem().row().message();
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

    /** Leads to the message; of a refusal nothing is kept but the id under which the log has it. */
    private Component received(MessageLine line) {
        var when = Moment.relative(line.row().receivedAt(), clock.instant());
        var message = line.row().message();
        if (message == null) {
            var stack = new Div(when, new Code(line.row().correlationId()));
            stack.addClassName("stacked");
            return stack;
        }
        var link = new Anchor(Navigation.message(message), when);
        link.setAriaLabel(getTranslation("messages.open", when.getText()));
        return link;
    }

    /** Which shipments it is about, and what happened to them last. */
    private Component content(MessageLine line) {
        var stack = new Div();
        stack.addClassName("stacked");
        if (!line.numbers().isEmpty()) {
            var shown = String.join(
                    " ", line.numbers().stream().limit(MessageLine.MAX_NUMBERS).toList());
            var numbers = new Span(line.numbers().size() > MessageLine.MAX_NUMBERS ? shown + " …" : shown);
            numbers.addClassName("code");
            stack.add(numbers);
        }
        if (line.status() != null) {
            var status = new Span(getTranslation("status." + line.status().name()));
            status.addClassName("beside");
            stack.add(status);
        }
        return stack;
    }

    /** The whole row for a narrow screen. */
    private Component card(MessageLine line) {
        var endpoint = new Span(line.row().endpointName());
        endpoint.addClassName("beside");
        var last = new Div(endpoint, received(line));
        last.addClassName("card-last");
        var first = line.numbers().isEmpty() ? what(line.row()) : content(line);
        var card = new Div(first, new StatusBadge(line.row().result()), last);
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
