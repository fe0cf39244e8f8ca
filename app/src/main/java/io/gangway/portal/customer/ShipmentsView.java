package io.gangway.portal.customer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.gangway.portal.component.ShipmentList;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.visibility.TrackedShipments;
import io.gangway.visibility.Viewer;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A customer's shipments. */
@Route(Navigation.SHIPMENTS)
@RolesAllowed("CUSTOMER")
class ShipmentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final ShipmentList list;

    ShipmentsView(SignedIn signedIn, TrackedShipments shipments, LiveUpdates live, Clock clock) {
        addClassName("fill");
        var tenant = signedIn.tenant();
        list = new ShipmentList(
                Navigation.SHIPMENTS,
                new Viewer.Customer(tenant),
                signedIn.environment(),
                shipments,
                live,
                change -> tenant.equals(change.customer()),
                clock);
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
