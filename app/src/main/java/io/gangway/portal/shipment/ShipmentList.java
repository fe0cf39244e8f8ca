package io.gangway.portal.shipment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Location;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.Environment;
import io.gangway.portal.component.EmptyState;
import io.gangway.portal.component.FilterChips;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.Places;
import io.gangway.portal.component.SearchField;
import io.gangway.portal.component.Sender;
import io.gangway.portal.component.Stacked;
import io.gangway.portal.component.StatusBadge;
import io.gangway.portal.component.StatusTone;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.shipment.ShipmentChange;
import io.gangway.visibility.CountLimit;
import io.gangway.visibility.ShipmentFilter;
import io.gangway.visibility.ShipmentRow;
import io.gangway.visibility.TrackedShipments;
import io.gangway.visibility.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shipments to search, filter and open; the same list for every audience, each with its own shipments. */
class ShipmentList extends Div {
    private static final Duration FRESH = Duration.ofSeconds(4);

    private final transient TrackedShipments shipments;
    private final transient Viewer viewer;
    private final transient Environment environment;
    private final transient Clock clock;
    private final Grid<ShipmentRow> grid = new Grid<>();
    private final Span count = new Span();
    private final FilterChips chips;
    private final SearchField search;
    private final EmptyState nothingYet;
    private final EmptyState nothingFound;

