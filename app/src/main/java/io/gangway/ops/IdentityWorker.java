package io.gangway.ops;

import io.gangway.identity.IdentityIntents;
import io.gangway.platform.Signals;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes changes of members at the identity provider: woken by a signal, and by the clock for what has to be tried again. */
@Component
class IdentityWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IdentityWorker.class);
    private static final int LOOK_AGAIN_MILLIS = 2_000;
    private static final int STOP_MILLIS = 10_000;

    private final IdentityIntents intents;
    private final Signals signals;
    private final Semaphore work = new Semaphore(0);
    private Signals.Subscription subscription = () -> {};
    private volatile boolean running;
    private @Nullable Thread thread;

    IdentityWorker(IdentityIntents intents, Signals signals) {
        this.intents = intents;
        this.signals = signals;
    }

    @Override
    public void start() {
        running = true;
        subscription = signals.listen(Signals.Channel.IDENTITY, payload -> work.release());
        thread = Thread.ofPlatform().name("identity").daemon().start(this::applyWhileRunning);
    }

    private void applyWhileRunning() {
        while (running) {
            try {
                while (running && intents.applyNext()) {
                    // One after the other, until nothing is due.
                }
                if (work.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failed) {
                if (running) {
                    log.error(
                            "Could not look for changes that the identity provider has yet to hear of; trying again.",
                            failed);
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        subscription.cancel();
        work.release();
        if (thread != null) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
