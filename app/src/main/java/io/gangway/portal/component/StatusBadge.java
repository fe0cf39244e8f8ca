package io.gangway.portal.component;

import com.vaadin.flow.component.html.Span;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.identity.ApiKey;
import io.gangway.tenant.Member;
import io.gangway.visibility.MessageRow;

/** A status as text, icon and colour; never colour alone. */
public class StatusBadge extends Span {
    public StatusBadge(ShipmentStatus status) {
        show(StatusTone.of(status), "status." + status.name());
        getElement().setAttribute("data-status", status.name());
    }

    public StatusBadge(MessageRow.Result result) {
        show(
                switch (result) {
                    case WAITING -> StatusTone.ON_ITS_WAY;
                    case TRANSLATED -> StatusTone.DONE;
                    case PARTLY_TRANSLATED -> StatusTone.ATTENTION;
                    case NOTHING_TO_REPORT -> StatusTone.UNKNOWN;
                    case DEAD -> StatusTone.FAILED;
                    case REFUSED -> StatusTone.ATTENTION;
                },
                "result." + result.name());
        getElement().setAttribute("data-status", result.name());
    }

    public StatusBadge(ApiKey.State state) {
        show(
                switch (state) {
                    case ACTIVE -> StatusTone.DONE;
                    case EXPIRED -> StatusTone.UNKNOWN;
                    case REVOKED -> StatusTone.FAILED;
                },
                "key-state." + state.name());
        getElement().setAttribute("data-status", state.name());
    }

    public StatusBadge(Member.State state) {
        show(
                switch (state) {
                    case ACTIVE -> StatusTone.DONE;
                    case INVITED -> StatusTone.ON_ITS_WAY;
                    case EXPIRED -> StatusTone.ATTENTION;
                },
                "member-state." + state.name());
        getElement().setAttribute("data-status", state.name());
    }

    private void show(StatusTone tone, String text) {
        addClassNames("status-badge", tone.className());
        add(tone.icon().create(), new Span(getTranslation(text)));
    }
}
