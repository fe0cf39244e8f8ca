package io.gangway.api.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that is being read. It takes room only for what has arrived, and not for ever: otherwise a few connections that
 * promise much and send little would keep everybody else out, before any of them has proved who it is.
 */
final class ArrivingBody {
    /**
     * For the whole body. A single read is given up by the server's connection timeout, so that a sender which has gone
     * silent is noticed even though nothing returns.
     */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CHUNK = 8 * BodyMemory.UNIT;

    private final BodyMemory.Share room;
    private final int limit;
    private final int before;
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream(CHUNK);

    /** @param before bytes that the same request holds already */
    ArrivingBody(BodyMemory.Share room, int limit, int before) {
        this.room = room;
        this.limit = limit;
        this.before = before;
    }

    enum End {
        COMPLETE,
        TOO_LARGE,
        NO_ROOM,
        TOO_SLOW
    }

    End readFrom(InputStream in) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (arrived.size() + read > limit) {
                return End.TOO_LARGE;
            }
            if (!room.growTo(before + arrived.size() + read)) {
                return End.NO_ROOM;
            }
            arrived.write(chunk, 0, read);
            if (System.nanoTime() > deadline) {
                return End.TOO_SLOW;
            }
        }
        return End.COMPLETE;
    }

    byte[] bytes() {
        return arrived.toByteArray();
    }
}
