package io.gangway.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ArrivingBodyTests {
    /** Of 256 units one endpoint may have 64. */
    private final BodyMemory room = new BodyMemory(256 * BodyMemory.UNIT);

    @Test
    void takesRoomForWhatHasArrivedAndGivesItBack() throws IOException {
        var share = room.share("endpoint", "address");
        var body = new ArrivingBody(share, 1_000_000, 0);
        assertThat(body.readFrom(bytes(10_000))).isEqualTo(ArrivingBody.End.COMPLETE);
        assertThat(body.bytes()).hasSize(10_000);
        assertThat(room.freeUnits()).isEqualTo(256 - 10);
        share.release();
        assertThat(room.freeUnits()).isEqualTo(256);
    }

    @Test
    void takesNoRoomForAPromise() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            assertThat(new ArrivingBody(room.share("endpoint", "address"), 1_000_000, 0).readFrom(bytes(0)))
                    .isEqualTo(ArrivingBody.End.COMPLETE);
        }
        assertThat(room.freeUnits()).isEqualTo(256);
    }

    @Test
    void endsWhereTheRoomEnds() throws IOException {
        var share = room.share("endpoint", "address");
        var body = new ArrivingBody(share, 1_000_000, 0);
        assertThat(body.readFrom(bytes(70_000))).isEqualTo(ArrivingBody.End.NO_ROOM);
        share.release();
        assertThat(room.freeUnits()).isEqualTo(256);
    }

    @Test
    void takesTheLimitAndNotAByteMore() throws IOException {
        assertThat(new ArrivingBody(room.share("endpoint", "address"), 5_000, 0).readFrom(bytes(5_000)))
                .isEqualTo(ArrivingBody.End.COMPLETE);
        assertThat(new ArrivingBody(room.share("endpoint", "address"), 5_000, 0).readFrom(bytes(5_001)))
                .isEqualTo(ArrivingBody.End.TOO_LARGE);
    }

    private static ByteArrayInputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
