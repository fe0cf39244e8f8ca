package io.gangway.portal.rateplan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.gangway.portal.component.Facts;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.SearchField;
import io.gangway.portal.component.Section;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.rateplan.RateLimit;
import io.gangway.rateplan.RatePlan;
import io.gangway.rateplan.RatePlanAdministration;
import io.gangway.rateplan.RatePlanAdministration.Assignment;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much organizations may ask: the plans, and who has which. */
@Route(Navigation.RATE_PLANS)
@Menu(title = "nav.rate-plans", order = 6, icon = "vaadin:dashboard")
@RolesAllowed("MANAGE_RATE_PLANS")
class RatePlansView extends Div implements HasDynamicTitle {
    private final transient RatePlanAdministration plans;
    private final transient SignedIn signedIn;
    private final Div cards = new Div();
    private final Grid<Assignment> organizations = new Grid<>();
    private final SearchField search;
    private transient Map<String, RatePlan> known = Map.of();

    RatePlansView(RatePlanAdministration plans, SignedIn signedIn) {
        this.plans = plans;
        this.signedIn = signedIn;
        addClassName("detail-page");
        var add = new Button(getTranslation("plans.new"), VaadinIcon.PLUS.create(), clicked -> askForNew());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(add);
        actions.addClassName("actions");
        var heading = new Div(new H1(getTranslation("nav.rate-plans")), actions);
        heading.addClassName("page-heading");
        cards.addClassName("plan-cards");
        search = new SearchField(getTranslation("plans.search"), text -> showOrganizations());
        buildGrid();
        add(heading, cards, new Section(getTranslation("plans.organizations"), search, organizations));
        refresh();
    }

    private void buildGrid() {
        organizations.addThemeVariants(GridVariant.AURA_NO_BORDER);
        organizations.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(organizations, getTranslation("plans.organizations"), this::card);
        organizations
                .addColumn(Assignment::name)
                .setHeader(getTranslation("plans.organization.name"))
                .setFlexGrow(2);
        organizations
                .addColumn(assignment -> getTranslation("plans.kind." + assignment.kind()))
                .setHeader(getTranslation("plans.organization.kind"));
        organizations
                .addComponentColumn(this::choice)
                .setHeader(getTranslation("plans.plan"))
                .setFlexGrow(2);
        organizations.setAllRowsVisible(false);
        organizations.setHeight("28rem");
    }

    private Component card(Assignment assignment) {
        var card = new Div(new Span(assignment.name()), choice(assignment));
        card.addClassName("card");
        return card;
    }

    private Select<String> choice(Assignment assignment) {
        var choice = new Select<String>();
        choice.setItems(known.keySet());
        choice.setItemLabelGenerator(this::planName);
        choice.setValue(assignment.plan());
        choice.setAriaLabel(getTranslation("plans.plan.of", assignment.name()));
        choice.addValueChangeListener(changed -> {
            if (changed.isFromClient() && plans.assign(assignment.tenant(), changed.getValue(), signedIn.actor())) {
                Notices.done(getTranslation("plans.assigned", assignment.name(), planName(changed.getValue())));
                showOrganizations();
            }
        });
        return choice;
    }

    private String planName(String code) {
        var plan = known.get(code);
        return plan == null ? code : plan.name();
    }

    private void refresh() {
        var all = plans.all();
        known = all.stream()
                .collect(Collectors.toMap(
                        RatePlan::code, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
        cards.removeAll();
        all.forEach(plan -> cards.add(planCard(plan)));
        showOrganizations();
    }

    private void showOrganizations() {
        var text = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<Assignment> found = plans.assignments().stream()
                .filter(assignment -> assignment.name().toLowerCase(Locale.ROOT).contains(text))
                .toList();
        organizations.setItems(found);
    }

    private Component planCard(RatePlan plan) {
        var edit = new Button(
                getTranslation("plans.edit"),
                clicked -> new PlanDialog(plan, wanted -> {
                            plans.change(wanted, signedIn.tenant(), signedIn.actor());
                            Notices.done(
                                    getTranslation("plans.saved", wanted.name().strip()));
                            refresh();
                        })
                        .open());
        edit.setAriaLabel(getTranslation("plans.edit.which", plan.name()));
        edit.addThemeVariants(ButtonVariant.SMALL);
        var code = new Span(plan.code());
        code.addClassNames("code", "beside");
        var facts = new Facts()
                .with(getTranslation("plans.organization"), words(plan.organization()))
                .with(getTranslation("plans.key"), words(plan.key()))
                .with(getTranslation("plans.endpoint"), words(plan.endpoint()));
        return new Section(plan.name(), code, facts, edit);
    }

    private String words(RateLimit limit) {
        return limit.perDay() == null
                ? getTranslation("usage.rate", number(limit.burst()), number(limit.perMinute()))
                : getTranslation(
                        "usage.rate.day", number(limit.burst()), number(limit.perMinute()), number(limit.perDay()));
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private void askForNew() {
        new PlanDialog(null, wanted -> {
                    plans.create(wanted, signedIn.tenant(), signedIn.actor());
                    Notices.done(getTranslation("plans.saved", wanted.name().strip()));
                    refresh();
                })
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.rate-plans");
    }
}
