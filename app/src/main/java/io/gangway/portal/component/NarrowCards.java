package io.gangway.portal.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;

/** On a narrow screen a grid shows each row as one card instead of its columns. */
public final class NarrowCards<T> {
    private static final int NARROW = 760;
    private static final String CARD = "card";

    private final Grid<T> grid;

    private NarrowCards(Grid<T> grid) {
        this.grid = grid;
    }

    /**
     * To be called before other columns are added.
     *
     * @param heading read aloud, not shown
     */
    public static <T, C extends Component> void in(Grid<T> grid, String heading, ValueProvider<T, C> card) {
        grid.addComponentColumn(card).setHeader(heading).setKey(CARD).setVisible(false);
        grid.addAttachListener(new NarrowCards<>(grid)::follow);
    }

    private void follow(AttachEvent attached) {
        var page = attached.getUI().getPage();
        page.retrieveExtendedClientDetails(details -> fit(details.getWindowInnerWidth()));
        var resized = page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        grid.addDetachListener(detached -> {
            resized.remove();
            detached.unregisterListener();
        });
    }

    private void fit(int width) {
        var narrow = width < NARROW;
        for (var column : grid.getColumns()) {
            column.setVisible(CARD.equals(column.getKey()) == narrow);
        }
        grid.getElement().getClassList().set("narrow", narrow);
    }
}
