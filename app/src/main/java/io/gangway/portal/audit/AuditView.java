package io.gangway.portal.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
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
import io.gangway.audit.AuditEntry;
import io.gangway.audit.AuditTrail;
import io.gangway.portal.component.Code;
import io.gangway.portal.component.EmptyState;
import io.gangway.portal.component.Facts;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.SearchField;
import io.gangway.portal.component.Stacked;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.visibility.Viewer;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What was done, by whom and from where: in the own organization, or in all for operators. */
@Route(Navigation.AUDIT)
@Menu(title = "nav.audit", order = 9, icon = "vaadin:clipboard-user")
@RolesAllowed("SEE_AUDIT")
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MAX_ROWS = 500;

    private final transient AuditTrail trail;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final boolean ofAll;
    private final Grid<AuditEntry> grid = new Grid<>();
    private final Span count = new Span();
    private final SearchField search;
    private final EmptyState nothing;

    AuditView(SignedIn signedIn, AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.signedIn = signedIn;
        this.clock = clock;
        this.ofAll = signedIn.viewer() instanceof Viewer.Operator;
        addClassName("fill");
        search = new SearchField(getTranslation("audit.search"), text -> {
            Navigation.keepInAddress(Navigation.AUDIT, Map.of("q", text));
            refresh();
        });
        nothing = new EmptyState(
                VaadinIcon.CLIPBOARD_USER, getTranslation("audit.none.title"), getTranslation("audit.none.text"));
        count.addClassName("count");
        var heading = new Div(new H1(getTranslation("nav.audit")), count);
        heading.addClassName("page-heading");
        var tools = new Div(search);
        tools.addClassName("tools");
        buildGrid();
        var page = new Div(heading, tools, grid, nothing);
        page.addClassName("list-page");
        add(page);
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(grid, getTranslation("nav.audit"), this::card);
        grid.addComponentColumn(entry -> Moment.relative(entry.at(), clock.instant()))
                .setHeader(getTranslation("audit.when") + " ↓")
                .setWidth("9em")
                .setFlexGrow(0);
        grid.addComponentColumn(AuditView::what)
                .setHeader(getTranslation("audit.what"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::who)
                .setHeader(getTranslation("audit.who"))
                .setFlexGrow(2);
        grid.addComponentColumn(entry -> new Code(entry.subject()))
                .setHeader(getTranslation("audit.subject"))
                .setFlexGrow(2);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(this::details));
        grid.setSizeFull();
    }

    private Component card(AuditEntry entry) {
        var when = Moment.relative(entry.at(), clock.instant());
        when.addClassName("beside");
        var card = new Div(what(entry), when, who(entry));
        card.addClassName("card");
        return card;
    }

    private static Component what(AuditEntry entry) {
        var action = new Span(entry.action());
        action.addClassName("code");
        var name = new Span(String.valueOf(entry.detail().getOrDefault("name", "")));
        name.addClassName("beside");
        return new Stacked(action, name);
    }

    private Component who(AuditEntry entry) {
        var actor = new Span(entry.actor().substring(entry.actor().indexOf(':') + 1));
        var beneath = new Span(ofAll ? entry.organization() : entry.address() == null ? "" : entry.address());
        beneath.addClassName("beside");
        return new Stacked(actor, beneath);
    }

    private Component details(AuditEntry entry) {
        var facts = new Facts()
                .with(getTranslation("audit.when"), Moment.absoluteOf(entry.at()))
                .with(getTranslation("audit.actor"), entry.actor())
                .with(getTranslation("audit.number"), String.valueOf(entry.seq()));
        if (entry.address() != null) {
            facts.with(getTranslation("audit.address"), new Code(entry.address()));
        }
        if (entry.correlationId() != null) {
            facts.with(getTranslation("message.correlation"), new Code(entry.correlationId()));
        }
        entry.detail().forEach((name, value) -> facts.with(name, String.valueOf(value)));
        var details = new Div(facts);
        details.addClassName("row-details");
        return details;
    }

    private void refresh() {
        List<AuditEntry> entries = ofAll
                ? trail.ofAll(search.getValue(), MAX_ROWS)
                : trail.of(signedIn.tenant(), search.getValue(), null, MAX_ROWS);
        grid.setItems(entries);
        count.setText(
                entries.size() < MAX_ROWS
                        ? getTranslation("audit.count", entries.size())
                        : getTranslation("audit.count.more", MAX_ROWS));
        grid.setVisible(!entries.isEmpty());
        nothing.setVisible(entries.isEmpty());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.audit");
    }
}
