package io.gangway.portal.component;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Messages that come and go. */
public final class Notices {
    private Notices() {}

    public static void done(String text) {
        var notice = Notification.show(text, 5_000, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.SUCCESS);
    }

    public static void failed(String text) {
        var notice = Notification.show(text, 10_000, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.ERROR);
    }
}
