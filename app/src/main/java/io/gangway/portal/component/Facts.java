package io.gangway.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and values side by side. */
public class Facts extends DescriptionList {
    public Facts() {
        addClassName("facts");
    }

    public Facts with(String name, Component value) {
        var pair = new Div(new Term(name), new Description(value));
        pair.addClassName("fact");
        getElement().appendChild(pair.getElement());
        return this;
    }

    /** Leaves out what is blank. */
    public Facts with(String name, String value) {
        return value.isBlank() ? this : with(name, new Span(value));
    }
}
