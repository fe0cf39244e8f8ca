package io.gangway.portal.shipment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.ingest.MessageId;
import io.gangway.kernel.Environment;
import io.gangway.portal.component.Breadcrumb;
import io.gangway.portal.component.Code;
import io.gangway.portal.component.Facts;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.Places;
import io.gangway.portal.component.Section;
import io.gangway.portal.component.Sender;
import io.gangway.portal.component.StatusBadge;
import io.gangway.portal.component.StatusTone;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.shipment.ShipmentId;
import io.gangway.shipment.TimelineEntry;
import io.gangway.visibility.PackageRow;
import io.gangway.visibility.ShipmentRow;
import io.gangway.visibility.TrackedShipments;
import io.gangway.visibility.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One shipment: where it stands, what happened, its packages; kept up to date. */
class ShipmentPage extends Div {
    private final transient TrackedShipments shipments;
    private final transient Viewer viewer;
    private final transient Environment environment;
    private final Set<String> shownEvents = new HashSet<>();

    ShipmentPage(Viewer viewer, Environment environment, TrackedShipments shipments) {
        this.viewer = viewer;
        this.environment = environment;
        this.shipments = shipments;
        addClassName("detail-page");
    }

    /**
     * Shows a shipment and follows it. Answers false if the viewer has no such shipment, and then shows nothing: for
     * anybody else it does not exist.
     */
    boolean show(String publicId, LiveUpdates live) {
        var id = ShipmentId.read(publicId);
        var found = id.flatMap(shipment -> shipments.find(viewer, environment, shipment));
        if (id.isEmpty() || found.isEmpty()) {
            return false;
        }
        render(found.get());
        live.onShipments(
                this,
                change -> change.shipment().equals(id.get()),
                () -> shipments.find(viewer, environment, id.get()).ifPresent(this::render));
        return true;
    }

    private void render(ShipmentRow row) {
        var timeline = shipments.timeline(viewer, environment, row.id());
        removeAll();
        add(new Breadcrumb(getTranslation("nav.shipments"), Navigation.SHIPMENTS, row.trackingNumber()));
        add(heading(row), facts(row));
        var body = new Div(new Section(getTranslation("shipment.timeline"), timeline(timeline)));
        body.addClassName("columns");
        body.add(new Section(
                getTranslation("shipment.packages"), packages(shipments.packages(viewer, environment, row.id()))));
        add(body);
    }

    private Component heading(ShipmentRow row) {
        var title = new H1(row.trackingNumber());
        title.addClassName("code");
        var badge = new StatusBadge(row.status());
        badge.setId("shipment-status");
        var heading = new Div(title, badge, Sender.words(row.rawCode(), row.rawText()));
        heading.addClassName("page-heading");
        return heading;
    }

    private Component facts(ShipmentRow row) {
        var facts = new Facts()
                .with(
                        getTranslation("shipment.carrier"),
                        row.service() == null ? row.carrierName() : row.carrierName() + " · " + row.service())
                .with(getTranslation("shipment.order"), Objects.requireNonNullElse(row.orderReference(), ""));
        if (!(viewer instanceof Viewer.Partner)) {
            facts.with(getTranslation("shipments.partner"), row.partnerName());
        }
        if (!(viewer instanceof Viewer.Customer)) {
            facts.with(
                    getTranslation("shipments.customer"),
                    row.contested()
                            ? getTranslation("shipments.contested")
                            : Objects.requireNonNullElse(row.customerName(), getTranslation("shipments.unclaimed")));
        }
        facts.with(getTranslation("shipments.place"), Places.text(row.place()));
        if (row.deliveredAt() != null) {
            facts.with(getTranslation("shipment.delivered"), Moment.absoluteOf(row.deliveredAt()));
        } else if (row.estimatedDeliveryAt() != null || row.estimatedDeliveryOn() != null) {
            facts.with(
                    getTranslation("shipments.estimate"),
                    Moment.day(row.estimatedDeliveryAt(), row.estimatedDeliveryOn()));
        }
        var cause = cause(row.reason(), row.responsible());
        return facts.with(getTranslation("shipment.cause"), cause)
                .with(getTranslation("shipment.id"), new Code(row.id().toString()));
    }

    private String cause(@Nullable Reason reason, @Nullable ResponsibleParty responsible) {
        if (reason == null) {
            return "";
        }
        var text = getTranslation("reason." + reason.name());
        return responsible == null ? text : text + " · " + getTranslation("responsible." + responsible.name());
    }

    private Component timeline(List<TimelineEntry> entries) {
        var list = new OrderedList();
        list.addClassName("timeline");
        var first = shownEvents.isEmpty();
        for (var entry : entries) {
            var item = timelineItem(entry);
            if (shownEvents.add(entry.id().toString()) && !first) {
                item.addClassName("fresh");
            }
            list.add(item);
        }
        return list;
    }

    private ListItem timelineItem(TimelineEntry entry) {
        var item = new ListItem();
        item.addClassNames("timeline-item", StatusTone.of(entry.status()).className());
        var icon = StatusTone.of(entry.status()).icon().create();
        icon.addClassName("timeline-icon");
        var status = new Span(getTranslation("status." + entry.status().name()));
        status.addClassName("timeline-status");
        var cause = new Span(cause(entry.reason(), entry.responsible()));
        cause.addClassName("timeline-cause");
        var when = Moment.absoluteOf(entry.occurredAt());
        var where = new Span(Places.text(entry.place()));
        var line = new Div(when, where);
        line.addClassName("timeline-line");
        var text = new Div(new Div(status, cause), Sender.words(entry.rawCode(), entry.rawText()), line);
        text.addClassName("timeline-text");
        if (viewer instanceof Viewer.Partner) {
            var message = new com.vaadin.flow.component.html.Anchor(
                    Navigation.message(new MessageId(entry.message())), getTranslation("shipment.message"));
            message.addClassName("beside");
            text.add(message);
        }
        item.add(icon, text);
        return item;
    }

    private Component packages(List<PackageRow> packages) {
        if (packages.isEmpty()) {
            var none = new Div(VaadinIcon.PACKAGE.create(), new Span(getTranslation("shipment.no-packages")));
            none.addClassName("none");
            return none;
        }
        var list = new Div();
        list.addClassName("packages");
        for (var one : packages) {
            var row = new Div(new Code(one.number()), new StatusBadge(one.status()));
            row.addClassName("package");
            list.add(row);
        }
        return list;
    }
}
