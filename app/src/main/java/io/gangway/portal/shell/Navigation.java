package io.gangway.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.gangway.ingest.MessageId;
import io.gangway.shipment.ShipmentId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where things are in the portal. */
public final class Navigation {
    public static final String SHIPMENTS = "shipments";
    public static final String MESSAGES = "messages";
    public static final String CODES = "codes";
    public static final String API_KEYS = "access/api-keys";
    public static final String OAUTH_CLIENTS = "access/oauth-clients";
    public static final String MEMBERS = "access/members";
    public static final String AUDIT = "access/audit";
    public static final String USAGE = "usage";
    public static final String RATE_PLANS = "rate-plans";
    public static final String DEAD_LETTERS = "dead-letters";

    private Navigation() {}

    public static String shipment(ShipmentId id) {
        return SHIPMENTS + "/" + id;
    }

    public static String message(MessageId id) {
        return MESSAGES + "/" + id;
    }

    /** Writes the state of a list into the address, so that it can be shared and survives a reload. */
    public static void keepInAddress(String path, Map<String, String> parameters) {
        var kept = new TreeMap<String, List<String>>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                kept.put(name, List.of(value));
            }
        });
        var query = new QueryParameters(kept).getQueryString();
        UI.getCurrent().getPage().getHistory().replaceState(null, query.isEmpty() ? path : path + "?" + query);
    }
}
