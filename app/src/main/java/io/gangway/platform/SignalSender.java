package io.gangway.platform;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends signals after the commit of what they tell of, all that wait in one small transaction.
 *
 * <p>Not inside that commit: PostgreSQL lets only one transaction with a NOTIFY commit at a time, the write to disk
 * included, so that signals would make every commit of the platform wait for every other.
 */
@CrossTenant("signals are for all nodes and tenants")
final class SignalSender {
    private static final Logger log = LoggerFactory.getLogger(SignalSender.class);
    private static final int MAX_AT_ONCE = 500;

    /** Past it signals are lost, which whoever listens survives; memory would not. */
    private static final int MAX_WAITING = 100_000;

    private final CrossTenantDatabase database;
    private final BlockingQueue<Signal> waiting = new LinkedBlockingQueue<>(MAX_WAITING);

    SignalSender(CrossTenantDatabase database) {
        this.database = database;
    }

    record Signal(String channel, String payload) {}

    void afterCommit(Signal signal) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            offer(signal);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                offer(signal);
            }
        });
    }

    private void offer(Signal signal) {
        if (!waiting.offer(signal)) {
            log.debug("A signal on {} is lost: too many wait.", signal.channel());
        }
    }

    /** Until the thread is interrupted. */
    void sendWhileRunning() {
        var taken = new ArrayList<Signal>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                taken.add(waiting.take());
                waiting.drainTo(taken, MAX_AT_ONCE - 1);
                send(List.copyOf(new LinkedHashSet<>(taken)));
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failed) {
                log.warn(
                        "Could not send {} signals; whoever waits for them looks by itself soon. {}",
                        taken.size(),
                        failed.toString());
            } finally {
                taken.clear();
            }
        }
    }

    private void send(List<Signal> signals) {
        database.write(() -> {
            // Nothing is changed by it, so nobody need wait for the disk.
            database.jdbc().sql("SET LOCAL synchronous_commit = off").update();
            return database.jdbc()
                    .sql("SELECT pg_notify(channel, payload) FROM unnest(?, ?) AS signal(channel, payload)")
                    .params(
                            signals.stream().map(Signal::channel).toArray(String[]::new),
                            signals.stream().map(Signal::payload).toArray(String[]::new))
                    .query((row, number) -> true)
                    .list();
        });
    }
}
