package io.gangway.portal.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.gangway.identity.AccessRefused;
import io.gangway.identity.MemberAdministration;
import io.gangway.identity.MemberLine;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.Stacked;
import io.gangway.portal.component.StatusBadge;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.tenant.Member;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Membership;
import io.gangway.tenant.Permission;
import io.gangway.tenant.TenantKind;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Who belongs to the organization: everybody sees it; who manages members invites, changes and removes. */
@Route(Navigation.MEMBERS)
@Menu(title = "nav.members", order = 7, icon = "vaadin:users")
@RolesAllowed({"CUSTOMER", "PARTNER", "OPERATOR"})
class MembersView extends Div implements HasDynamicTitle {
    private final transient MemberAdministration members;
    private final transient Membership own;
    private final transient String actor;
    private final transient Clock clock;
    private final boolean mayManage;
    private final Grid<MemberLine> grid = new Grid<>();
    private final Span count = new Span();
    private final Span waitingText = new Span();
    private final Div waiting = new Div(VaadinIcon.EXCLAMATION_CIRCLE_O.create(), waitingText);

    MembersView(SignedIn signedIn, MemberAdministration members, LiveUpdates live, Clock clock) {
        this.members = members;
        this.own = signedIn.membership();
        this.actor = signedIn.actor();
        this.mayManage = signedIn.may(Permission.MANAGE_MEMBERS);
        this.clock = clock;
        addClassName("fill");
        var invite = new Button(getTranslation("members.invite"), VaadinIcon.PLUS.create(), clicked -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.setId("invite");
        invite.setVisible(mayManage);
        var actions = new Div(invite);
        actions.addClassName("actions");
        count.addClassName("count");
        var heading = new Div(new H1(getTranslation("nav.members")), count, actions);
        heading.addClassName("page-heading");
        waiting.addClassName("banner");
        waiting.getElement().setAttribute("role", "status");
        buildGrid();
        var page = new Div(heading, waiting, grid);
        page.addClassName("list-page");
        add(page);
        live.onMembers(this, own.tenant().id(), this::refresh);
        refresh();
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(grid, getTranslation("nav.members"), this::card);
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("members.name"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::role)
                .setHeader(getTranslation("members.role"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("members.state"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::lastLogin)
                .setHeader(getTranslation("members.last-login"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::actions)
                .setHeader(getTranslation("members.actions"))
                .setWidth("6em")
                .setFlexGrow(0);
        grid.setSizeFull();
    }

    private void refresh() {
        var lines = members.of(own.tenant().id());
        grid.setItems(lines);
        count.setText(getTranslation("members.count", lines.size()));
        var stuck = lines.stream()
                .map(MemberLine::open)
                .filter(Objects::nonNull)
                .filter(open -> open.failure() != null && !open.givenUp())
                .count();
        waitingText.setText(getTranslation("members.waiting", stuck));
        waiting.setVisible(stuck > 0);
    }

    private Component card(MemberLine line) {
        var last = new Div(role(line), actions(line));
        last.addClassName("card-last");
        var card = new Div(name(line), state(line), last);
        card.addClassName("card");
        return card;
    }

    private Component name(MemberLine line) {
        var member = line.member();
        var name = new Span(member.displayName());
        if (isMe(member)) {
            name.setText("%s (%s)".formatted(member.displayName(), getTranslation("members.you")));
        }
        return new Stacked(name, beside(member.email()));
    }

    private Component role(MemberLine line) {
        return new Span(roleName(line.member().role()));
    }

    private Component state(MemberLine line) {
        var member = line.member();
        var state = member.stateAt(clock.instant());
        var badge = new StatusBadge(state);
        var open = line.open();
        if (open != null && open.givenUp()) {
            var text = state == Member.State.ACTIVE ? "members.refused" : "members.not-sent";
            return new Stacked(badge, beside(getTranslation(text, Objects.requireNonNullElse(open.failure(), ""))));
        }
        if (open != null) {
            var text = state == Member.State.ACTIVE ? "members.telling" : "members.sending";
            return new Stacked(badge, beside(getTranslation(text)));
        }
        if (line.isOffered()) {
            return new Stacked(badge, beside(getTranslation("members.offered")));
        }
        if (state == Member.State.INVITED) {
            var end = Objects.requireNonNull(member.invitedAt()).plus(Member.INVITATION_LIFE);
            return new Stacked(
                    badge,
                    beside(getTranslation(
                            "members.until", Moment.absoluteOf(end).getText())));
        }
        return badge;
    }

    private Component lastLogin(MemberLine line) {
        var at = line.member().lastLoginAt();
        return at == null ? beside(getTranslation("members.never")) : Moment.relative(at, clock.instant());
    }

    private Component actions(MemberLine line) {
        var member = line.member();
        if (!mayManage && !isMe(member)) {
            return new Div();
        }
        var open = new Button(VaadinIcon.ELLIPSIS_DOTS_H.create());
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.setAriaLabel(getTranslation("members.actions.of", member.displayName()));
        var items = new ContextMenu(open);
        items.setOpenOnClick(true);
        var active = member.stateAt(clock.instant()) == Member.State.ACTIVE;
        if (mayManage) {
            items.addItem(getTranslation("members.change-role"), clicked -> askForRole(member));
        }
        if (mayManage && !active) {
            items.addItem(getTranslation("members.again"), clicked -> inviteAgain(member));
        }
        if (mayManage && mayBeOffered(member)) {
            items.addItem(
                    getTranslation("members.offer"),
                    clicked -> confirm(
                            "members.offer",
                            member,
                            () -> members.offerOwnership(own, member.id(), actor),
                            getTranslation("members.offer.sent", member.displayName())));
        }
        if (isMe(member)) {
            items.addItem(
                    getTranslation("members.leave"),
                    clicked -> confirm("members.leave", member, () -> members.leave(own, actor), ""));
        } else if (active) {
            items.addItem(
                    getTranslation("members.remove"),
                    clicked -> confirm(
                            "members.remove",
                            member,
                            () -> members.remove(own.tenant(), member.id(), actor),
                            getTranslation("members.removed", member.displayName())));
        } else {
            items.addItem(
                    getTranslation("members.withdraw"),
                    clicked -> confirm(
                            "members.withdraw",
                            member,
                            () -> members.remove(own.tenant(), member.id(), actor),
                            getTranslation("members.withdrawn", member.displayName())));
        }
        return open;
    }

    private boolean mayBeOffered(Member member) {
        return own.tenant().kind() == TenantKind.PARTNER
                && own.member().role() == MemberRole.OWNER
                && member.subject() != null
                && !isMe(member);
    }

    private void invite() {
        new InviteDialog(own.tenant(), wanted -> {
                    var invited = members.invite(own.tenant(), wanted, actor);
                    Notices.done(getTranslation("members.invited", invited.email()));
                    refresh();
                })
                .open();
    }

    private void inviteAgain(Member member) {
        finish(
                () -> members.inviteAgain(own.tenant().id(), member.id(), actor),
                getTranslation("members.invited-again", member.email()));
    }

    private void askForRole(Member member) {
        new RoleDialog(own.tenant().kind(), member, role -> {
                    var text = getTranslation("members.role-changed", member.displayName(), roleName(role));
                    if (members.changeRole(own.tenant(), member.id(), role, actor)) {
                        Notices.done(text);
                    } else {
                        Notices.failed(getTranslation("members.gone"));
                    }
                    refresh();
                })
                .open();
    }

    /** Texts below {@code key}: title, text, confirm. */
    private void confirm(String key, Member member, BooleanSupplier work, String done) {
        var organization = own.tenant().name();
        var subject = key.equals("members.leave") ? organization : member.displayName();
        var dialog = new ConfirmDialog(
                getTranslation(key + ".title", subject, organization),
                getTranslation(key + ".text", member.displayName(), organization),
                getTranslation(key + ".confirm"),
                confirmed -> finish(work, done));
        dialog.setCancelable(true);
        if (!key.equals("members.offer")) {
            dialog.setConfirmButtonTheme("error primary");
        }
        dialog.open();
    }

    private void finish(BooleanSupplier work, String done) {
        try {
            if (!work.getAsBoolean()) {
                Notices.failed(getTranslation("members.gone"));
            } else if (!done.isEmpty()) {
                Notices.done(done);
            }
        } catch (AccessRefused refused) {
            Notices.failed(String.join(" ", refused.faults().values()));
        }
        refresh();
    }

    private boolean isMe(Member member) {
        return member.id().equals(own.member().id());
    }

    private String roleName(MemberRole role) {
        return getTranslation("role." + role.name());
    }

    private static Component beside(String text) {
        var beside = new Span(text);
        beside.addClassNames("beside", "whole");
        return beside;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.members");
    }
}
