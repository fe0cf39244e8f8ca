package io.gangway.portal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.gangway.identity.Invitations;
import io.gangway.portal.component.EmptyState;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.Section;
import io.gangway.tenant.Member;
import io.gangway.tenant.Membership;
import jakarta.annotation.security.PermitAll;
import java.util.function.BooleanSupplier;

/** What the person has been offered: places in organizations, and an organization itself. */
@Route("invitations")
@PermitAll
class InvitationsView extends Div implements HasDynamicTitle {
    private final transient Invitations invitations;
    private final transient SignedIn signedIn;
    private final Div offers = new Div();

    InvitationsView(Invitations invitations, SignedIn signedIn, LiveUpdates live) {
        this.invitations = invitations;
        this.signedIn = signedIn;
        addClassName("detail-page");
        offers.addClassName("packages");
        add(new H1(getTranslation("invitations.title")), offers);
        live.onPerson(this, signedIn.isMe(), this::refresh);
        refresh();
    }

    private void refresh() {
        offers.removeAll();
        var guest = signedIn.guest();
        signedIn.current()
                .ifPresent(own -> invitations.ownershipOffer(own).ifPresent(from -> offers.add(ownership(own, from))));
        invitations.of(guest).forEach(invited -> offers.add(place(guest, invited)));
        if (offers.getComponentCount() == 0) {
            offers.add(new EmptyState(
                    VaadinIcon.ENVELOPE_OPEN_O,
                    getTranslation("invitations.none.title"),
                    getTranslation("invitations.none.text", signedIn.email())));
        }
    }

    private Section place(Invitations.Guest guest, Membership invited) {
        var organization = invited.tenant().name();
        var role = "role." + invited.member().role().name();
        var id = invited.member().id();
        return offer(
                getTranslation("invitations.place", organization),
                getTranslation("invitations.place.text", getTranslation(role), getTranslation(role + ".help")),
                answer(getTranslation("invitations.accept", organization), true, () -> {
                    var joined = invitations.accept(guest, id);
                    if (joined) {
                        signedIn.turnTo(invited.tenant());
                    }
                    return joined;
                }),
                answer(getTranslation("invitations.decline"), false, () -> {
                    var declined = invitations.decline(guest, id);
                    if (declined) {
                        Notices.done(getTranslation("invitations.declined", organization));
                    }
                    return declined;
                }));
    }

    private Section ownership(Membership own, Member from) {
        return offer(
                getTranslation(
                        "invitations.ownership",
                        from.displayName(),
                        own.tenant().name()),
                getTranslation("invitations.ownership.text", from.displayName()),
                answer(getTranslation("invitations.ownership.accept"), true, () -> {
                    var accepted = invitations.acceptOwnership(own);
                    if (accepted) {
                        signedIn.beginAnew();
                    }
                    return accepted;
                }),
                answer(getTranslation("invitations.decline"), false, () -> invitations.declineOwnership(own)));
    }

    private static Section offer(String title, String text, Button... answers) {
        var buttons = new Div(answers);
        buttons.addClassName("inline");
        var offer = new Section(title);
        offer.addClassName("offer");
        offer.add(new Paragraph(text), buttons);
        return offer;
    }

    private Button answer(String text, boolean isMain, BooleanSupplier work) {
        var button = new Button(text, clicked -> {
            if (!work.getAsBoolean()) {
                Notices.failed(getTranslation("invitations.gone"));
            }
            refresh();
        });
        if (isMain) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invitations.title");
    }
}
