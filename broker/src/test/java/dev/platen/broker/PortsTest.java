package dev.platen.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int FIRST_EPHEMERAL = 32_768;

    @Test
    void shouldHandOutEachPortOnceAndNoneThatAnOutgoingConnectionMayTake() {
        // Given
        Set<Integer> ports = new HashSet<>();

        // When
        for (int i = 0; i < 500; i++) {
            ports.add(Ports.free());
        }

        // Then
        assertThat(ports).hasSize(500).allSatisfy(port -> assertThat(port + 100).isLessThan(FIRST_EPHEMERAL));
        assertThat(ports).noneSatisfy(port -> assertThat(ports).contains(port + 100));
    }

    @RepeatedTest(3)
    void shouldPassByAPortWhoseNeighbourIsTaken() throws IOException {
        // Given
        int next = Ports.free() + 1;
        try (ServerSocket taken = new ServerSocket(next + 100, 1, InetAddress.getLoopbackAddress())) {
            // When
            int port = Ports.free();

            // Then
            assertThat(port).isNotIn(next, taken.getLocalPort());
        }
    }
}
