package io.gangway.translation;

import io.gangway.platform.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Carries messages from the inbox to the ledger: woken by a signal, and by the clock as a net. */
@Component
class MessageTranslator implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MessageTranslator.class);

    private final Translations translations;
    private final Signals signals;
    private final TranslationProperties properties;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> workers = new ArrayList<>();
    private Signals.Subscription subscription = () -> {};
    private volatile boolean running;

    MessageTranslator(Translations translations, Signals signals, TranslationProperties properties) {
        this.translations = translations;
        this.signals = signals;
        this.properties = properties;
    }

    @Override
    public void start() {
        if (!properties.enabled()) {
            log.info("This node does not translate messages (gangway.translation.enabled=false).");
            return;
        }
        running = true;
        subscription = signals.listen(Signals.Channel.MESSAGE, payload -> work.release());
        for (int i = 0; i < properties.workers(); i++) {
            workers.add(Thread.ofPlatform().name("translator-" + i).daemon().start(this::translateWhileRunning));
        }
    }

    /** A batch under way is finished; what waits is found by the next start or by another node. */
    @Override
    public void stop() {
        running = false;
        subscription.cancel();
        work.release(workers.size());
        for (var worker : workers) {
            try {
                worker.join(10_000);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void translateWhileRunning() {
        while (running) {
            try {
                var translated = translations.translateNext();
                if (translated == 0) {
                    work.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                } else if (translated < properties.batchSize()) {
                    // Most of a batch's cost does not depend on its size: under load, few large ones beat many small
                    // ones.
                    TimeUnit.MILLISECONDS.sleep(properties.linger().toMillis());
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error failed) {
                // A worker that ended would leave the inbox to grow in silence.
                log.error("Translation is held up; it tries again in {}.", properties.pollInterval(), failed);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(properties.pollInterval().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
