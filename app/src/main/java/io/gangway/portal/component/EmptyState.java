package io.gangway.portal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Where nothing is: says why, and what to do next. */
public class EmptyState extends Div {
    public EmptyState(VaadinIcon icon, String title, String text) {
        addClassName("empty-state");
        var picture = icon.create();
        picture.addClassName("empty-state-icon");
        add(picture, new H2(title), new Paragraph(text));
    }
}
