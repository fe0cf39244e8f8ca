package io.gangway.portal.code;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.gangway.ops.CodeMeanings;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.registry.UnmappedCodes;
import io.gangway.tenant.Permission;
import io.gangway.visibility.Viewer;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Codes that no code list knows: a partner's own, those of all partners for operators. */
@Route(Navigation.CODES)
@Menu(title = "nav.codes", order = 3, icon = "vaadin:question-circle-o")
@RolesAllowed({"PARTNER", "OPERATOR"})
class UnmappedCodesView extends Div implements HasDynamicTitle {
    UnmappedCodesView(SignedIn signedIn, UnmappedCodes codes, CodeMeanings meanings, LiveUpdates live, Clock clock) {
        addClassName("fill");
        var environment = signedIn.environment();
        var mayMap = signedIn.may(Permission.MAP_CODES);
        if (signedIn.viewer() instanceof Viewer.Operator) {
            var all = new UnmappedCodeList(
                    () -> codes.ofAllPartners(environment), meanings, signedIn.actor(), mayMap, true, clock);
            add(all);
            live.onAnyMessages(this, all::refresh);
        } else {
            var partner = signedIn.tenant();
            var own = new UnmappedCodeList(
                    () -> codes.of(partner, environment), meanings, signedIn.actor(), mayMap, false, clock);
            add(own);
            live.onMessages(this, partner, own::refresh);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.codes");
    }
}
