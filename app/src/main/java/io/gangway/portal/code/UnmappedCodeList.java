package io.gangway.portal.code;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.gangway.ingest.MessageId;
import io.gangway.ops.CodeMeanings;
import io.gangway.portal.component.Code;
import io.gangway.portal.component.EmptyState;
import io.gangway.portal.component.Moment;
import io.gangway.portal.component.NarrowCards;
import io.gangway.portal.component.Notices;
import io.gangway.portal.component.Stacked;
import io.gangway.portal.shell.Navigation;
import io.gangway.registry.UnmappedCode;
import io.gangway.registry.UnmappedCodes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Codes that somebody has to give a meaning, and the dialog to do so; for partners and operators. */
class UnmappedCodeList extends Div {
    private final transient Supplier<List<UnmappedCode>> codes;
    private final transient CodeMeanings meanings;
    private final transient Clock clock;
    private final String actor;
    private final boolean mayMap;
    private final boolean ofAllPartners;
    private final Grid<UnmappedCode> grid = new Grid<>();
    private final Span count = new Span();
    private final EmptyState nothing;

    /**
     * @param mayMap whether the person may say what a code means
     * @param ofAllPartners whether it says whose a code is; an operator can't open a partner's messages
     */
    UnmappedCodeList(
            Supplier<List<UnmappedCode>> codes,
            CodeMeanings meanings,
            String actor,
            boolean mayMap,
            boolean ofAllPartners,
            Clock clock) {
        this.codes = codes;
        this.meanings = meanings;
        this.actor = actor;
        this.mayMap = mayMap;
        this.ofAllPartners = ofAllPartners;
        this.clock = clock;
        addClassName("list-page");
        nothing = new EmptyState(
                VaadinIcon.CHECK_CIRCLE_O, getTranslation("codes.none.title"), getTranslation("codes.none.text"));
        count.addClassName("count");
        var heading = new Div(new H1(getTranslation("codes.title")), count);
        heading.addClassName("page-heading");
        buildGrid();
        add(heading, grid, nothing);
        refresh();
    }

    final void refresh() {
        var open = codes.get();
        grid.setItems(open);
        count.setText(getTranslation("codes.count", open.size()));
        grid.setVisible(!open.isEmpty());
        nothing.setVisible(open.isEmpty());
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowCards.in(grid, getTranslation("codes.title"), this::card);
        grid.addComponentColumn(this::code)
                .setHeader(getTranslation("codes.code"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::where)
                .setHeader(getTranslation(ofAllPartners ? "codes.partner" : "codes.where"))
                .setFlexGrow(1);
        grid.addColumn(UnmappedCodeList::messages)
                .setHeader(getTranslation("codes.messages"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(code -> Moment.relative(code.firstSeenAt(), clock.instant()))
                .setHeader(getTranslation("codes.first-seen"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(code -> Moment.relative(code.lastSeenAt(), clock.instant()))
                .setHeader(getTranslation("codes.last-seen"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::examples)
                .setHeader(getTranslation("codes.examples"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::assign)
                .setHeader(getTranslation("codes.meaning"))
                .setKey("assign")
                .setWidth("12em")
                .setFlexGrow(0);
        grid.setSizeFull();
    }

    /** The whole row for a narrow screen. */
    private Component card(UnmappedCode code) {
        var seen = Moment.relative(code.lastSeenAt(), clock.instant());
        seen.addClassName("beside");
        var last = new Div(new Span(getTranslation("codes.in-messages", code.messages())), seen);
        last.addClassName("card-last");
        var card = new Div(code(code), where(code), last, assign(code));
        card.addClassName("card");
        return card;
    }

    private Component code(UnmappedCode code) {
        var key = new Span(String.join(" / ", code.key()));
        key.addClassNames("code", "whole");
        var words = new Span(Objects.requireNonNullElse(code.rawText(), ""));
        words.addClassName("beside");
        return new Stacked(key, words);
    }

    private Component where(UnmappedCode code) {
        var beneath = new Span(ofAllPartners ? code.connectionName() : code.list());
        beneath.addClassName("beside");
        return new Stacked(new Span(ofAllPartners ? code.partnerName() : code.connectionName()), beneath);
    }

    private static String messages(UnmappedCode code) {
        return code.messages() >= UnmappedCodes.MAX_COUNT ? "1,000+" : String.valueOf(code.messages());
    }

    private Component examples(UnmappedCode code) {
        var box = new Div();
        box.addClassName("stacked");
        for (var example : code.examples()) {
            var id = new MessageId(example);
            var text = Code.shortened(id.toString());
            box.add(ofAllPartners ? new Code(id.toString()) : new Anchor(Navigation.message(id), text));
        }
        return box;
    }

    private Component assign(UnmappedCode code) {
        if (!mayMap) {
            return new Span();
        }
        var button = new Button(getTranslation("codes.assign"), clicked -> ask(code));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void ask(UnmappedCode code) {
        new CodeDialog(code, meaning -> {
                    var reread = meanings.assign(code.partner(), code.id(), meaning, actor);
                    Notices.done(getTranslation(
                            "codes.assigned",
                            String.join(" / ", code.key()),
                            getTranslation("status." + meaning.status().name()),
                            reread));
                    refresh();
                })
                .open();
    }
}
