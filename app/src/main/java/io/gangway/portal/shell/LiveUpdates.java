package io.gangway.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.gangway.kernel.TenantId;
import io.gangway.platform.Signals;
import io.gangway.shipment.ShipmentChange;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.beans.factory.DisposableBean;

/**
 * Keeps open pages up to date: what changes on the server changes on the screen. However many changes come, a page is
 * asked to look again at most every quarter of a second.
 */
@org.springframework.stereotype.Component
public class LiveUpdates implements DisposableBean {
    private static final long PAUSE_MILLIS = 250;

    private final Signals signals;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-updates").daemon().factory());

    LiveUpdates(Signals signals) {
        this.signals = signals;
    }

    /** Runs {@code refresh} when shipments that {@code concerned} picks have changed, while the view is on screen. */
    public void onShipments(Component view, Predicate<ShipmentChange> concerned, Runnable refresh) {
        whileAttached(
                view,
                Signals.Channel.SHIPMENT,
                payload -> ShipmentChange.read(payload).stream().anyMatch(concerned),
                refresh);
    }

    /** Runs {@code refresh} when a message of the partner has come to an end, or was refused. */
    public void onMessages(Component view, TenantId partner, Runnable refresh) {
        whileAttached(view, Signals.Channel.OUTCOME, partner.value().toString()::equals, refresh);
    }

    /** Runs {@code refresh} when a message of any partner has come to an end; for operators. */
    public void onAnyMessages(Component view, Runnable refresh) {
        whileAttached(view, Signals.Channel.OUTCOME, payload -> true, refresh);
    }

    /** Runs {@code refresh} when members of the organization have changed, or what the identity provider knows of them. */
    public void onMembers(Component view, TenantId tenant, Runnable refresh) {
        whileAttached(view, Signals.Channel.MEMBER, tenant.value().toString()::equals, refresh);
    }

    /** Runs {@code refresh} when memberships or logins have changed that may be the person's own. */
    void onPerson(Component view, Predicate<String> concerned, Runnable refresh) {
        whileAttached(view, Signals.Channel.MEMBER, concerned, refresh);
        whileAttached(view, Signals.Channel.LOGIN, concerned, refresh);
    }

    private void whileAttached(Component view, Signals.Channel channel, Predicate<String> concerned, Runnable refresh) {
        view.addAttachListener(attached -> {
            var page = new Page(attached.getUI(), refresh);
            var subscription = signals.listen(channel, payload -> {
                if (payload.equals(Signals.MISSED) || concerned.test(payload)) {
                    page.refreshSoon();
                }
            });
            view.addDetachListener(detached -> {
                subscription.cancel();
                detached.unregisterListener();
            });
        });
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private final class Page {
        private final UI ui;
        private final Runnable refresh;
        private final AtomicBoolean planned = new AtomicBoolean();

        Page(UI ui, Runnable refresh) {
            this.ui = ui;
            this.refresh = refresh;
        }

        void refreshSoon() {
            if (planned.compareAndSet(false, true)) {
                timer.schedule(
                        () -> Thread.ofVirtual().name("live-update").start(this::refreshNow),
                        PAUSE_MILLIS,
                        TimeUnit.MILLISECONDS);
            }
        }

        private void refreshNow() {
            planned.set(false);
            try {
                ui.access(refresh::run);
            } catch (UIDetachedException gone) {
                // The page was closed in the meantime; there is nobody to tell.
            }
        }
    }
}
