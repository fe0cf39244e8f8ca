package io.gangway.portal.shipment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.visibility.TrackedShipments;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Shipments: a customer's own, a partner's as it reported them, all for operators. */
@Route(Navigation.SHIPMENTS)
@Menu(title = "nav.shipments", order = 2, icon = "vaadin:package")
@RolesAllowed({"CUSTOMER", "PARTNER", "OPERATOR"})
class ShipmentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final ShipmentList list;

    ShipmentsView(SignedIn signedIn, TrackedShipments shipments, LiveUpdates live, Clock clock) {
        addClassName("fill");
        list = new ShipmentList(signedIn.viewer(), signedIn.environment(), shipments, live, clock);
        add(list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.shipments");
    }
}
