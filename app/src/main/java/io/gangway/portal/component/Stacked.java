package io.gangway.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;

/** Parts of a grid's cell, one beneath the other. */
public class Stacked extends Div {
    public Stacked(Component... parts) {
        super(parts);
        addClassName("stacked");
    }

    /** What matters less than the part above it. */
    public static <C extends Component & HasStyle> C beside(C part) {
        part.addClassName("beside");
        return part;
    }
}
