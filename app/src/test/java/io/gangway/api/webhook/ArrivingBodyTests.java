package io.gangway.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class ArrivingBodyTests {
    private final Semaphore room = new Semaphore(64);

    @Test
    void takesRoomForWhatHasArrivedAndGivesItBack() throws IOException {
        var body = new ArrivingBody(room, 1_000_000);
        assertThat(body.readFrom(bytes(10_000))).isEqualTo(ArrivingBody.End.COMPLETE);
        assertThat(body.bytes()).hasSize(10_000);
        assertThat(room.availablePermits()).isEqualTo(64 - 10);
        body.release();
        assertThat(room.availablePermits()).isEqualTo(64);
    }

    @Test
    void takesNoRoomForAPromise() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            assertThat(new ArrivingBody(room, 1_000_000).readFrom(bytes(0))).isEqualTo(ArrivingBody.End.COMPLETE);
        }
        assertThat(room.availablePermits()).isEqualTo(64);
    }

    @Test
    void endsWhereTheRoomEnds() throws IOException {
        var body = new ArrivingBody(room, 1_000_000);
        assertThat(body.readFrom(bytes(70_000))).isEqualTo(ArrivingBody.End.NO_ROOM);
        body.release();
        assertThat(room.availablePermits()).isEqualTo(64);
    }

    @Test
    void takesTheLimitAndNotAByteMore() throws IOException {
        assertThat(new ArrivingBody(room, 5_000).readFrom(bytes(5_000))).isEqualTo(ArrivingBody.End.COMPLETE);
        assertThat(new ArrivingBody(room, 5_000).readFrom(bytes(5_001))).isEqualTo(ArrivingBody.End.TOO_LARGE);
    }

    private static ByteArrayInputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
