package io.gangway.portal.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The way back to the list. */
public class Breadcrumb extends Nav {
    public Breadcrumb(String list, String path, String here) {
        addClassName("breadcrumb");
        getElement().setAttribute("aria-label", getTranslation("shell.breadcrumb"));
        var current = new Span(here);
        current.getElement().setAttribute("aria-current", "page");
        var separator = new Span("/");
        separator.getElement().setAttribute("aria-hidden", "true");
        var back = new Anchor(path, list);
        back.setRouterIgnore(false);
        add(back, separator, current);
    }
}
