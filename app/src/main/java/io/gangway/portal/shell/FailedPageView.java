package io.gangway.portal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gangway.platform.Correlation;
import io.gangway.portal.component.Code;
import io.gangway.portal.component.EmptyState;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be shown: an apology and the id under which the log tells why, never a stack trace. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailedPageView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger log = LoggerFactory.getLogger(FailedPageView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var correlation = Correlation.current();
        log.error(
                "The page '{}' failed; the person was given correlation id {}.",
                event.getLocation().getPath(),
                correlation.id(),
                parameter.getException());
        removeAll();
        add(
                EmptyState.ofPage(
                        VaadinIcon.WARNING, getTranslation("failed-page.title"), getTranslation("failed-page.text")),
                new Code(correlation.id()));
        addClassName("centred");
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("failed-page.title");
    }
}
