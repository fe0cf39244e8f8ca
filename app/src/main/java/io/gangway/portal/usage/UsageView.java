package io.gangway.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.gangway.portal.component.Facts;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.Section;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.rateplan.RateLimit;
import io.gangway.rateplan.RequestKind;
import io.gangway.rateplan.Usage;
import io.gangway.tenant.Permission;
import io.gangway.visibility.Viewer;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests of the last hour and of today, against the plan of the organization. */
@Route(Navigation.USAGE)
@Menu(title = "nav.usage", order = 6, icon = "vaadin:chart")
@RolesAllowed({"PARTNER", "CUSTOMER"})
class UsageView extends Div implements HasDynamicTitle {
    private final transient SignedIn signedIn;
    private final transient Usage usage;

    UsageView(SignedIn signedIn, Usage usage) {
        this.signedIn = signedIn;
        this.usage = usage;
        addClassName("detail-page");
        refresh();
    }

    private void refresh() {
        removeAll();
        var again = new Button(getTranslation("usage.refresh"), VaadinIcon.REFRESH.create(), clicked -> refresh());
        var actions = new Div(again);
        actions.addClassName("actions");
        var heading = new Div(new H1(getTranslation("nav.usage")), actions);
        heading.addClassName("page-heading");
        add(heading);
        if (signedIn.viewer() instanceof Viewer.Partner) {
            add(section(RequestKind.WEBHOOK));
        }
        add(section(RequestKind.API));
    }

    private Component section(RequestKind kind) {
        var report = usage.of(signedIn.tenant(), signedIn.environment(), kind);
        var plan = report.plan();
        var words = "usage." + kind.name().toLowerCase(java.util.Locale.ROOT);
        var limits = new Facts().with(getTranslation("usage.plan"), plan.name());
        if (kind == RequestKind.API) {
            limits.with(getTranslation("usage.organization"), rate(plan.organization()))
                    .with(getTranslation("usage.key"), rate(plan.key()));
        } else {
            limits.with(getTranslation("usage.endpoint"), rate(plan.endpoint()));
        }
        var parts = new ArrayList<Component>();
        parts.add(new Paragraph(getTranslation(words + ".text")));
        if (kind == RequestKind.API && signedIn.may(Permission.MANAGE_ACCESS)) {
            parts.add(zoneChoice(report.zone()));
        }
        parts.add(limits);
        parts.addAll(today(kind, report));
        parts.add(lastHour(report.lastHour()));
        return new Section(getTranslation(words), parts.toArray(Component[]::new));
    }

    private Component zoneChoice(ZoneId zone) {
        var choice = new ComboBox<String>(getTranslation("usage.zone"));
        choice.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        choice.setValue(zone.getId());
        choice.setWidth("18rem");
        choice.addValueChangeListener(changed -> {
            if (changed.isFromClient() && changed.getValue() != null) {
                usage.changeZone(signedIn.tenant(), ZoneId.of(changed.getValue()), signedIn.actor());
                Notices.done(getTranslation("usage.zone.changed", changed.getValue()));
                refresh();
            }
        });
        return choice;
    }

    private List<Component> today(RequestKind kind, Usage.Report report) {
        var parts = new ArrayList<Component>();
        if (kind == RequestKind.API) {
            parts.add(quota(
                    getTranslation("usage.today", report.zone().getId()),
                    report.allowedToday(),
                    report.plan().organization().perDay()));
            report.today().forEach(subject -> parts.add(line(subject.name(), subject)));
        } else if (report.today().isEmpty()) {
            parts.add(quota(
                    getTranslation("usage.today", report.zone().getId()),
                    0,
                    report.plan().endpoint().perDay()));
        } else {
            for (var subject : report.today()) {
                parts.add(new H3(subject.name()));
                parts.add(quota(
                        getTranslation("usage.today", report.zone().getId()),
                        subject.allowed(),
                        report.plan().endpoint().perDay()));
                if (subject.refused() > 0) {
                    parts.add(new Span(getTranslation("usage.refused", number(subject.refused()))));
                }
            }
        }
        return parts;
    }

    /** A bar, its figures in words, and at 80 % and 100 % what that means. */
    private Component quota(String label, long used, @Nullable Long quota) {
        var box = new Div();
        box.addClassName("quota");
        var name = new Span(label);
        var figures = new Span(
                quota == null
                        ? getTranslation("usage.used", number(used))
                        : getTranslation("usage.used.of", number(used), number(quota)));
        figures.addClassName("beside");
        var line = new Div(name, figures);
        line.addClassName("quota-line");
        box.add(line);
        if (quota != null) {
            var bar = new ProgressBar(0, 1, Math.min(1, used / (double) quota));
            bar.getElement().setAttribute("aria-label", label);
            box.add(bar);
            if (used >= quota) {
                box.add(warning("usage.exhausted"));
            } else if (used * 10 >= quota * 8) {
                box.add(warning("usage.nearly"));
            }
        }
        return box;
    }

    private Component warning(String words) {
        var text = new Div(getTranslation(words));
        text.addClassName("quota-warning");
        text.getElement().setAttribute("role", "status");
        return text;
    }

    private Component line(String name, Usage.Subject subject) {
        var code = new Span(name);
        code.addClassName("code");
        var figures = new Span(getTranslation("usage.subject", number(subject.allowed()), number(subject.refused())));
        figures.addClassName("beside");
        var line = new Div(code, figures);
        line.addClassName("quota-line");
        return line;
    }

    /** One bar a minute; refused requests stand on top in the colour of trouble. */
    private Component lastHour(List<Usage.Minute> minutes) {
        var most = minutes.stream()
                .mapToLong(minute -> minute.allowed() + minute.refused())
                .max()
                .orElse(0);
        var allowed = minutes.stream().mapToLong(Usage.Minute::allowed).sum();
        var refused = minutes.stream().mapToLong(Usage.Minute::refused).sum();
        var summary = new Span(getTranslation("usage.hour", number(allowed), number(refused), number(most)));
        summary.addClassName("beside");
        var chart = new Div();
        chart.addClassName("minute-chart");
        chart.getElement().setAttribute("role", "img");
        chart.getElement().setAttribute("aria-label", summary.getText());
        for (var minute : minutes) {
            var column = new Div(bar("refused", minute.refused(), most), bar("allowed", minute.allowed(), most));
            column.addClassName("minute");
            column.getElement()
                    .setAttribute(
                            "title",
                            getTranslation(
                                    "usage.minute",
                                    minute.start().toString().substring(11, 16),
                                    minute.allowed(),
                                    minute.refused()));
            chart.add(column);
        }
        var box = new Div(summary, chart);
        box.addClassName("quota");
        return box;
    }

    private static Component bar(String kind, long count, long most) {
        var bar = new Div();
        bar.addClassNames("bar-of-minute", kind);
        bar.setHeight(most == 0 ? "0" : 100.0 * count / most + "%");
        return bar;
    }

    private String rate(RateLimit limit) {
        return limit.perDay() == null
                ? getTranslation("usage.rate", number(limit.burst()), number(limit.perMinute()))
                : getTranslation(
                        "usage.rate.day", number(limit.burst()), number(limit.perMinute()), number(limit.perDay()));
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.usage");
    }
}
