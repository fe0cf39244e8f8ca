package io.gangway.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {
    private static final int PROBE_MILLIS = 300;
    private static final int LOWEST_OF_OURS = 20_000;
    private static final int HIGHEST_OF_OURS = 32_000;
    private static final int TRIES = 1_000;
    static final int HIGHEST = 65_535;

    private Ports() {}

    /**
     * A port that nobody listened on a moment ago. Below those that systems give to outgoing connections: one of these could take it
     * before it is listened on.
     */
    public static int free() {
        for (int tries = 0; tries < TRIES; tries++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST_OF_OURS, HIGHEST_OF_OURS);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StartFailed("No port between %d and %d is free.".formatted(LOWEST_OF_OURS, HIGHEST_OF_OURS));
    }

    /**
     * A client finds whoever listens: with a taken port it would talk to another program without noticing. Throws
     * {@link StartFailed} with the remedy.
     *
     * @param option of {@code ./gangway run} that chooses this port
     */
    static void requireFree(int port, String option) {
        if (!isFree(port)) {
            throw new StartFailed("Port %d is in use by another program. Stop it or choose another: ./gangway run %s %d"
                    .formatted(port, option, freeAbove(port)));
        }
    }

    private static int freeAbove(int port) {
        for (var next = port + 1; next < Math.min(port + 100, HIGHEST); next++) {
            if (isFree(next)) {
                return next;
            }
        }
        return free();
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // Without this, a port whose last connections are still closing would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback("127.0.0.1"), port), 1);
        } catch (IOException taken) {
            return false;
        }
        // "localhost" may mean ::1 to a browser, and another program may listen there only.
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback("::1"), port), PROBE_MILLIS);
            return false;
        } catch (IOException nobodyListens) {
            return true;
        }
    }

    private static InetAddress loopback(String literal) throws IOException {
        return InetAddress.getByName(literal);
    }
}
