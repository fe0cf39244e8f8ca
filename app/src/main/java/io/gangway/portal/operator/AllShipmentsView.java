package io.gangway.portal.operator;

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

/** Every partner's shipments, claimed or not. */
@Route(Navigation.ALL_SHIPMENTS)
@RolesAllowed("OPERATOR")
class AllShipmentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final ShipmentList list;

    AllShipmentsView(SignedIn signedIn, TrackedShipments shipments, LiveUpdates live, Clock clock) {
        addClassName("fill");
        list = new ShipmentList(
                Navigation.ALL_SHIPMENTS,
                new Viewer.Operator(),
                signedIn.environment(),
                shipments,
                live,
                change -> true,
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
