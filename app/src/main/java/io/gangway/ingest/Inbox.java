package io.gangway.ingest;

import io.gangway.credential.Vault;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import io.gangway.platform.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where messages become durable. Requests that arrive at the same time share one insert and one commit (group commit):
 * under load the cost of a commit is spread over many messages, and each request still waits for its own.
 */
@Component
class Inbox implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int MAX_SECONDS = 15;

    private final CrossTenantDatabase database;
    private final Signals signals;
    private final Vault vault;
    private final Identifiers identifiers;
    private final IngestProperties properties;
    private final MessageTable table;
    private final BlockingQueue<Pending> queue;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;

    Inbox(
            CrossTenantDatabase database,
            Signals signals,
            Vault vault,
            Identifiers identifiers,
            IngestProperties properties,
            JsonMapper json) {
        this.database = database;
        this.signals = signals;
        this.vault = vault;
        this.identifiers = identifiers;
        this.properties = properties;
        this.table = new MessageTable(database, json);
        this.queue = new ArrayBlockingQueue<>(properties.queueLength());
    }

    Reception append(IncomingWebhook webhook, Verdict.Genuine genuine) {
        var id = new MessageId(identifiers.next());
        var pending = new Pending(id, webhook, genuine, new CompletableFuture<>());
        if (!running || !queue.offer(pending)) {
            return new Reception.Refused(
                    RefusalCause.OVERLOADED, "Too many messages are waiting to be stored. Send it again shortly.");
        }
        try {
            return pending.stored().get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            // Nobody waits for it any more, so it must not fill the memory either.
            queue.remove(pending);
            return storageUnavailable();
        } catch (ExecutionException failed) {
            return storageUnavailable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return storageUnavailable();
        }
    }

    /** Not known to be stored; when the sender repeats it, a stored one is found to be a duplicate. */
    private static Reception storageUnavailable() {
        return new Reception.Refused(
                RefusalCause.STORAGE_UNAVAILABLE, "The message could not be stored now. Send it again shortly.");
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < properties.writers(); i++) {
            writers.add(Thread.ofPlatform().name("inbox-writer-" + i).daemon().start(this::writeWhileRunning));
        }
    }

    /** Lets the writers finish what was taken. */
    @Override
    public void stop() {
        running = false;
        for (var writer : writers) {
            try {
                writer.join(5_000);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        writers.clear();
    }

    /** Open before the web server takes requests, and until it has answered the last of them. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void writeWhileRunning() {
        var batch = new ArrayList<Pending>(properties.batchSize());
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, properties.batchSize() - 1);
                write(batch);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (Error broken) {
                // A writer that ended would leave every later message waiting.
                batch.forEach(pending -> fail(pending, broken));
            } finally {
                batch.clear();
            }
        }
    }

    private void write(List<Pending> taken) {
        var batch = seal(taken);
        try {
            if (!batch.isEmpty()) {
                commit(batch);
            }
        } catch (CannotCreateTransactionException unreachable) {
            failAll(batch, unreachable);
        } catch (RuntimeException failed) {
            if (batch.size() == 1) {
                fail(batch.getFirst().pending(), failed);
                return;
            }
            log.warn(
                    "Could not store {} messages at once; they are tried one by one. {}",
                    batch.size(),
                    failed.toString());
            writeEachAlone(batch);
        }
    }

    /** Includes the messages that still wait: each of them would fail for the same reason, only later. */
    private void failAll(List<Sealed> batch, RuntimeException unreachable) {
        var pending = new ArrayList<Pending>();
        batch.forEach(message -> pending.add(message.pending()));
        queue.drainTo(pending);
        log.error(
                "No connection to the database; the senders of {} messages were asked to send them again. {}",
                pending.size(),
                unreachable.toString());
        pending.forEach(message -> message.stored().completeExceptionally(unreachable));
    }

    /** So that a message the database refuses stands in nobody's way; if it is gone, all are refused at once. */
    private void writeEachAlone(List<Sealed> batch) {
        for (int i = 0; i < batch.size(); i++) {
            try {
                commit(List.of(batch.get(i)));
            } catch (CannotCreateTransactionException unreachable) {
                failAll(batch.subList(i, batch.size()), unreachable);
                return;
            } catch (RuntimeException failed) {
                fail(batch.get(i).pending(), failed);
            }
        }
    }

    private static void fail(Pending pending, Throwable failed) {
        log.error("Could not store message {}; its sender was asked to send it again.", pending.id(), failed);
        pending.stored().completeExceptionally(failed);
    }

    /**
     * Here and not where requests are handled: each of those has a thread of its own, and the cipher makes itself at home
     * in every thread anew. A message whose tenant's key is broken fails alone.
     */
    private List<Sealed> seal(List<Pending> taken) {
        var batch = new ArrayList<Sealed>(taken.size());
        for (var pending : taken) {
            var webhook = pending.webhook();
            try {
                batch.add(new Sealed(
                        pending,
                        vault.seal(webhook.endpoint().tenant(), pending.id().toString(), webhook.body())));
            } catch (RuntimeException failed) {
                fail(pending, failed);
            }
        }
        return batch;
    }

    @CrossTenant("one commit for messages of many tenants")
    private void commit(List<Sealed> batch) {
        var results = database.write(() -> {
            var answers = table.insert(batch);
            if (answers.stream().anyMatch(Reception.Accepted.class::isInstance)) {
                signals.send(Signals.Channel.MESSAGE, "");
            }
            return answers;
        });
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).pending().stored().complete(results.get(i));
        }
    }

    /** A message on its way to disk. */
    record Pending(
            MessageId id, IncomingWebhook webhook, Verdict.Genuine genuine, CompletableFuture<Reception> stored) {}

    /** @param body as it is kept */
    record Sealed(Pending pending, byte[] body) {
        MessageId id() {
            return pending.id();
        }

        IncomingWebhook webhook() {
            return pending.webhook();
        }

        Verdict.Genuine genuine() {
            return pending.genuine();
        }
    }
}
