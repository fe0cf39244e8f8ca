package io.gangway.portal.partner;

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

/** Shipments that a partner has told of, claimed by a customer or not. */
@Route(Navigation.FEED_SHIPMENTS)
@RolesAllowed("PARTNER")
class FeedShipmentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final ShipmentList list;

    FeedShipmentsView(SignedIn signedIn, TrackedShipments shipments, LiveUpdates live, Clock clock) {
        addClassName("fill");
        var tenant = signedIn.tenant();
        list = new ShipmentList(
                Navigation.FEED_SHIPMENTS,
                new Viewer.Partner(tenant),
                signedIn.environment(),
                shipments,
                live,
                change -> tenant.equals(change.partner()),
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
