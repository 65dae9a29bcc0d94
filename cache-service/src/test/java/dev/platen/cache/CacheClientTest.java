package dev.platen.cache;

import static dev.platen.cache.Remote.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.testkit.Wire;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The services' client against a real node. */
@Timeout(120)
class CacheClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than what a narrow wire carries in the time that a look-up may take. */
    private static final byte[] VALUE = new byte[256 * 1024];

    @Test
    void shouldFindWhatWasAskedForBeforeTheCacheWasThere() throws IOException {
        // Given
        int port = freePort();
        try (CacheClient client = new CacheClient(Configs.client(port), new SimpleMeterRegistry())) {
            CompletableFuture<LookUp> asked = client.find(CacheName.SCHEMAS, "key");
            assertThat(client.get(CacheName.SCHEMAS, "key"))
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(new LookUp.Unreachable());

            // When
            try (CacheNode node = CacheNode.start(Configs.cache(Map.of("platen.cache.port", Integer.toString(port))))) {
                node.open();

                // Then
                assertThat(asked).succeedsWithin(PATIENCE).isEqualTo(new LookUp.Absent());
                client.put(CacheName.SCHEMAS, "key", bytes("value"));
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.find(CacheName.SCHEMAS, "key"))
                        .succeedsWithin(PATIENCE)
                        .isInstanceOfSatisfying(LookUp.Found.class, found -> assertThat(found.value())
                                .isEqualTo(bytes("value"))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldMissWhatABadConnectionKeepsBackAndFindItOnceThatIsMended(Fault fault) throws IOException {
        // Given
        try (CacheNode node = CacheNode.start(Configs.cache(Map.of("platen.cache.port", "0")))) {
            node.open();
            try (Wire wire = new Wire(node.port());
                    CacheClient client = new CacheClient(Configs.client(wire.port()), new SimpleMeterRegistry())) {
                await().atMost(PATIENCE)
                        .until(() -> client.store(CacheName.PLANS, "key", VALUE).join());

                // When
                fault.happenTo(wire);
                LookUp missed = client.get(CacheName.PLANS, "key")
                        .orTimeout(2, TimeUnit.SECONDS)
                        .join();
                wire.mend();

                // Then
                assertThat(missed).isEqualTo(new LookUp.Unreachable());
                assertThat(client.find(CacheName.PLANS, "key"))
                        .succeedsWithin(PATIENCE)
                        .isInstanceOfSatisfying(LookUp.Found.class, found -> assertThat(found.value())
                                .isEqualTo(VALUE));
            }
        }
    }

    private enum Fault {
        CUT(Wire::cut),
        FROZEN(Wire::freeze),
        SLOW(wire -> wire.delay(Duration.ofSeconds(1))),
        NARROW(wire -> wire.narrow(64 * 1024));

        private final Consumer<Wire> happens;

        Fault(Consumer<Wire> happens) {
            this.happens = happens;
        }

        void happenTo(Wire wire) {
            happens.accept(wire);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
