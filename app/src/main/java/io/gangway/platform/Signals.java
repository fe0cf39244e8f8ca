package io.gangway.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells all nodes that something has changed, by PostgreSQL's LISTEN and NOTIFY. A signal may be lost when a connection
 * breaks: every listener learns of it when there is a new one.
 */
@Component
@CrossTenant("signals are for all nodes and tenants")
public class Signals implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Signals.class);
    private static final int WAIT_MILLIS = 5_000;

    /** The payload that says: signals may have been lost, look for yourself. Every listener gets it. */
    public static final String MISSED = "";

    private final CrossTenantDatabase database;
    private final SignalSender sender;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;
    private @Nullable Thread sending;

    Signals(CrossTenantDatabase database) {
        this.database = database;
        this.sender = new SignalSender(database);
    }

    /** The channels; a name is fixed text and never comes from outside. */
    public enum Channel {
        /** Messages wait for translation. */
        MESSAGE,
        /** Shipments have changed; the payload names tenants. */
        SHIPMENT,
        /** A message has been refused, translated, or has died; the payload names the partner. */
        OUTCOME,
        /** Somebody's memberships have changed; the payload is the identity provider's id of the person, or an address. */
        MEMBER,
        /** The identity provider has ended a login; the payload is its id. */
        LOGIN,
        /** There is a change that the identity provider does not know yet. */
        IDENTITY;

        String sqlName() {
            return "gangway_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Calls {@code listener} with each payload and with {@link #MISSED}, on the one listening thread: it must be quick. */
    public Subscription listen(Channel channel, Consumer<String> listener) {
        var ofChannel = listeners.computeIfAbsent(channel.sqlName(), name -> new CopyOnWriteArrayList<>());
        ofChannel.add(listener);
        return () -> ofChannel.remove(listener);
    }

    /** Sends once the running transaction has committed, and not at all if it does not. */
    public void send(Channel channel, String payload) {
        sender.afterCommit(new SignalSender.Signal(channel.sqlName(), payload));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("signals").daemon().start(this::run);
        sending = Thread.ofPlatform().name("signal-sender").daemon().start(sender::sendWhileRunning);
    }

    @Override
    public void stop() {
        running = false;
        var open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                log.debug("The listening connection was gone already.", alreadyGone);
            }
        }
        if (thread != null) {
            thread.interrupt();
        }
        if (sending != null) {
            sending.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that listens, and after it at the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        var lost = false;
        while (running) {
            try (var listening = database.dataSource().getConnection()) {
                connection = listening;
                try {
                    listenTo(listening, lost);
                } finally {
                    // The pool does not see how it ends, and would give a dead connection to somebody else.
                    database.dataSource().unwrap(HikariDataSource.class).evictConnection(listening);
                }
            } catch (SQLException | RuntimeException broken) {
                lost = true;
                if (running) {
                    log.warn(
                            "Lost the connection that listens for signals; trying again in a second. {}",
                            broken.getMessage());
                    pause();
                }
            }
        }
    }

    private void listenTo(Connection listening, boolean lost) throws SQLException {
        listening.setAutoCommit(true);
        try (var statement = listening.createStatement()) {
            statement.execute("SET application_name = 'gangway-signals'");
            for (var channel : Channel.values()) {
                statement.execute("LISTEN " + channel.sqlName());
            }
        }
        if (lost) {
            Stream.of(Channel.values()).forEach(channel -> dispatch(channel.sqlName(), MISSED));
        }
        var postgres = listening.unwrap(PGConnection.class);
        while (running) {
            var received = postgres.getNotifications(WAIT_MILLIS);
            if (received == null || received.length == 0) {
                // A connection that broke half way would otherwise be listened to for ever.
                probe(listening);
            } else {
                for (var notification : received) {
                    dispatch(notification.getName(), notification.getParameter());
                }
            }
        }
    }

    private static void probe(Connection listening) throws SQLException {
        try (var statement = listening.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private void dispatch(String channel, String payload) {
        for (var listener : listeners.getOrDefault(channel, List.of())) {
            try {
                listener.accept(payload);
            } catch (RuntimeException failed) {
                log.error(
                        "A listener to '{}' failed; the others go on, and so does it with the next signal.",
                        channel,
                        failed);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a {@link #listen}. */
    @FunctionalInterface
    public interface Subscription {
        void cancel();
    }
}
