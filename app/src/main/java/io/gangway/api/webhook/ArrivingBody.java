package io.gangway.api.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * A body that is being read. It takes room only for what has arrived, and not for ever: otherwise a few connections that
 * promise much and send little would keep everybody else out, before any of them has proved who it is.
 */
final class ArrivingBody {
    /** What bodies in flight are counted in, so that the count fits a semaphore. */
    static final int UNIT = 1024;

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CHUNK = 8 * UNIT;

    private final Semaphore room;
    private final int limit;
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream(CHUNK);
    private int taken;

    /** @param room in units; shared by all bodies */
    ArrivingBody(Semaphore room, int limit) {
        this.room = room;
        this.limit = limit;
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
            if (!takeRoomFor(arrived.size() + read)) {
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

    void release() {
        room.release(taken);
        taken = 0;
    }

    private boolean takeRoomFor(int bytes) {
        var missing = bytes / UNIT + 1 - taken;
        if (missing > 0 && !room.tryAcquire(missing)) {
            return false;
        }
        taken += Math.max(missing, 0);
        return true;
    }
}
