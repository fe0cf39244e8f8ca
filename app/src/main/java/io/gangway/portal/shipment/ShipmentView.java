package io.gangway.portal.shipment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.visibility.TrackedShipments;
import jakarta.annotation.security.RolesAllowed;

/** One of a customer's shipments. */
@Route(Navigation.SHIPMENTS)
@RolesAllowed({"CUSTOMER", "PARTNER", "OPERATOR"})
class ShipmentView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final transient SignedIn signedIn;
    private final transient TrackedShipments shipments;
    private final transient LiveUpdates live;

    ShipmentView(SignedIn signedIn, TrackedShipments shipments, LiveUpdates live) {
        this.signedIn = signedIn;
        this.shipments = shipments;
        this.live = live;
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        var page = new ShipmentPage(signedIn.viewer(), signedIn.environment(), shipments);
        if (!page.show(id, live)) {
            throw new NotFoundException(getTranslation("shipment.not-found"));
        }
        removeAll();
        add(page);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shipment.title");
    }
}
