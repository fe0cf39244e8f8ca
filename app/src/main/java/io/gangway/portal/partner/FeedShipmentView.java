package io.gangway.portal.partner;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gangway.portal.component.ShipmentPage;
import io.gangway.portal.shell.LiveUpdates;
import io.gangway.portal.shell.Navigation;
import io.gangway.portal.shell.SignedIn;
import io.gangway.visibility.TrackedShipments;
import io.gangway.visibility.Viewer;
import jakarta.annotation.security.RolesAllowed;

/** A shipment that the partner has told of. */
@Route(Navigation.FEED_SHIPMENTS)
@RolesAllowed("PARTNER")
class FeedShipmentView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final transient SignedIn signedIn;
    private final transient TrackedShipments shipments;
    private final transient LiveUpdates live;

    FeedShipmentView(SignedIn signedIn, TrackedShipments shipments, LiveUpdates live) {
        this.signedIn = signedIn;
        this.shipments = shipments;
        this.live = live;
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        var page = new ShipmentPage(
                Navigation.FEED_SHIPMENTS, new Viewer.Partner(signedIn.tenant()), signedIn.environment(), shipments);
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
