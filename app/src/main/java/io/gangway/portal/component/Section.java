package io.gangway.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A titled part of a page. */
public class Section extends Div {
    public Section(String title, Component... content) {
        addClassName("section");
        add(new H2(title));
        add(content);
    }
}
