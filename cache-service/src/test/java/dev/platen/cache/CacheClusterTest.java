package dev.platen.cache;

import static dev.platen.cache.Remote.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Ports;
import dev.platen.transport.CacheName;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CacheClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TWO_MERGE_ROUNDS = Duration.ofSeconds(10);
    private static final int ENTRIES = 100;

    @Test
    void shouldKeepEveryEntryWhenOneOfTwoNodesLeaves() throws IOException {
        // Given
        int[] ports = freePorts();
        try (CacheNode staying = member(ports[0], ports)) {
            try (CacheNode leaving = member(ports[1], ports);
                    Remote remote = Remote.of(leaving.port())) {
                await().atMost(PATIENCE).until(() -> staying.members() == 2 && leaving.members() == 2);
                IntStream.range(0, ENTRIES).forEach(i -> remote.put(CacheName.PLANS, "key-" + i, bytes("value-" + i)));

                // When
            }

            // Then
            try (Remote remote = Remote.of(staying.port())) {
                assertThat(IntStream.range(0, ENTRIES))
                        .allSatisfy(i -> assertThat(remote.get(CacheName.PLANS, "key-" + i))
                                .isEqualTo(bytes("value-" + i)));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(staying.holders()).hasSize(1));
        }
    }

    @Test
    void shouldHearItsPeersWhereItIsToldTo() throws IOException {
        // Given
        int[] ports = freePorts();

        // When
        try (CacheNode node = member(ports[0], ports)) {
            // Then
            assertThat(node.peerAddress()).isEqualTo("[127.0.0.1:%d]".formatted(ports[0]));
        }
    }

    @Test
    void shouldNotMeetANodeThatNobodyNamed() throws IOException {
        // Given
        int[] ports = freePorts();
        try (CacheNode stranger = member(ports[0], ports[0])) {
            // When
            try (CacheNode other = member(ports[1], ports[1])) {
                // Then
                await().atMost(PATIENCE)
                        .during(TWO_MERGE_ROUNDS)
                        .until(() -> stranger.members() == 1 && other.members() == 1);
            }
        }
    }

    @Test
    void shouldSayWhichPeerCannotBeRead() {
        // Given
        CacheConfig config = Configs.anyPort(Map.of("platen.cache.peers", "127.0.0.1"));

        // When / Then
        assertThatThrownBy(() -> CacheNode.start(config).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("platen.cache.peers", "host:port", "'127.0.0.1'");
    }

    static CacheNode member(int port, int... ports) {
        CacheNode node = CacheNode.start(Configs.anyPort(Map.of(
                "platen.cache.peers", peers(ports),
                "platen.cache.peer-port", Integer.toString(port))));
        node.open();
        return node;
    }

    static String peers(int... ports) {
        return String.join(
                ",", IntStream.of(ports).mapToObj(port -> "127.0.0.1:" + port).toList());
    }

    /** JGroups wants to know the port of its peer in advance. */
    static int[] freePorts() {
        return new int[] {Ports.free(), Ports.free()};
    }
}
