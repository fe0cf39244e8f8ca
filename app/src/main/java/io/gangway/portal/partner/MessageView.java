package io.gangway.portal.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gangway.ingest.MessageId;
import io.gangway.ingest.MessageOutcome;
import io.gangway.ops.Replays;
import io.gangway.portal.component.Breadcrumb;
import io.gangway.portal.component.Code;
import io.gangway.portal.component.Facts;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.Places;
import io.gangway.portal.component.Section;
import io.gangway.portal.component.Sender;
import io.gangway.portal.component.StatusBadge;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.tenant.Permission;
import io.gangway.visibility.MessageDetail;
import io.gangway.visibility.MessageLog;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;

/** One message, from the bytes received to what followed, from top to bottom as it happened. */
@Route(Navigation.MESSAGES)
@RolesAllowed("PARTNER")
class MessageView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final transient SignedIn signedIn;
    private final transient MessageLog messages;
    private final transient Replays replays;
    private final transient LiveUpdates live;

    MessageView(SignedIn signedIn, MessageLog messages, Replays replays, LiveUpdates live) {
        this.signedIn = signedIn;
        this.messages = messages;
        this.replays = replays;
        this.live = live;
        addClassName("detail-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String publicId) {
        var id = MessageId.read(publicId);
        var detail = id.flatMap(message -> messages.find(signedIn.tenant(), message));
        if (id.isEmpty() || detail.isEmpty()) {
            throw new NotFoundException(getTranslation("message.not-found"));
        }
        render(detail.get());
        live.onMessages(
                this,
                signedIn.tenant(),
                () -> messages.find(signedIn.tenant(), id.get()).ifPresent(this::render));
    }

    private void render(MessageDetail detail) {
        removeAll();
        var row = detail.row();
        var id = Objects.requireNonNull(row.message()).toString();
        var heading = new Div(new H1(getTranslation("message.title")), new StatusBadge(row.result()));
        heading.addClassName("page-heading");
        add(new Breadcrumb(getTranslation("nav.messages"), Navigation.MESSAGES, id), heading);
        add(new Facts()
                .with(getTranslation("messages.received"), Moment.absoluteOf(row.receivedAt()))
                .with(getTranslation("messages.endpoint"), row.endpointName())
                .with(getTranslation("message.size"), getTranslation("message.bytes", row.bodyBytes()))
                .with(getTranslation("message.id"), new Code(id))
                .with(getTranslation("message.sender-id"), Objects.requireNonNullElse(row.senderMessageId(), ""))
                .with(getTranslation("message.correlation"), new Code(row.correlationId())));
        // What became of it first, then the evidence.
        add(new Section(getTranslation("message.result"), result(detail)));
        add(new Section(getTranslation("message.headers"), headers(detail)));
        add(new Section(getTranslation("message.body"), body(detail)));
        add(new Section(
                getTranslation("message.verified"),
                new Span(getTranslation("message.verified.text")),
                pre(detail.verifier())));
    }

    private static Component headers(MessageDetail detail) {
        var facts = new Facts();
        detail.headers().forEach((name, values) -> facts.with(name, String.join(", ", values)));
        facts.addClassName("code");
        return facts;
    }

    private static Component body(MessageDetail detail) {
        return pre(MessageText.of(detail.body()));
    }

    private static Pre pre(String text) {
        var pre = new Pre(text);
        pre.addClassName("payload");
        pre.getElement().setAttribute("tabindex", "0");
        return pre;
    }

    private Component result(MessageDetail detail) {
        return switch (detail.row().result()) {
            case WAITING -> new Span(getTranslation("messages.waiting"));
            case REFUSED -> new Span();
            case NOTHING_TO_REPORT ->
                new Span(getTranslation("message.nothing-to-report", Objects.requireNonNullElse(detail.mapping(), "")));
            case DEAD -> new Div(faults(detail), replay(detail));
            case PARTLY_TRANSLATED -> new Div(produced(detail), faults(detail), replay(detail));
            case TRANSLATED -> produced(detail);
        };
    }

    private Component faults(MessageDetail detail) {
        var list = new UnorderedList();
        list.addClassName("faults");
        for (MessageOutcome.Fault fault : detail.faults()) {
            var code = new Span(fault.code());
            code.addClassName("code");
            var pointer = new Span(fault.pointer());
            pointer.addClassName("code");
            list.add(new ListItem(code, new Span(" "), pointer, new Div(new Span(fault.detail()))));
        }
        var party = detail.faultParty();
        return new Div(new Span(party == null ? "" : getTranslation("party." + party.name())), list);
    }

    private Component replay(MessageDetail detail) {
        var message = Objects.requireNonNull(detail.row().message());
        var button = new Button(getTranslation("message.replay"), VaadinIcon.REFRESH.create());
        button.setDisableOnClick(true);
        button.setVisible(signedIn.may(Permission.REPLAY));
        button.addClickListener(clicked -> {
            if (replays.replay(signedIn.tenant(), message, signedIn.actor())) {
                Notices.done(getTranslation("message.replayed"));
            }
            messages.find(signedIn.tenant(), message).ifPresent(this::render);
        });
        return new Div(new Div(new Span(getTranslation("message.replay.next"))), button);
    }

    private Component produced(MessageDetail detail) {
        var box = new Div();
        box.add(new Span(getTranslation(
                "message.translated",
                Objects.requireNonNullElse(detail.mapping(), ""),
                detail.row().events(),
                detail.row().newEvents())));
        var list = new UnorderedList();
        list.addClassName("produced");
        for (var produced : detail.produced()) {
            var shipment = new Anchor(Navigation.shipment(produced.shipment()), produced.trackingNumber());
            shipment.addClassName("code");
            list.add(new ListItem(
                    shipment,
                    new StatusBadge(produced.event().status()),
                    Sender.words(produced.event().rawCode(), produced.event().rawText()),
                    Moment.absoluteOf(produced.event().occurredAt()),
                    new Span(Places.text(produced.event().place()))));
        }
        box.add(list);
        return box;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("message.title");
    }
}
