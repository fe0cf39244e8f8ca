package io.gangway.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gangway.portal.component.EmptyState;
import jakarta.servlet.http.HttpServletResponse;

/** What isn't there, or isn't the person's: the same page for both, so that nobody learns by guessing. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnknownPageView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        Component text = EmptyState.ofPage(
                VaadinIcon.MAP_MARKER, getTranslation("unknown-page.title"), getTranslation("unknown-page.text"));
        add(text, new Anchor("", getTranslation("unknown-page.home")));
        addClassName("centred");
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("unknown-page.title");
    }
}
