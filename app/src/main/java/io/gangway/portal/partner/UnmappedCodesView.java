package io.gangway.portal.partner;

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

/** A partner's codes that its code lists do not know. */
@Route(Navigation.CODES)
@RolesAllowed("PARTNER")
class UnmappedCodesView extends Div implements HasDynamicTitle {
    UnmappedCodesView(SignedIn signedIn, UnmappedCodes codes, CodeMeanings meanings, LiveUpdates live, Clock clock) {
        addClassName("fill");
        var partner = signedIn.tenant();
        var environment = signedIn.environment();
        var list = new UnmappedCodeList(() -> codes.of(partner, environment), meanings, signedIn.actor(), false, clock);
        add(list);
        live.onMessages(this, partner, list::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.codes");
    }
}