    ShipmentList(Viewer viewer, Environment environment, TrackedShipments shipments, LiveUpdates live, Clock clock) {
        this.viewer = viewer;
        this.environment = environment;
        this.shipments = shipments;
        this.clock = clock;
        addClassName("list-page");
        chips = new FilterChips(chipLabels(), chosen -> filterChanged());
        search = new SearchField(getTranslation("shipments.search"), text -> filterChanged());
        nothingYet = new EmptyState(
                VaadinIcon.PACKAGE,
                getTranslation("shipments.none.title"),
                getTranslation("shipments.none." + viewer.getClass().getSimpleName()));
        nothingFound = new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("list.nothing-found.title"),
                getTranslation("list.nothing-found.text"));
        var title = new H1(getTranslation("nav.shipments"));
        count.addClassName("count");
        var heading = new Div(title, count);
        heading.addClassName("page-heading");
        var tools = new Div(search, chips);
        tools.addClassName("tools");
        buildGrid();
        add(heading, tools, grid, nothingYet, nothingFound);
        live.onShipments(this, this::concerns, this::refresh);
    }

    private boolean concerns(ShipmentChange change) {
        return switch (viewer) {
            case Viewer.Customer(var tenant) -> tenant.equals(change.customer());
            case Viewer.Partner(var tenant) -> tenant.equals(change.partner());
            case Viewer.Operator() -> true;
        };
    }

    /** Takes search and filter from the address. */
    void read(Location location) {
        var parameters = location.getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        chips.select(parameters.getSingleParameter("show").orElse("").toUpperCase(Locale.ROOT));
        refresh();
    }

    private Map<String, String> chipLabels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("", getTranslation("chip.all"));
        for (var tone : StatusTone.values()) {
            labels.put(tone.name(), getTranslation("tone." + tone.name()));
        }
        return labels;
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(grid, getTranslation("nav.shipments"), this::card);
        grid.addComponentColumn(this::number)
                .setHeader(getTranslation("shipments.number"))
                .setKey("number")
                .setFlexGrow(2);
        grid.addComponentColumn(this::status)
                .setHeader(getTranslation("shipments.status"))
                .setKey("status")
                .setFlexGrow(2);
        grid.addColumn(row -> Places.text(row.place()))
                .setHeader(getTranslation("shipments.place"))
                .setKey("place")
                .setFlexGrow(1);
        grid.addComponentColumn(this::otherParty)
                .setHeader(
                        getTranslation(viewer instanceof Viewer.Partner ? "shipments.customer" : "shipments.partner"))
                .setKey("party")
                .setFlexGrow(1);
        grid.addComponentColumn(this::delivery)
                .setHeader(getTranslation("shipments.delivery"))
                .setKey("delivery")
                .setFlexGrow(1);
        grid.addComponentColumn(row -> Moment.relative(row.updatedAt(), clock.instant()))
                .setHeader(getTranslation("shipments.changed") + " ↓")
                .setKey("changed")
                .setFlexGrow(1);
        grid.setPartNameGenerator(row -> isFresh(row) ? "fresh" : null);
        grid.addItemClickListener(clicked -> open(clicked.getItem()));
        grid.setItems(
                query -> shipments.page(viewer, filter(), query.getOffset(), query.getLimit()).stream(),
                query -> Math.min(CountLimit.ROWS, shipments.count(viewer, filter())));
        grid.setSizeFull();
    }

    /** When it was delivered, else when it is expected. */
    private Component delivery(ShipmentRow row) {
        if (row.deliveredAt() == null) {
            return Moment.day(row.estimatedDeliveryAt(), row.estimatedDeliveryOn());
        }
        var word = new Span(getTranslation("shipments.delivered"));
        word.addClassName("beside");
        return new Stacked(Moment.day(row.deliveredAt(), null), word);
    }

    private Component number(ShipmentRow row) {
        var link = new Anchor(Navigation.shipment(row.id()), row.trackingNumber());
        link.addClassName("code");
        var beside = new Span(
                row.orderReference() == null ? row.carrierName() : row.carrierName() + " · " + row.orderReference());
        beside.addClassName("beside");
        return new Stacked(link, beside);
    }

    private Component status(ShipmentRow row) {
        return new Stacked(new StatusBadge(row.status()), Sender.words(row.rawCode(), row.rawText()));
    }

    /** The whole row for a narrow screen. */
    private Component card(ShipmentRow row) {
        var where = new Span(Places.text(row.place()));
        where.addClassName("beside");
        var when = Moment.relative(row.updatedAt(), clock.instant());
        when.addClassName("beside");
        var last = new Div(where, when);
        last.addClassName("card-last");
        var card = new Div(number(row), new StatusBadge(row.status()), last);
        card.addClassName("card");
        return card;
    }

    private Component otherParty(ShipmentRow row) {
        return switch (viewer) {
            case Viewer.Customer(var tenant) -> new Span(row.partnerName());
            case Viewer.Partner(var tenant) -> new Span(customer(row));
            case Viewer.Operator() -> {
                var beneath = new Span(customer(row));
                beneath.addClassName("beside");
                yield new Stacked(new Span(row.partnerName()), beneath);
            }
        };
    }

    private String customer(ShipmentRow row) {
        if (row.contested()) {
            return getTranslation("shipments.contested");
        }
        return row.customerName() == null ? getTranslation("shipments.unclaimed") : row.customerName();
    }

    private boolean isFresh(ShipmentRow row) {
        return Duration.between(row.updatedAt(), clock.instant()).compareTo(FRESH) < 0;
    }

    private void open(ShipmentRow row) {
        getUI().ifPresent(ui -> ui.navigate(Navigation.shipment(row.id())));
    }

    private void filterChanged() {
        Navigation.keepInAddress(
                Navigation.SHIPMENTS,
                Map.of("q", search.getValue(), "show", chips.selected().toLowerCase(Locale.ROOT)));
        refresh();
    }

    private ShipmentFilter filter() {
        Set<ShipmentStatus> statuses = chips.selected().isEmpty()
                ? Set.of()
                : StatusTone.valueOf(chips.selected()).statuses();
        return new ShipmentFilter(environment, statuses, search.getValue(), null);
    }

    private void refresh() {
        var byStatus = shipments.countByStatus(viewer, environment);
        var all = byStatus.values().stream().mapToInt(Integer::intValue).sum();
        chips.count("", all);
        for (var tone : StatusTone.values()) {
            chips.count(
                    tone.name(),
                    tone.statuses().stream()
                            .mapToInt(status -> byStatus.getOrDefault(status, 0))
                            .sum());
        }
        var shown = shipments.count(viewer, filter());
        count.setText(
                CountLimit.isExceededBy(shown)
                        ? getTranslation("list.count.more")
                        : getTranslation("list.count", shown));
        nothingYet.setVisible(all == 0);
        nothingFound.setVisible(all > 0 && shown == 0);
        grid.setVisible(shown > 0);
        grid.getDataProvider().refreshAll();
    }
}
