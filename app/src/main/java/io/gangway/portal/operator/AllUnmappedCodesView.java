package io.gangway.portal.operator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.gangway.ops.CodeMeanings;
import io.gangway.portal.component.UnmappedCodeList;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.registry.UnmappedCodes;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Codes of all partners that their code lists do not know. */
@Route(Navigation.ALL_CODES)
@RolesAllowed("OPERATOR")
class AllUnmappedCodesView extends Div implements HasDynamicTitle {
    AllUnmappedCodesView(SignedIn signedIn, UnmappedCodes codes, CodeMeanings meanings, LiveUpdates live, Clock clock) {
        addClassName("fill");
        var environment = signedIn.environment();
        var list =
                new UnmappedCodeList(() -> codes.ofAllPartners(environment), meanings, signedIn.actor(), true, clock);
        add(list);
        live.onAnyMessages(this, list::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.codes");
    }
}
