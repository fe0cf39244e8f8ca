package io.gangway.portal.component;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.gangway.canonical.ShipmentStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a status means to whoever looks: one colour and one icon for each, everywhere. */
public enum StatusTone {
    ON_ITS_WAY(VaadinIcon.ARROW_CIRCLE_RIGHT_O),
    ATTENTION(VaadinIcon.EXCLAMATION_CIRCLE_O),
    FAILED(VaadinIcon.CLOSE_CIRCLE_O),
    DONE(VaadinIcon.CHECK_CIRCLE_O),
    UNKNOWN(VaadinIcon.QUESTION_CIRCLE_O);

    private final VaadinIcon icon;

    StatusTone(VaadinIcon icon) {
        this.icon = icon;
    }

    public VaadinIcon icon() {
        return icon;
    }

    public String className() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static StatusTone of(ShipmentStatus status) {
        return switch (status) {
            case INFO_RECEIVED, PICKED_UP, IN_TRANSIT, CUSTOMS, OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP -> ON_ITS_WAY;
            case ATTEMPT_FAILED, DELAYED, ON_HOLD, RETURNING -> ATTENTION;
            case EXCEPTION, LOST, CANCELLED -> FAILED;
            case DELIVERED, RETURNED -> DONE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** The statuses of this tone. */
    public Set<ShipmentStatus> statuses() {
        return Arrays.stream(ShipmentStatus.values())
                .filter(status -> of(status) == this)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ShipmentStatus.class)));
    }
}
