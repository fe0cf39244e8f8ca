package io.gangway.portal.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Where nothing is: says why, and what to do next. */
public class EmptyState extends Div {
    public EmptyState(VaadinIcon icon, String title, String text) {
        this(icon, new H2(title), text);
    }

    private EmptyState(VaadinIcon icon, HtmlContainer heading, String text) {
        addClassName("empty-state");
        var picture = icon.create();
        picture.addClassName("empty-state-icon");
        add(picture, heading, new Paragraph(text));
    }

    /** For a page that has nothing else. */
    public static EmptyState ofPage(VaadinIcon icon, String title, String text) {
        return new EmptyState(icon, new H1(title), text);
    }
}
