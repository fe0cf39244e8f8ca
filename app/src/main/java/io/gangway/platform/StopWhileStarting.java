package io.gangway.platform;

import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Ends a platform at once that is stopped while it starts, such as while it waits for PostgreSQL: Spring's own way to stop waits
 * until the start has ended. Nothing has been accepted before that, and a migration that has not ended is undone.
 */
public final class StopWhileStarting implements ApplicationListener<SpringApplicationEvent> {
    /** As shells see a process that SIGTERM ended. */
    private static final int STATUS = 143;

    private final Thread hook = new Thread(() -> Runtime.getRuntime().halt(STATUS), "stop-while-starting");

    public StopWhileStarting() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                // It runs already.
            }
        }
    }
}
