package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTests {
    @Test
    void offersAPortThatNobodyListensOn() {
        assertThat(Ports.isFree(Ports.free())).isTrue();
    }

    @Test
    void namesTheOptionThatChoosesAnother() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Ports.requireFree(other.getLocalPort(), "--port"))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageMatching(
                            "Port %d is in use by another program\\. Stop it or choose another: \\./gangway run --port \\d+"
                                    .formatted(other.getLocalPort()));
        }
    }

    @Test
    void seesAProgramThatListensOnAllAddresses() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThat(Ports.isFree(other.getLocalPort())).isFalse();
        }
    }
}
